using System.Collections.Immutable;
using RruffGeo.Geography;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Report;

namespace RruffGeo.Stages;

/// <summary>What the report owes to live geocoders, and what it says of those that gave no answer.</summary>
internal static class GeocoderBlocks
{
    private const int Shown = 10;

    /// <summary>A caution if any locality stayed without an answer; else nothing.</summary>
    public static IEnumerable<Block> Failures(PaperSources sources)
    {
        var failed = sources.Localities.Where(locality => locality.Status == "failed").ToList();
        if (failed.Count > 0)
            yield return new Caution(
                $"{Numerals.Of(failed.Count)} of {Numerals.Of(sources.Localities.Count)} localities have no answer from a geocoder.",
                "That is no \"not found\": a service failed, nothing coarser was asked in its place, and the spectra from there count as without coordinates. Asking again may place them. "
                + string.Join(" ", failed.Take(Shown).Select(locality => $"“{locality.Locality}”: {locality.Why}."))
                + (failed.Count > Shown ? $" And {Numerals.Of(failed.Count - Shown)} more, in 02-geocoded/geocoded.parquet." : ""));
    }

    /// <summary>Attribution for each live geocoder that placed a locality.</summary>
    public static ImmutableArray<Block> Attributions(PaperSources sources) =>
    [
        .. DataNotice.Attributions(sources.Localities.Select(locality => locality.Geocoder)).Select(line =>
            new Attribution(line, line.Contains("OpenStreetMap", StringComparison.Ordinal) ? "https://www.openstreetmap.org/copyright" : "")),
    ];
}
