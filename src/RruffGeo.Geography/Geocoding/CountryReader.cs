using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RruffGeo.Geography;

/// <summary>Reads the country from the last field of a locality text, by the alias table.</summary>
/// <remarks>This is the token label of the audit: kept beside the polygon's label, never in its place.</remarks>
public static class CountryReader
{
    private const int MostWordsBefore = 4;
    private const string NotNamed = "no-country-named";

    private static readonly FrozenSet<string> SentenceWords =
        new[] { "from", "by", "made", "grown", "purchased", "bought", "meteorite", "and", "or", "not", "may", "that" }.ToFrozenSet();

    /// <summary>Reads the country of a cleaned text (<see cref="LocalityText.Clean"/>), by <see cref="FieldReading.Names"/>.</summary>
    public static CountryReading Read(string cleaned) => Read(cleaned, FieldReading.Names);

    /// <summary>Reads the country of a cleaned text (<see cref="LocalityText.Clean"/>).</summary>
    public static CountryReading Read(string cleaned, FieldReading reading)
    {
        // Years, elevations and coordinates follow the country at times ("Brazil, 2697 ASL").
        string[] fields = [.. LocalityText.Fields(cleaned).Reverse().SkipWhile(field => field.Any(char.IsAsciiDigit)).Reverse()];
        if (fields.Length == 0)
            return cleaned.Length == 0 ? Nowhere("empty", "the locality is empty") : Nowhere(NotNamed, $"'{cleaned}' names no country");
        var (alias, name, others) = FindLast(PlaceKey.Of(fields[^1]), reading);
        if (fields.Length > 1 && PlaceAliases.FindOne(PlaceKey.Of(fields[^2])) is { Unit: var unit } nearer
            && (alias is { Kind: AliasKind.None } || (unit is null && IsTerritoryOf(nearer, alias))))
        {
            return Read(string.Join(", ", fields.SkipLast(1)), reading); // "Gabon, Africa"
        }

        if (alias is null)
            return Nowhere(NotNamed, $"no country is known for the last field '{fields[^1]}'");
        ImmutableArray<string> before = [.. fields.SkipLast(1), .. others.Length > 0 ? new[] { others } : []];
        return alias.Kind switch
        {
            AliasKind.None => Nowhere(alias.Reason, $"'{name}' names no country: {alias.Note}"),
            AliasKind.Is => Chosen(alias.Targets[0], $"'{name}' by the alias table"),
            AliasKind.FirstOf => Decide(byCities: false) ?? Decide(byCities: true) ?? Chosen(alias.Targets[0], $"'{name}', nothing speaking for the others of that name"),
            AliasKind.Several or AliasKind.Historic => Decide(byCities: false) ?? Decide(byCities: true) ?? Undecided(alias, name),
            _ => throw new InvalidOperationException($"'{name}': no such kind of alias as {alias.Kind}."),
        };

        CountryReading? Decide(bool byCities) =>
            alias.Targets.Where(target => before.Any(field => SpeaksFor(target, PlaceKey.Of(field), byCities))).Take(2).ToArray() is [var only]
                ? Chosen(only, $"'{name}', decided by the fields before it")
                : null;

        CountryReading Chosen(AliasTarget target, string why) => new(target.Country, why) { Unit = target.Unit, Before = before };
    }

    /// <summary>The country that one field names by the alias table, whole or by a unit of it; empty if none, or none for certain.</summary>
    /// <remarks>For the audit: a field before the last may contradict it ("Cyprus, Greece").</remarks>
    public static string NamedBy(string field) => PlaceAliases.FindOne(PlaceKey.Of(field))?.Country ?? "";

    private static CountryReading Nowhere(string reason, string why) => new("", why) { Reason = reason };

    private static bool IsTerritoryOf(AliasTarget nearer, PlaceAlias? last) =>
        last is { Kind: AliasKind.Is, Targets: [{ Unit: null } state] } && Territories.Belongs(nearer.Country, state.Country);

    /// <summary>The alias of a last field: as it stands, without a direction before it, or of its last words ("Death Valley USA").</summary>
    private static (PlaceAlias? Alias, string Name, string Others) FindLast(string key, FieldReading reading)
    {
        if (PlaceAliases.Find(key) is { } whole)
            return (whole, key, "");
        if (Directions.Strip(key) is { } stripped && PlaceAliases.Find(stripped) is { } undirected)
            return (undirected, stripped, "");
        var words = key.Split(' ');
        var (most, sentence) = (reading == FieldReading.Names ? int.Min(MostWordsBefore, words.Length - 1) : words.Length - 1, false);
        for (var before = 1; before <= most; before++)
        {
            sentence |= reading == FieldReading.Names && SentenceWords.Contains(words[before - 1]);
            var last = string.Join(' ', words.Skip(before));
            if (PlaceAliases.Find(last) is { } alias && (!sentence || alias.Kind == AliasKind.None)) // "from Sigma" has no country, and that is why
                return (alias, last, string.Join(' ', words.Take(before)));
        }

        return (null, key, "");
    }

    private static bool SpeaksFor(AliasTarget target, string field, bool byCities)
    {
        if (PlaceAliases.FindUnit(field) is { } named)
            return named.Country == target.Country && (target.Unit is null || named.Unit == target.Unit);
        if (PlaceAliases.Find(field) is { Kind: not AliasKind.Is } undecided)
            return undecided.Kind == AliasKind.FirstOf && target.Unit is null && undecided.Targets[0] == target;
        var places = Gazetteer.Load().In(target.Country);
        var unit = target.Unit is null ? null : places.Admin1(target.Unit);
        if (byCities)
        {
            var without = PlaceKey.WithoutSiteWords(field);
            string?[] names = [field, without, Exonyms.Find(target.Country, field) is { } other ? PlaceKey.Of(other) : null];
            return names.OfType<string>().SelectMany(places.Cities).Any(city => unit is null || city.Admin1 == unit);
        }

        return (unit is null && places.Admin1(field) is not null)
            || places.Admin2(field).Any(second => unit is null || second.Parent == unit);
    }

    private static CountryReading Undecided(PlaceAlias alias, string name)
    {
        var countries = string.Join(", ", alias.Targets.Select(target => target.Country).Distinct());
        return alias.Kind == AliasKind.Historic
            ? Nowhere("historic-state", $"historic-state: '{name}' is now {countries}, and no other field decides")
            : Nowhere("ambiguous", $"ambiguous: '{name}' lies in {countries}, and no other field decides");
    }
}
