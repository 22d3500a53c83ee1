using System.Collections.Immutable;
using RruffGeo.Presentation.Figures;

namespace RruffGeo.Stages;

/// <summary>The spectra that figures 4 and 5 show.</summary>
/// <param name="Pair">The first Processed file (or, without one, the first file), in archive order, of each of the two most frequent species.</param>
/// <param name="Resampled">A spectrum before and after resampling; null if none was resampled.</param>
internal sealed record ExampleSpectra(IReadOnlyList<SpectrumCurve> Pair, ResampledExample? Resampled)
{
    private const string PaperCountry = "Mexico";

    /// <summary>Chooses by rule and reads no more of <c>raw.parquet</c> than it takes to find the chosen.</summary>
    public static ExampleSpectra Read(PaperSources sources, RawSpectra raw, ResampledSpectra resampled, CancellationToken cancellation)
    {
        var pair = sources.Species.Take(2)
            .Select(s => sources.Descriptions.Where(d => d.Mineral == s.Mineral).OrderBy(d => d.Kind == "Processed" ? 0 : 1).FirstOrDefault())
            .Where(d => d is not null).Select(d => d!).ToList();
        var (place, country) = Resampling(sources);
        var wanted = pair.Select(d => d.SpectrumId).ToHashSet(StringComparer.Ordinal);
        if (place >= 0)
            wanted.Add(sources.Resampled[place].SpectrumId);
        var found = Find(raw, wanted, cancellation);
        return new ExampleSpectra(
            [.. pair.Where(d => found.ContainsKey(d.SpectrumId)).Select(d => Curve(Label(sources, d), found[d.SpectrumId]))],
            place >= 0 && found.TryGetValue(sources.Resampled[place].SpectrumId, out var native) ? OnGrid(sources, resampled, place, country, native) : null);
    }

    // A spectrum from Mexico, as in the paper; else the first one.
    private static (int Place, string Country) Resampling(PaperSources sources)
    {
        var countries = sources.Joined.GroupBy(j => j.SpectrumId).ToDictionary(g => g.Key, g => g.First().Country, StringComparer.Ordinal);
        string CountryOf(ResampledSpectrum spectrum) => countries.GetValueOrDefault(spectrum.SpectrumId, "");
        var place = sources.Resampled.ToList().FindIndex(r => CountryOf(r) == PaperCountry);
        place = place < 0 && sources.Resampled.Count > 0 ? 0 : place;
        return (place, place < 0 ? "" : CountryOf(sources.Resampled[place]));
    }

    private static Dictionary<string, RawSpectrum> Find(RawSpectra raw, HashSet<string> wanted, CancellationToken cancellation)
    {
        var found = new Dictionary<string, RawSpectrum>(StringComparer.Ordinal);
        if (wanted.Count == 0)
            return found;
        foreach (var spectrum in raw.ReadSpectra())
        {
            cancellation.ThrowIfCancellationRequested();
            if (wanted.Contains(spectrum.SpectrumId) && found.TryAdd(spectrum.SpectrumId, spectrum) && found.Count == wanted.Count)
                break;
        }

        return found;
    }

    private static ResampledExample OnGrid(PaperSources sources, ResampledSpectra resampled, int place, string country, RawSpectrum native)
    {
        var grid = sources.Grid;
        var step = (grid.Last - grid.First) / (grid.Points - 1);
        var wavenumbers = Enumerable.Range(0, grid.Points).Select(i => (float)(grid.First + (i * step))).ToImmutableArray();
        var intensities = resampled.ReadIntensities().AsSpan(place * grid.Points, grid.Points).ToImmutableArray();
        var description = sources.Descriptions.FirstOrDefault(d => d.SpectrumId == native.SpectrumId);
        var label = description is null ? native.SpectrumId : Label(sources, description);
        return new ResampledExample(Curve(label, native), new SpectrumCurve(label, wavenumbers, intensities), country == PaperCountry);
    }

    private static SpectrumCurve Curve(string label, RawSpectrum spectrum) => new(label, [.. spectrum.Wavenumbers], [.. spectrum.Intensities]);

    private static string Label(PaperSources sources, SpectrumDescription description)
    {
        var country = sources.Joined.FirstOrDefault(j => j.SpectrumId == description.SpectrumId)?.Country ?? "";
        var laser = description.LaserNanometres is { } nanometres ? $"{nanometres.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)} nm" : "laser not stated";
        return string.Join(", ", new[] { $"{description.Mineral} {description.RruffId}", country, description.Kind, laser }.Where(part => part.Length > 0));
    }
}

/// <summary>A spectrum before and after resampling.</summary>
/// <param name="Native">As measured.</param>
/// <param name="OnGrid">On the common grid.</param>
/// <param name="FromMexico">True if its locality lies in Mexico, as that of the paper's figure 5 does.</param>
internal sealed record ResampledExample(SpectrumCurve Native, SpectrumCurve OnGrid, bool FromMexico);
