using System.Collections.Immutable;
using System.Globalization;
using RruffGeo.Presentation.Report;

namespace RruffGeo.Stages;

/// <summary>The spectra that a reader can look at in the report: a bounded sample, chosen by rule.</summary>
internal static class ViewedSpectra
{
    private const int Species = 8;
    private const int OfEach = SpectraBlock.MostSpectra / Species;

    /// <summary>How they were chosen, for the reader.</summary>
    public const string Caption =
        "Up to three measurements of each of the eight most frequent species, from different countries where there are some, with RAW and Processed files where there are both. "
        + "Each of 512 points is the highest of its stretch: bands keep their height, noise looks larger than it is. Drag to zoom, double-click for the whole range.";

    /// <summary>Chooses and reads them; whatever else <c>raw.parquet</c> holds is not kept.</summary>
    public static ImmutableArray<ViewedSpectrum> Read(PaperSources sources, RawSpectra raw, CancellationToken cancellation)
    {
        var countries = sources.Joined.GroupBy(row => row.SpectrumId).ToDictionary(group => group.Key, group => group.First().Country, StringComparer.Ordinal);
        var bySpecies = sources.Descriptions.ToLookup(description => description.Mineral, StringComparer.Ordinal);
        var chosen = sources.Species.Take(Species).SelectMany(species => Choose(bySpecies[species.Mineral], countries)).ToList();
        cancellation.ThrowIfCancellationRequested();
        var ids = chosen.SelectMany(measurement => new[] { measurement.Raw?.SpectrumId, measurement.Processed?.SpectrumId }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (ids.Count == 0)
            return [];
        var curves = raw.ReadSpectra(ids).DistinctBy(spectrum => spectrum.SpectrumId)
            .ToDictionary(spectrum => spectrum.SpectrumId, spectrum => new ViewedCurve([.. spectrum.Wavenumbers], [.. spectrum.Intensities]), StringComparer.Ordinal);
        ViewedCurve? Curve(SpectrumDescription? description) => description is null ? null : curves.GetValueOrDefault(description.SpectrumId);
        return [.. chosen.Select(measurement => new ViewedSpectrum(measurement.Any.Mineral, Label(measurement.Any, measurement.Country), Curve(measurement.Raw), Curve(measurement.Processed)))];
    }

    // Whole measurements before halves, one of each country before a second; within that, the order of the archives.
    private static IEnumerable<Measurement> Choose(IEnumerable<SpectrumDescription> files, Dictionary<string, string> countries) => files
        .GroupBy(file => (file.Acquisition.Length > 0 ? file.Acquisition : file.SpectrumId, file.Archive))
        .Select(group => new Measurement(group.FirstOrDefault(file => file.Kind == "RAW"), group.FirstOrDefault(file => file.Kind == "Processed"), countries.GetValueOrDefault(group.First().SpectrumId, "")))
        .Where(measurement => measurement.Raw is not null || measurement.Processed is not null)
        .OrderByDescending(measurement => measurement is { Raw: not null, Processed: not null })
        .GroupBy(measurement => measurement.Country).SelectMany(group => group.Index())
        .OrderBy(ranked => ranked.Index).ThenBy(ranked => ranked.Item.Country.Length == 0).Select(ranked => ranked.Item).Take(OfEach);

    private static string Label(SpectrumDescription description, string country)
    {
        var laser = description.LaserNanometres is { } nanometres ? $"{nanometres.ToString("0.###", CultureInfo.InvariantCulture)} nm" : "laser not stated";
        return string.Join(", ", new[] { description.RruffId, country, description.Orientation, laser }.Where(part => part.Length > 0));
    }

    private sealed record Measurement(SpectrumDescription? Raw, SpectrumDescription? Processed, string Country)
    {
        public SpectrumDescription Any => (Raw ?? Processed)!;
    }
}
