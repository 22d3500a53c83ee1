using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using RruffGeo.Pipeline.Keys;

namespace RruffGeo.Pipeline.Store;

/// <summary>Reads manifests token by token: a run with nothing to do reads one for each stage, and a serialiser takes longer to start than that.</summary>
internal static class ManifestReader
{
    private const int MostDepth = 8;

    /// <summary>The manifest in <paramref name="json"/>; properties that are not known are left out.</summary>
    /// <exception cref="JsonException">It is none: a token is not understood, or a property is missing or of another kind.</exception>
    internal static Manifest Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MostDepth });
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        ImmutableSortedDictionary<string, string>? parts = null;
        ImmutableArray<OutputFile>? outputs = null;
        ImmutableArray<Acceptance>? accepted = null;
        Next(ref reader, JsonTokenType.StartObject);
        while (NextProperty(ref reader) is { } name)
            switch (name)
            {
                case "parts": parts = Parts(ref reader); break;
                case "outputs": outputs = Outputs(ref reader); break;
                case "accepted": accepted = Accepted(ref reader); break;
                default: Value(ref reader, name, texts, numbers); break;
            }

        if (reader.Read())
            throw new JsonException("something stands after its end");
        return new Manifest
        {
            Format = Text(texts, "format"),
            Key = Text(texts, "key"),
            Parts = parts ?? throw new JsonException("'parts' is missing"),
            Outputs = outputs ?? throw new JsonException("'outputs' is missing"),
            Logical = Text(texts, "logical"),
            Tier = Text(texts, "tier"),
            TookSeconds = Number(numbers, "tookSeconds"),
            ProcessorSeconds = Number(numbers, "processorSeconds"),
            PeakMemoryBytes = Whole(numbers, "peakMemoryBytes"),
            SideBySide = (int)Math.Min(Whole(numbers, "sideBySide"), int.MaxValue),
            Producer = Text(texts, "producer"),
            Accepted = accepted,
        };
    }

    private static ImmutableSortedDictionary<string, string> Parts(ref Utf8JsonReader reader)
    {
        var parts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Next(ref reader, JsonTokenType.StartObject);
        while (NextProperty(ref reader) is { } name)
        {
            Next(ref reader, JsonTokenType.String);
            parts[name] = reader.GetString()!;
        }

        return parts.ToImmutable();
    }

    private static ImmutableArray<OutputFile> Outputs(ref Utf8JsonReader reader)
    {
        var outputs = new List<OutputFile>();
        foreach (var (texts, numbers) in Objects(ref reader))
            outputs.Add(new OutputFile(Text(texts, "path"), Whole(numbers, "size"), Text(texts, "sha256"), texts.GetValueOrDefault("meaning")));
        return [.. outputs];
    }

    private static ImmutableArray<Acceptance> Accepted(ref Utf8JsonReader reader)
    {
        var accepted = new List<Acceptance>();
        foreach (var (texts, _) in Objects(ref reader))
            accepted.Add(new Acceptance(Text(texts, "key"), Text(texts, "reason")));
        return [.. accepted];
    }

    private static List<Fields> Objects(ref Utf8JsonReader reader)
    {
        var objects = new List<Fields>();
        Next(ref reader, JsonTokenType.StartArray);
        while (Next(ref reader) != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                throw Unexpected(reader.TokenType);
            var fields = new Fields(new(StringComparer.Ordinal), new(StringComparer.Ordinal));
            while (NextProperty(ref reader) is { } name)
                Value(ref reader, name, fields.Texts, fields.Numbers);
            objects.Add(fields);
        }

        return objects;
    }

    private static void Value(ref Utf8JsonReader reader, string name, Dictionary<string, string> texts, Dictionary<string, string> numbers)
    {
        switch (Next(ref reader))
        {
            case JsonTokenType.String: texts[name] = reader.GetString()!; break;
            case JsonTokenType.Number: numbers[name] = Encoding.UTF8.GetString(reader.ValueSpan); break;
            default: reader.Skip(); break;
        }
    }

    private static string? NextProperty(ref Utf8JsonReader reader) => Next(ref reader) switch
    {
        JsonTokenType.PropertyName => reader.GetString(),
        JsonTokenType.EndObject => null,
        var other => throw Unexpected(other),
    };

    private static JsonTokenType Next(ref Utf8JsonReader reader) => reader.Read() ? reader.TokenType : throw new JsonException("it ends too early");

    private static void Next(ref Utf8JsonReader reader, JsonTokenType wanted)
    {
        if (Next(ref reader) != wanted)
            throw Unexpected(reader.TokenType);
    }

    private static JsonException Unexpected(JsonTokenType token) => new($"{token} does not belong there");

    private static string Text(Dictionary<string, string> texts, string name) => texts.GetValueOrDefault(name) ?? throw new JsonException($"'{name}' is missing or no text");

    private static double Number(Dictionary<string, string> numbers, string name) =>
        double.TryParse(numbers.GetValueOrDefault(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number : throw new JsonException($"'{name}' is missing or no number");

    private static long Whole(Dictionary<string, string> numbers, string name) =>
        long.TryParse(numbers.GetValueOrDefault(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw new JsonException($"'{name}' is missing or no whole number");

    private sealed record Fields(Dictionary<string, string> Texts, Dictionary<string, string> Numbers);
}
