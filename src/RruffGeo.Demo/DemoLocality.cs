using System.Collections.Immutable;

namespace RruffGeo.Demo;

/// <summary>A mineral locality.</summary>
/// <param name="Text">Locality text as RRUFF would write it.</param>
/// <param name="Country">NAME of Natural Earth; empty if the text names no origin.</param>
/// <param name="Minerals">Minerals found there.</param>
internal sealed record DemoLocality(string Text, string Country, ImmutableArray<string> Minerals)
{
    /// <summary>All localities, in the order of the table.</summary>
    public static ImmutableArray<DemoLocality> All { get; } =
        [.. FactTable.Rows("localities.txt", 3).Select(row => new DemoLocality(row[0], row[1], [.. row[2].Split(", ")]))];

    /// <summary>Texts of specimens that were made, not found; the last names a country that is no origin.</summary>
    public static ImmutableArray<DemoLocality> Synthetic { get; } =
    [
        new("Synthetic", "", ["Rutile"]),
        new("Synthetic, grown by the Verneuil process", "", ["Corundum"]),
        new("Laboratory-grown", "", ["Quartz"]),
        new("Synthetic, made in Germany", "", ["Fluorite"]),
    ];

    /// <summary>Texts of specimens of unknown origin.</summary>
    public static ImmutableArray<DemoLocality> Unknown { get; } =
        [new("unknown", "", ["Calcite"]), new("", "", ["Beryl"]), new("Unknown", "", ["Topaz"])];
}
