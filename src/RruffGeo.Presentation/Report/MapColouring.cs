using System.Collections.Immutable;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Report;

/// <summary>A number by which the interactive map is coloured.</summary>
/// <param name="Name">As the reader chooses it.</param>
/// <param name="Low">Words at the light end of its scale.</param>
/// <param name="High">Words at the dark end.</param>
/// <param name="Fills">The colour of each country; empty text where there is no number.</param>
internal sealed record MapColouring(string Name, string Low, string High, ImmutableArray<string> Fills)
{
    /// <summary>Spectra on a logarithmic scale, then F1 under both kinds of folds from 0 to 1, as far as they were measured.</summary>
    public static ImmutableArray<MapColouring> Of(ImmutableArray<MappedCountry> countries)
    {
        var most = Math.Max(10, countries.Select(country => country.Spectra).DefaultIfEmpty(1).Max());
        MapColouring[] all =
        [
            new("spectra", "1", $"{Numerals.Of(most)} (log scale)", [.. countries.Select(country => Fill(Math.Log(Math.Max(1, country.Spectra)) / Math.Log(most)))]),
            new("F1, folds by row", "0", "1", [.. countries.Select(country => Fill(country.RowF1))]),
            new("F1, folds by specimen", "0", "1", [.. countries.Select(country => Fill(country.SpecimenF1))]),
        ];
        return [.. all.Where((colouring, index) => index == 0 || colouring.Fills.Any(fill => fill.Length > 0))];
    }

    /// <summary>Colours of the scale from its light to its dark end.</summary>
    public static ImmutableArray<string> Scale(int steps) => [.. Enumerable.Range(0, steps).Select(step => Fill((step + 0.5) / steps))];

    private static string Fill(double? share) => share is { } value ? Palette.Viridis(1 - value).Hex : "";
}
