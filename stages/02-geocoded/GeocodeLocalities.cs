using RruffGeo.Artifacts;
using RruffGeo.Geography;

namespace RruffGeo.Stages;

/// <summary>Turns locality texts into coordinates (paper section 2 and A.1).</summary>
public static class GeocodeLocalities
{
    private const int ReportEvery = 100;

    /// <returns>One row per distinct text, in ordinal order; texts without an answer are kept, with the reason.</returns>
    public static GeocodedLocalities Run(RawSpectra raw, GeocodedParameters parameters, StageContext stage)
    {
        var texts = raw.Descriptions.Select(row => row.Locality).Distinct().Order(StringComparer.Ordinal).ToList();
        IReadOnlyList<IGeocoder> geocoders = [.. parameters.Services.Split(',', StringSplitOptions.TrimEntries).Select(Open)];
        var rows = new List<GeocodedLocality>(texts.Count);
        foreach (var text in texts)
        {
            stage.Cancellation.ThrowIfCancellationRequested();
            rows.Add(Geocode(text, geocoders, stage.Cancellation));
            if (rows.Count % ReportEvery == 0 || rows.Count == texts.Count)
                stage.Progress.Report(new StageProgress("geocoding", rows.Count, texts.Count, "localities"));
        }

        ParquetTable.Write(stage.File("geocoded.parquet"), rows, new Dictionary<string, string>
        {
            ["geocoders"] = string.Join(", ", geocoders.Select(geocoder => geocoder.Name)),
            ["attribution"] = DataNotice.Text,
        });
        return new GeocodedLocalities(stage.Destination);
    }

    private static IGeocoder Open(string service) => service switch
    {
        "Gazetteer" => new GazetteerGeocoder(CountryAtlas.LoadEmbedded(AtlasScale.Scale10m)),
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, "Expected 'Gazetteer', the only geocoder so far."),
    };

    private static GeocodedLocality Geocode(string locality, IReadOnlyList<IGeocoder> geocoders, CancellationToken cancellationToken)
    {
        var cleaned = LocalityText.Clean(locality);
        var candidates = LocalityText.Candidates(cleaned.Text);
        var row = new GeocodedLocality
        {
            Locality = locality,
            Cleaned = cleaned.Text,
            Removed = cleaned.Removed,
            Uncertain = locality.Contains('?', StringComparison.Ordinal),
            Status = "not-found",
        };

        // A geocoder would find the Czech Republic in "Synthetic, made in the Czech Republic".
        if (SyntheticKeywords.Find(locality, KeywordRule.Word) is { } keyword)
            return row with { Why = $"synthetic: '{keyword}' in the locality, so the places it names are no origin" };

        row = row with { TokenCountry = CountryReader.Read(cleaned.Text).Country };
        // Geocoders of a stage answer at once: nothing is waited for.
        var (answer, geocoder, depth) = CandidateSearch.SearchAsync(candidates, geocoders, cancellationToken).AsTask().GetAwaiter().GetResult();
        var tried = string.Join('\n', candidates.Take(depth + 1));
        return answer switch
        {
            GeocodeAnswer.Found found => row with
            {
                Candidates = tried,
                Geocoder = geocoder,
                Matched = found.Matched,
                Depth = depth,
                Latitude = found.Point.Latitude,
                Longitude = found.Point.Longitude,
                Precision = found.Precision.ToString().ToLowerInvariant(),
                Status = "found",
                Why = found.Why,
            },
            GeocodeAnswer.Failed failed => row with { Candidates = tried, Geocoder = geocoder, Status = "failed", Why = failed.Why },
            _ => row with { Candidates = tried, Why = answer.Why },
        };
    }
}
