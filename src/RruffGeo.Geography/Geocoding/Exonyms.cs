using System.Collections.Frozen;

namespace RruffGeo.Geography;

/// <summary>Other names of cities, former and foreign: the table <c>exonyms.txt</c>.</summary>
internal static class Exonyms
{
    private const string File = "exonyms.txt";

    private static readonly FrozenDictionary<(string Country, string Key), string> ByKey = Load();

    /// <summary>The gazetteer's name of the city that is called <paramref name="key"/> elsewhere; null if the table has none in that country.</summary>
    public static string? Find(string country, string key) => ByKey.GetValueOrDefault((country, key));

    /// <summary>All rows, for tests.</summary>
    internal static IEnumerable<(string Country, string Key, string Name)> All => ByKey.Select(row => (row.Key.Country, row.Key.Key, row.Value));

    private static FrozenDictionary<(string, string), string> Load()
    {
        var names = new Dictionary<(string, string), string>();
        foreach (var (number, line) in EmbeddedData.Lines(File))
        {
            if (line.Split(" = ") is not [var text, var rest] || rest.Split(" # ") is not [var name, _] || text.Split(", ") is not [var other, var country])
                throw Malformed(number, line, "'text, NAME of the country = name in the gazetteer # why'");
            if (CountryCodes.Alpha2(country).Length == 0)
                throw Malformed(number, country, "the NAME of a polygon as in country-codes.tsv");
            if (!names.TryAdd((country, PlaceKey.Of(other)), name))
                throw Malformed(number, line, "each name once");
        }

        return names.ToFrozenDictionary();
    }

    private static InvalidDataException Malformed(int number, string found, string expected) =>
        new($"{File}({number}): expected {expected} but found '{found}'.");
}
