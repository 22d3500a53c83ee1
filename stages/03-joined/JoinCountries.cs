using RruffGeo.Artifacts;
using RruffGeo.Geography;

namespace RruffGeo.Stages;

/// <summary>Tells synthetic from natural samples and joins them with the countries of their coordinates (paper section 2, A.2, A.3).</summary>
public static class JoinCountries
{
    /// <summary>Runs the stage.</summary>
    /// <param name="raw">The samples: one row per spectrum file.</param>
    /// <param name="geocoded">Coordinates of their localities.</param>
    /// <param name="polygons">Countries to join with.</param>
    /// <param name="parameters">Keyword rule and snap distance.</param>
    /// <param name="stage">Where to write, whom to tell, when to stop.</param>
    /// <returns>One row per row of <paramref name="raw"/>, in its order: nothing is dropped, what is left out carries its reasons.</returns>
    /// <exception cref="InvalidDataException">A locality of <paramref name="raw"/> is missing from <paramref name="geocoded"/>.</exception>
    public static JoinedSpectra Run(
        RawSpectra raw, GeocodedLocalities geocoded, CountryPolygons polygons, JoinedParameters parameters, StageContext stage)
    {
        var places = Places(geocoded, polygons, parameters, stage);
        var rows = new List<JoinedSpectrum>();
        var descriptions = raw.Descriptions;
        foreach (var sample in descriptions)
        {
            stage.Cancellation.ThrowIfCancellationRequested();
            if (!places.TryGetValue(sample.Locality, out var place))
                throw new InvalidDataException(
                    $"geocoded.parquet has no row for the locality '{sample.Locality}' of {sample.Archive}!{sample.Member}. Run --target=Geocoded --force=Geocoded.");
            rows.Add(Join(sample, place, parameters));
        }

        ParquetTable.Write(stage.File(JoinedSpectra.Table), rows);
        SampleStatistics.Write(rows, stage);
        stage.Progress.Report(new StageProgress("joining", rows.Count, rows.Count, "spectra"));
        return new JoinedSpectra(stage.Destination);
    }

    /// <summary>Country of each locality; points are looked up once per text.</summary>
    private static Dictionary<string, Place> Places(
        GeocodedLocalities geocoded, CountryPolygons polygons, JoinedParameters parameters, StageContext stage)
    {
        var atlas = polygons.ShapefilePath is { } path ? CountryAtlas.LoadShapefile(path) : CountryAtlas.LoadEmbedded(AtlasScale.Scale10m);
        var locator = new CountryLocator(atlas, parameters.SnapDegrees);
        var localities = geocoded.Localities;
        var places = new Place[localities.Count];
        Parallel.For(0, places.Length, new ParallelOptions { CancellationToken = stage.Cancellation }, i =>
            places[i] = localities[i] is { Latitude: { } latitude, Longitude: { } longitude }
                ? new Place(localities[i], locator.Find(new GeoPoint(latitude, longitude)))
                : new Place(localities[i], default));
        return places.ToDictionary(place => place.Locality.Locality, StringComparer.Ordinal);
    }

    private static JoinedSpectrum Join(SpectrumDescription sample, Place place, JoinedParameters parameters)
    {
        var rule = parameters.SyntheticRule == "substring" ? KeywordRule.Substring : KeywordRule.Word;
        var keyword = Keyword(sample, rule);
        var otherRule = rule == KeywordRule.Word ? KeywordRule.Substring : KeywordRule.Word;
        var (locality, match) = place;
        var group = LocalityText.Group(locality.Cleaned);

        var exclusions = new List<string>();
        if (locality.Latitude is null)
            exclusions.Add("no-coordinates");
        else if (match.Country is null)
            exclusions.Add("no-country");
        if (sample.Mineral.Length == 0)
            exclusions.Add("no-mineral");
        if (keyword.Length > 0)
            exclusions.Add("synthetic");

        return new JoinedSpectrum
        {
            SpectrumId = sample.SpectrumId,
            Kind = sample.Kind,
            Mineral = sample.Mineral,
            Specimen = sample.Specimen,
            Acquisition = sample.Acquisition,
            LocalityGroup = group.Length > 0 ? group : $"(unknown locality of {sample.Specimen})",
            Synthetic = keyword.Length > 0,
            SyntheticKeyword = keyword,
            SyntheticRulesDiffer = (keyword.Length > 0) != (Keyword(sample, otherRule).Length > 0),
            Latitude = locality.Latitude,
            Longitude = locality.Longitude,
            Country = match.Country?.Name ?? "",
            IsoCode = match.Country?.IsoCode ?? "",
            JoinRule = match.Rule switch { MatchRule.Inside => "inside", MatchRule.Nearest => "nearest", _ => "none" },
            TokenCountry = locality.TokenCountry,
            Exclusions = string.Join(';', exclusions),
        };
    }

    /// <summary>The deciding keyword and its field; the paper searches locality and names (A.2).</summary>
    private static string Keyword(SpectrumDescription sample, KeywordRule rule) =>
        SyntheticKeywords.Find(sample.Locality, rule) is { } inLocality ? $"{inLocality} in locality"
        : SyntheticKeywords.Find(sample.Mineral, rule) is { } inName ? $"{inName} in name"
        : "";

    private sealed record Place(GeocodedLocality Locality, CountryMatch Match);
}
