using RruffGeo.Artifacts;
using RruffGeo.Geography;

namespace RruffGeo.Stages;

/// <summary>Classifies samples as natural or synthetic and gives each placed one its country (paper section 2, A.2 and A.3).</summary>
/// <remarks>A sample is a spectrum file. Nothing is removed: what learning leaves out carries its reasons in <c>exclusions</c>.</remarks>
public static class JoinCountries
{
    private const int ReportEvery = 1_000;

    /// <returns>One row per row of <c>raw.parquet</c>, in its order, and the statistics of section 3.</returns>
    /// <exception cref="InvalidDataException">A locality of <paramref name="raw"/> is missing from <paramref name="geocoded"/>, or the polygons cannot be used.</exception>
    public static JoinedSpectra Run(
        RawSpectra raw, GeocodedLocalities geocoded, CountryPolygons polygons, JoinedParameters parameters, StageContext stage)
    {
        var atlas = polygons.ShapefilePath is null
            ? CountryAtlas.LoadEmbedded(parameters.Scale == "10m" ? AtlasScale.Scale10m : AtlasScale.Scale110m)
            : CountryAtlas.LoadShapefile(polygons.ShapefilePath);
        var places = LocatePlaces(geocoded.Localities, atlas, parameters.SnapDegrees, stage.Cancellation);
        var rule = parameters.SyntheticRule == "substring" ? KeywordRule.Substring : KeywordRule.Word;

        var descriptions = raw.Descriptions;
        var rows = new List<JoinedSpectrum>(descriptions.Count);
        foreach (var description in descriptions)
        {
            stage.Cancellation.ThrowIfCancellationRequested();
            var place = places.GetValueOrDefault(description.Locality) ?? throw new InvalidDataException(
                $"geocoded.parquet has no row for the locality '{description.Locality}' of {description.Archive}!{description.Member}; run stage Geocoded again.");
            rows.Add(Join(description, place, rule));
            if (rows.Count % ReportEvery == 0 || rows.Count == descriptions.Count)
                stage.Progress.Report(new StageProgress("joining with countries", rows.Count, descriptions.Count, "spectra"));
        }

        ParquetTable.Write(stage.File("joined.parquet"), rows, new Dictionary<string, string>
        {
            ["polygons"] = atlas.Source,
            ["polygons_sha256"] = polygons.Sha256,
            ["polygon_repairs"] = string.Join('\n', atlas.RepairNotes),
            ["attribution"] = DataNotice.For(places.Values.Select(place => place.Locality.Geocoder)),
        });
        ParquetTable.Write(stage.File("countries.parquet"), DatasetTables.Countries(rows));
        ParquetTable.Write(stage.File("places.parquet"), DatasetTables.Places(rows, atlas));
        ParquetTable.Write(stage.File("species.parquet"), DatasetTables.Species(rows));
        ParquetTable.Write(stage.File("counts.parquet"), DatasetCounts.Of(rows));
        var localities = LocalityRows.Of(geocoded.Localities, descriptions, rows);
        ParquetTable.Write(stage.File("placements.parquet"), PlacementClasses.Of(localities));
        ParquetTable.Write(stage.File("suspicious.parquet"), SuspiciousPlaces.Of(localities));
        ParquetTable.Write(stage.File("synthetic_cases.parquet"), SyntheticCases.Of(descriptions, rows));
        return new JoinedSpectra(stage.Destination);
    }

    private static Dictionary<string, LocatedPlace> LocatePlaces(
        IReadOnlyList<GeocodedLocality> localities, CountryAtlas atlas, double snapDegrees, CancellationToken cancellationToken)
    {
        var locator = new CountryLocator(atlas, snapDegrees);
        var places = new Dictionary<string, LocatedPlace>(localities.Count, StringComparer.Ordinal);
        foreach (var locality in localities)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var match = locality is { Latitude: { } latitude, Longitude: { } longitude }
                ? locator.Find(new GeoPoint(latitude, longitude))
                : default;
            places.Add(locality.Locality, new LocatedPlace(locality, match, atlas.NameHere(locality.TokenCountry)));
        }

        return places;
    }

    private static JoinedSpectrum Join(SpectrumDescription description, LocatedPlace place, KeywordRule rule)
    {
        var (word, substring) = (FindSynthetic(description, KeywordRule.Word), FindSynthetic(description, KeywordRule.Substring));
        var synthetic = rule == KeywordRule.Word ? word : substring;
        var group = LocalityText.Group(place.Locality.Cleaned);
        var row = new JoinedSpectrum
        {
            SpectrumId = description.SpectrumId,
            Kind = description.Kind,
            Mineral = description.Mineral,
            Specimen = description.Specimen,
            Acquisition = description.Acquisition,
            LocalityGroup = group.Length > 0 ? group : $"specimen {description.Specimen}",
            Synthetic = synthetic is not null,
            SyntheticKeyword = synthetic ?? "",
            SyntheticRulesDiffer = word is null != substring is null,
            Latitude = place.Locality.Latitude,
            Longitude = place.Locality.Longitude,
            Precision = place.Locality.Precision,
            Unplaced = place.Locality.Reason,
            Country = place.Match.Country?.Name ?? "",
            IsoCode = place.Match.Country?.IsoCode ?? "",
            JoinRule = place.Match.Rule.ToString().ToLowerInvariant(),
            SnapDistance = place.Match.Rule == MatchRule.Nearest ? place.Match.DistanceDegrees : null,
            TokenCountry = place.TokenCountry,
        };
        return row with { Exclusions = string.Join(';', Exclusion.Of(row).Order(StringComparer.Ordinal)) };
    }

    /// <summary>Keyword and field, such as <c>synthetic in locality</c>; null for a natural sample (paper A.2: locality and names).</summary>
    private static string? FindSynthetic(SpectrumDescription description, KeywordRule rule) =>
        SyntheticKeywords.Find(description.Locality, rule) is { } inLocality ? $"{inLocality} in locality"
        : SyntheticKeywords.Find(description.Mineral, rule) is { } inName ? $"{inName} in name"
        : null;

    private sealed record LocatedPlace(GeocodedLocality Locality, CountryMatch Match, string TokenCountry);
}
