using System.Collections.Immutable;
using CsCheck;
using RruffGeo.Pipeline.Keys;

namespace RruffGeo.Pipeline.Tests;

public sealed class KeyTests
{
    private static readonly Gen<string> text = Gen.String[Gen.Char.AlphaNumeric, 0, 6];
    private static readonly Gen<(string, string)[]> named = Gen.Select(text, text).Array[0, 4];
    private static readonly Gen<StageRequest> requests =
        from stage in text
        from branch in text
        from schema in Gen.Int[0, 9]
        from code in text
        from maps in named.Array[3]
        select Request(stage, branch, schema, code, Map(maps[0]), Map(maps[1]), Map(maps[2]));

    [Fact]
    public void Two_requests_have_one_key_exactly_if_all_their_parts_are_equal() =>
        Gen.Select(requests, requests).Sample((a, b) => (StageKey.Of(a).Digest == StageKey.Of(b).Digest) == (Printed(a) == Printed(b)));

    [Fact]
    public void A_change_of_any_single_part_changes_the_key() =>
        Gen.Select(requests, Gen.Int[0, 6], Gen.Int[0, 100]).Sample((request, part, index) =>
        {
            var changed = part switch
            {
                0 => request with { Stage = request.Stage + "x" },
                1 => request with { Branch = request.Branch + "x" },
                2 => request with { SchemaVersion = request.SchemaVersion + 1 },
                3 => request with { CodeDigest = request.CodeDigest + "x" },
                4 => request with { Parameters = Changed(request.Parameters, index) },
                5 => request with { Inputs = Changed(request.Inputs, index) },
                _ => request with { Environment = Changed(request.Environment, index) },
            };
            return StageKey.Of(request).Digest != StageKey.Of(changed).Digest;
        });

    [Fact]
    public void Text_that_moves_from_one_part_to_the_next_changes_the_key() =>
        Gen.Select(requests, text.Where(moved => moved.Length > 0)).Sample((request, moved) =>
            StageKey.Of(request with { Stage = request.Stage + moved }).Digest != StageKey.Of(request with { Branch = moved + request.Branch }).Digest
            && StageKey.Of(request with { Parameters = Map([("name", moved)]) }).Digest != StageKey.Of(request with { Inputs = Map([("name", moved)]) }).Digest
            && StageKey.Of(request with { Parameters = Map([("a", moved + "b")]) }).Digest != StageKey.Of(request with { Parameters = Map([("a" + moved, "b")]) }).Digest);

    [Fact]
    public void The_order_of_parameters_and_of_the_dictionary_does_not_matter() =>
        Gen.Shuffle(new[] { ("a", "1"), ("B", "2"), ("c", "3"), ("Ä", "4"), ("a.b", "5") }).Sample(shuffled =>
        {
            var ordinal = Request("s", "", 1, "c", Map(shuffled), Map([]), Map([]));
            var reversed = ordinal with { Parameters = ordinal.Parameters.WithComparers(Comparer<string>.Create((x, y) => string.CompareOrdinal(y, x))) };
            return StageKey.Of(ordinal).Digest == StageKey.Of(reversed).Digest;
        });

    [Fact]
    public void Half_a_surrogate_pair_is_refused_because_two_of_them_would_look_alike() =>
        Assert.ThrowsAny<ArgumentException>(() => StageKey.Of(Request("s\ud800", "", 1, "c", Map([]), Map([]), Map([]))));

    [Fact]
    public void The_key_is_the_digest_that_the_format_says_it_is()
    {
        // SHA-256 of: length-prefixed "stagekey/v1", then name and value of the parts in ordinal order, worked out apart from this code.
        var key = StageKey.Of(Request("01-raw", "", 1, "c0de", Map([("Seed", "7")]), Map([]), Map([])));

        Assert.Equal(Expected("stagekey/v1", "branch", "", "code", "c0de", "parameter.Seed", "7", "schema", "1", "stage", "01-raw"), key.Digest);
    }

    private static string Expected(params string[] texts)
    {
        using var bytes = new MemoryStream();
        foreach (var item in texts)
        {
            bytes.Write([(byte)item.Length, 0, 0, 0, 0, 0, 0, 0]);
            bytes.Write(System.Text.Encoding.ASCII.GetBytes(item));
        }
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.ToArray()));
    }

    private static ImmutableSortedDictionary<string, string> Map((string, string)[] values) =>
        values.DistinctBy(value => value.Item1, StringComparer.Ordinal).ToImmutableSortedDictionary(value => value.Item1, value => value.Item2, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, string> Changed(ImmutableSortedDictionary<string, string> values, int index) =>
        values.IsEmpty ? values.Add("new", "") : values.SetItem(values.Keys.ElementAt(index % values.Count), values.Values.ElementAt(index % values.Count) + "x");

    private static string Printed(StageRequest request) => System.Text.Json.JsonSerializer.Serialize(
        new object[] { request.Stage, request.Branch, request.SchemaVersion, request.CodeDigest, request.Parameters, request.Inputs, request.Environment });

    private static StageRequest Request(
        string stage, string branch, int schema, string code, ImmutableSortedDictionary<string, string> parameters,
        ImmutableSortedDictionary<string, string> inputs, ImmutableSortedDictionary<string, string> environment) => new()
        {
            Stage = stage,
            Branch = branch,
            SchemaVersion = schema,
            CodeDigest = code,
            Parameters = parameters,
            Inputs = inputs,
            Environment = environment,
            Execute = _ => { },
        };
}
