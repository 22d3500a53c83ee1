using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using RruffGeo.Geography;
using RruffGeo.Presentation;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Figures;

namespace RruffGeo.Stages;

/// <summary>Figures 1–5 and the flow of rows: the data.</summary>
internal static class DataFigures
{
    private const int Shown = 20;

    public static IEnumerable<DrawnFigure> Of(PaperSources sources, ExampleSpectra examples)
    {
        yield return Flow(sources);
        yield return Map(sources);
        if (sources.Joined.Any(IsPlaced))
            yield return Precision(sources);
        yield return Countries(sources);
        yield return Species(sources);
        if (examples.Pair.Count > 0)
            yield return Pair(sources, examples.Pair);
        if (examples.Resampled is { } resampled)
            yield return Resampling(sources, resampled);
    }

    private static DrawnFigure Flow(PaperSources sources)
    {
        var stages = RowFlow.Of(FlowRows.Of(sources));
        return new(
            "row-flow", "Where the rows went, from the archives' members to the learning task. Bars are proportional to rows; diamonds leave, each row once and for its first reason.",
            FlowFigure.Draw(
                new FigureText(
                    "Where the rows went", "Rows that go on (bars) and rows that leave (diamonds), with the reason",
                    string.Join("; ", stages.Select(stage => $"{Numerals.Of(stage.Count)} {stage.Label}")), sources.Origin), stages));
    }

    private static DrawnFigure Map(PaperSources sources)
    {
        var regions = Regions();
        var drawn = regions.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        var islets = sources.Countries.All(c => drawn.Contains(c.Country))
            ? []
            : CountryAtlas.LoadEmbedded(AtlasScale.Scale10m).Countries.Where(c => !drawn.Contains(c.Name))
                .Select(c => new MapIslet(c.Name, c.LabelPoint.Longitude, c.LabelPoint.Latitude)).OrderBy(i => i.Name, StringComparer.Ordinal).ToList();
        var samples = sources.Countries.Where(c => c.Samples > 0).ToDictionary(c => c.Country, c => (long)c.Samples, StringComparer.Ordinal);
        var subtitle = $"{Numerals.Of(samples.Values.Sum())} natural samples in {Numerals.Of(samples.Count)} countries; Equal Earth projection";
        return new(
            "figure-1-map", $"Figure 1. Natural samples by country. {subtitle}. Discs: countries too small for the outlines, which are Natural Earth's.",
            ChoroplethFigure.Draw(
                new FigureText("Samples by country", subtitle, $"World map; darker countries have more samples. {TopThree(sources)}", sources.Origin), regions, islets, samples));
    }

    private static DrawnFigure Precision(PaperSources sources)
    {
        var places = sources.Joined.Where(IsPlaced).GroupBy(row => (row.Longitude, row.Latitude, row.Precision))
            .Select(group => new GeocodedPlace(group.Key.Longitude!.Value, group.Key.Latitude!.Value, group.Key.Precision, group.Count())).ToList();
        var coarse = places.Where(place => place.Precision is "country" or "admin1").Sum(place => (double)place.Rows) / places.Sum(place => place.Rows);
        return new(
            "geocoding-precision",
            $"Where the spectra with coordinates were put, and what each point stands for. {Numerals.Percent(coarse)} lie in the middle of a state, region or country: good enough for a country's name, not for a distance.",
            PrecisionMapFigure.Draw(
                new FigureText("What a point on the map stands for", $"{Numerals.Of(places.Sum(place => (long)place.Rows))} spectra at {Numerals.Of(places.Count)} points; Equal Earth projection",
                    $"World map of geocoded points by precision. {Numerals.Percent(coarse)} of the spectra lie in the middle of a state, region or country.", sources.Origin), Regions(), places));
    }

    private static bool IsPlaced(JoinedSpectrum row) => row is { Longitude: not null, Latitude: not null };

    private static List<MapRegion> Regions() =>
    [
        .. CountryAtlas.LoadEmbedded(AtlasScale.Scale110m).Countries
            .OrderBy(country => country.Name, StringComparer.Ordinal).Select(country => new MapRegion(country.Name, Rings(country.Geometry))),
    ];

    private static DrawnFigure Countries(PaperSources sources) => Bars(
        sources, "figure-2-countries", "Figure 2. The countries with most natural samples.", "Countries with most samples", "Natural samples (number of spectrum files)",
        [.. sources.Countries.Take(Shown).Select(c => new RankedBar(
            c.Country, c.Samples, Printed(sources, PrintedPaper.Table1.FirstOrDefault(p => p.Country == c.Country)?.Samples)))]);

    private static DrawnFigure Species(PaperSources sources) => Bars(
        sources, "figure-3-species", "Figure 3. The mineral species with most samples.", "Mineral species with most samples", "Samples (number of spectrum files)",
        [.. sources.Species.Take(Shown).Select(s => new RankedBar(
            s.Mineral, s.Samples, Printed(sources, PrintedPaper.Table2.FirstOrDefault(p => p.Mineral == s.Mineral)?.Samples)))]);

    // Beside simulated counts the paper's would only mislead.
    private static long? Printed(PaperSources sources, int? samples) => sources.Origin == DataOrigin.Measured ? samples : null;

    private static DrawnFigure Bars(PaperSources sources, string id, string caption, string title, string axis, IReadOnlyList<RankedBar> bars) => new(
        id, bars.Any(b => b.Printed is not null) ? caption + " Diamonds: the paper's counts." : caption,
        RankedBarsFigure.Draw(
            new FigureText(title, "", string.Join(", ", bars.Take(5).Select(b => $"{b.Label} {Numerals.Of(b.Count)}")) + (bars.Count > 5 ? ", …" : ""), sources.Origin), axis, bars));

    private static DrawnFigure Pair(PaperSources sources, IReadOnlyList<SpectrumCurve> pair) => new(
        "figure-4-spectra", "Figure 4. Example spectra of the two species with most samples, as they stand in the archives.",
        SpectraFigure.Draw(
            new FigureText("Example spectra", "First Processed file, in archive order, of each of the two most frequent species", string.Join("; ", pair.Select(s => s.Label)), sources.Origin), pair));

    private static DrawnFigure Resampling(PaperSources sources, ResampledExample example) => new(
        "figure-5-resampled",
        $"Figure 5. A spectrum ({example.Native.Label}) as measured and on the common grid; where nothing was measured the grid holds zeros, shaded. "
        + (example.FromMexico ? "The paper shows one from Mexico; so does this figure, though not necessarily the same." : "The paper shows one from Mexico; this run has none."),
        ResamplingFigure.Draw(
            new FigureText("Resampling", example.Native.Label, $"Left: the measured spectrum. Right: the same, normalised, between zero padding. {example.Native.Label}.", sources.Origin),
            example.Native, example.OnGrid));

    private static string TopThree(PaperSources sources) =>
        string.Join(", ", sources.Countries.Take(3).Select(c => $"{c.Country} {Numerals.Of(c.Samples)}"));

    private static ImmutableArray<ImmutableArray<(double, double)>> Rings(Geometry geometry) =>
        [.. Polygons(geometry).SelectMany(p => p.InteriorRings.Prepend(p.ExteriorRing)).Select(ring => ring.Coordinates.Select(c => (c.X, c.Y)).ToImmutableArray())];

    private static IEnumerable<Polygon> Polygons(Geometry geometry) =>
        geometry is Polygon polygon ? [polygon] : Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<Polygon>();
}
