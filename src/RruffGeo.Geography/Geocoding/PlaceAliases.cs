using System.Collections.Frozen;

namespace RruffGeo.Geography;

/// <summary>Names of countries and regions as people write them: the NAMEs of the polygons and the table <c>aliases.txt</c>.</summary>
internal static class PlaceAliases
{
    private const string File = "aliases.txt";

    private static readonly FrozenDictionary<string, PlaceAlias> ByKey = Load();

    /// <summary>The alias with this comparison key; null if there is none.</summary>
    public static PlaceAlias? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>The target of an alias that stands for one place; null for any other key.</summary>
    public static AliasTarget? FindOne(string key) => Find(key) is { Kind: AliasKind.Is, Targets: [var target] } ? target : null;

    /// <summary>The same for a field that may carry a word for the kind of unit: "Shaba Province".</summary>
    public static AliasTarget? FindUnit(string key) => FindOne(key) ?? FindOne(PlaceKey.Core(key));

    /// <summary>All keys with their aliases, for tests.</summary>
    internal static IEnumerable<KeyValuePair<string, PlaceAlias>> All => ByKey;

    private static FrozenDictionary<string, PlaceAlias> Load()
    {
        var aliases = new Dictionary<string, PlaceAlias>(StringComparer.Ordinal);
        foreach (var (number, line) in EmbeddedData.Lines(File))
        {
            if (line.Split(" = ") is not [var text, var rest] || rest.Split(" # ") is not [var answer, var note])
                throw Malformed(number, line, "'text = answer # note'");
            if (!aliases.TryAdd(PlaceKey.Of(text), Parse(number, answer, note)))
                throw Malformed(number, line, "each alias once");
        }

        // The table comes first: it has its own word on Congo and Georgia.
        foreach (var name in CountryCodes.All.Select(row => row.Name).Distinct())
            aliases.TryAdd(PlaceKey.Of(name), new PlaceAlias(AliasKind.Is, [new AliasTarget(name, Unit: null)], "NAME of the polygon"));
        return aliases.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static PlaceAlias Parse(int number, string answer, string note)
    {
        var (kind, targets) = answer.Split(": ") switch
        {
            ["none", _] => (AliasKind.None, ""),
            ["first of", var list] => (AliasKind.FirstOf, list),
            ["several", var list] => (AliasKind.Several, list),
            ["historic", var list] => (AliasKind.Historic, list),
            [var one] => (AliasKind.Is, one),
            _ => throw Malformed(number, answer, "a NAME, or 'none: kind', 'first of:', 'several:', 'historic:' and NAMEs parted by ' | '"),
        };
        return new PlaceAlias(
            kind, [.. targets.Split(" | ", StringSplitOptions.RemoveEmptyEntries).Select(target => Target(number, target))], note,
            kind == AliasKind.None ? answer.Split(": ")[1] : "");
    }

    private static AliasTarget Target(int number, string target)
    {
        var (country, unit) = target.Split(" / ") is [var first, var second] ? (first, second) : (target, null);
        return CountryCodes.Alpha2(country).Length > 0
            ? new AliasTarget(country, unit is null ? null : PlaceKey.Of(unit))
            : throw Malformed(number, target, "the NAME of a polygon as in country-codes.tsv, perhaps followed by ' / ' and a unit");
    }

    private static InvalidDataException Malformed(int number, string found, string expected) =>
        new($"{File}({number}): expected {expected} but found '{found}'.");
}
