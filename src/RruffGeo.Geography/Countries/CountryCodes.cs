using System.Collections.Frozen;

namespace RruffGeo.Geography;

/// <summary>ISO 3166-1 codes and the NAME of the polygon that holds each territory.</summary>
internal static class CountryCodes
{
    private const string File = "country-codes.tsv";

    private static readonly (string Numeric, string Alpha2, string Name)[] Rows =
        [.. EmbeddedData.Lines(File).Select(line => Parse(line.Number, line.Text))];

    private static readonly FrozenDictionary<string, string> Alpha2ByNumeric =
        Rows.Where(row => row.Numeric != "-").ToFrozenDictionary(row => row.Numeric, row => row.Alpha2);

    private static readonly FrozenDictionary<string, string> NameByAlpha2 =
        Rows.ToFrozenDictionary(row => row.Alpha2, row => row.Name);

    /// <summary>Alpha-2 codes in file order, each with the NAME of its polygon; several codes may share a NAME.</summary>
    public static IEnumerable<(string Alpha2, string Name)> All => Rows.Select(row => (row.Alpha2, row.Name));

    /// <summary>Alpha-2 code of an ISO numeric code such as <c>528</c>; for a polygon without a number, by its NAME; empty if it has none.</summary>
    public static string Alpha2(string? numeric, string name) =>
        numeric is not null && Alpha2ByNumeric.TryGetValue(numeric, out var alpha2)
            ? alpha2
            : Rows.FirstOrDefault(row => row.Numeric == "-" && row.Name == name).Alpha2 ?? "";

    /// <summary>Alpha-2 code of the country whose polygon is called <paramref name="name"/>, first in file order; empty if it has none.</summary>
    public static string Alpha2(string name) => Rows.FirstOrDefault(row => row.Name == name).Alpha2 ?? "";

    /// <summary>NAME of the polygon that holds the territory <paramref name="alpha2"/>; null if the code is not in the table.</summary>
    public static string? Name(string alpha2) => NameByAlpha2.GetValueOrDefault(alpha2);

    private static (string Numeric, string Alpha2, string Name) Parse(int number, string text) =>
        text.Split('\t') is [var numeric, var alpha2, var name]
            ? (numeric, alpha2, name)
            : throw new InvalidDataException($"{File}({number}): expected 'numeric, alpha-2, NAME' parted by tabs but found '{text}'.");
}
