using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RruffGeo.Geography;

/// <summary>Reads the country from the last field of a locality text, by the alias table.</summary>
/// <remarks>This is the token label of the audit: kept beside the polygon's label, never in its place.</remarks>
public static class CountryReader
{
    private const int MostWordsBefore = 4;

    private static readonly FrozenSet<string> SentenceWords =
        new[] { "from", "by", "made", "grown", "purchased", "bought", "meteorite", "and", "or", "not", "may", "that" }.ToFrozenSet();

    /// <summary>Reads the country of a cleaned text (<see cref="LocalityText.Clean"/>).</summary>
    public static CountryReading Read(string cleaned)
    {
        // Years, elevations and coordinates follow the country at times ("Brazil, 2697 ASL").
        string[] fields = [.. LocalityText.Fields(cleaned).Reverse().SkipWhile(field => field.Any(char.IsAsciiDigit)).Reverse()];
        if (fields.Length == 0)
            return new CountryReading("", cleaned.Length == 0 ? "the locality is empty" : $"'{cleaned}' names no country");
        var (alias, name, others) = FindLast(PlaceKey.Of(fields[^1]));
        if (alias is { Kind: AliasKind.None } && fields.Length > 1 && PlaceAliases.FindOne(PlaceKey.Of(fields[^2])) is not null)
            return Read(string.Join(", ", fields.SkipLast(1))); // "Gabon, Africa"
        if (alias is null)
            return new CountryReading("", $"no country is known for the last field '{fields[^1]}'");
        ImmutableArray<string> before = [.. fields.SkipLast(1), .. others.Length > 0 ? new[] { others } : []];
        return alias.Kind switch
        {
            AliasKind.None => new CountryReading("", $"'{name}' names no country: {alias.Note}"),
            AliasKind.Is => Chosen(alias.Targets[0], $"'{name}' by the alias table"),
            AliasKind.FirstOf => Decide(byCities: false) ?? Chosen(alias.Targets[0], $"'{name}', nothing speaking for the others of that name"),
            AliasKind.Several or AliasKind.Historic => Decide(byCities: false) ?? Decide(byCities: true)
                ?? new CountryReading("", Undecided(alias, name)),
            _ => throw new InvalidOperationException($"'{name}': no such kind of alias as {alias.Kind}."),
        };

        CountryReading? Decide(bool byCities) =>
            alias.Targets.Where(target => before.Any(field => SpeaksFor(target, PlaceKey.Of(field), byCities))).Take(2).ToArray() is [var only]
                ? Chosen(only, $"'{name}', decided by the fields before it")
                : null;

        CountryReading Chosen(AliasTarget target, string why) => new(target.Country, why) { Unit = target.Unit, Before = before };
    }

    /// <summary>The alias of a last field: as it stands, without a direction before it, or of its last words ("Death Valley USA").</summary>
    private static (PlaceAlias? Alias, string Name, string Others) FindLast(string key)
    {
        if (PlaceAliases.Find(key) is { } whole)
            return (whole, key, "");
        if (Directions.Strip(key) is { } stripped && PlaceAliases.Find(stripped) is { } undirected)
            return (undirected, stripped, "");
        var words = key.Split(' ');
        for (var before = 1; before <= int.Min(MostWordsBefore, words.Length - 1) && !SentenceWords.Contains(words[before - 1]); before++)
        {
            var last = string.Join(' ', words.Skip(before));
            if (PlaceAliases.Find(last) is { } alias)
                return (alias, last, string.Join(' ', words.Take(before)));
        }

        return (null, key, "");
    }

    private static bool SpeaksFor(AliasTarget target, string field, bool byCities)
    {
        if (PlaceAliases.FindUnit(field) is { } named)
            return named.Country == target.Country && (target.Unit is null || named.Unit == target.Unit);
        var places = Gazetteer.Load().In(target.Country);
        var unit = target.Unit is null ? null : places.Admin1(target.Unit);
        if (byCities)
        {
            var without = PlaceKey.WithoutSiteWords(field);
            return places.Cities(field).Concat(without is null ? [] : places.Cities(without)).Any(city => unit is null || city.Admin1 == unit);
        }

        return (unit is null && places.Admin1(field) is not null)
            || places.Admin2(field).Any(second => unit is null || second.Parent == unit);
    }

    private static string Undecided(PlaceAlias alias, string name)
    {
        var countries = string.Join(", ", alias.Targets.Select(target => target.Country).Distinct());
        return alias.Kind == AliasKind.Historic
            ? $"historic-state: '{name}' is now {countries}, and no other field decides"
            : $"ambiguous: '{name}' lies in {countries}, and no other field decides";
    }
}
