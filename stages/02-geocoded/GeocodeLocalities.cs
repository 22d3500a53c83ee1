using RruffGeo.Artifacts;
using RruffGeo.Geography;

namespace RruffGeo.Stages;

/// <summary>Turns locality texts into coordinates (paper section 2 and A.1).</summary>
public static class GeocodeLocalities
{
    private const int ReportEvery = 100;

    /// <returns>One row per distinct text, in ordinal order; texts without an answer are kept, with the reason.</returns>
    public static GeocodedLocalities Run(RawSpectra raw, KeptAnswers answers, GeocodedParameters parameters, StageContext stage)
    {
        var texts = TextsOf(raw);
        IReadOnlyList<IGeocoder> geocoders = [.. parameters.Geocoders.Select(name => Open(name, answers, parameters))];
        var rows = new List<GeocodedLocality>(texts.Count);
        foreach (var text in texts)
        {
            stage.Cancellation.ThrowIfCancellationRequested();
            // Geocoders of a stage answer at once: nothing is waited for.
            rows.Add(GeocodeAsync(text, geocoders, parameters, stage.Cancellation).AsTask().GetAwaiter().GetResult());
            if (rows.Count % ReportEvery == 0 || rows.Count == texts.Count)
                stage.Progress.Report(new StageProgress("geocoding", rows.Count, texts.Count, "localities", LocalityTally.Of(rows)));
        }

        ParquetTable.Write(stage.File("geocoded.parquet"), rows, new Dictionary<string, string>
        {
            ["geocoders"] = string.Join(", ", geocoders.Select(geocoder => geocoder.Name)),
            ["without_origin"] = parameters.WithoutOrigin,
            ["attribution"] = DataNotice.For(rows.Select(row => row.Geocoder)),
        });
        return new GeocodedLocalities(stage.Destination);
    }

    /// <summary>The distinct locality texts, in ordinal order.</summary>
    internal static IReadOnlyList<string> TextsOf(RawSpectra raw) => [.. raw.Descriptions.Select(row => row.Locality).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>A geocoder that asks nobody: the gazetteer, or a live one as its kept answers tell.</summary>
    internal static IGeocoder Open(string name, KeptAnswers answers, GeocodedParameters parameters) => name == GeocoderNames.Gazetteer
        ? new GazetteerGeocoder(
            CountryAtlas.LoadEmbedded(AtlasScale.Scale10m), parameters.WithoutOrigin == GeocodedParameters.Send ? FieldReading.Sentences : FieldReading.Names)
        : new KeptGeocoder(name, answers, parameters.MinimumScore);

    /// <summary>The row of one locality text.</summary>
    internal static async ValueTask<GeocodedLocality> GeocodeAsync(
        string locality, IReadOnlyList<IGeocoder> geocoders, GeocodedParameters parameters, CancellationToken cancellationToken)
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

        var reading = CountryReader.Read(cleaned.Text);
        var refusal = OriginRefusal.Of(locality, reading);
        if (refusal is not null && parameters.WithoutOrigin == GeocodedParameters.Refuse)
            return row with { Reason = refusal.Code, Why = refusal.Why };

        row = row with { TokenCountry = refusal is null ? reading.Country : "" };
        var (answer, geocoder, depth) = await CandidateSearch.SearchAsync(candidates, geocoders, cancellationToken);
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
                Why = refusal is null ? found.Why : $"sent although {refusal.Code}; {found.Why}",
            },
            GeocodeAnswer.Failed failed => row with { Candidates = tried, Geocoder = geocoder, Status = "failed", Reason = "failed", Why = failed.Why },
            _ => row with { Candidates = tried, Reason = NotFoundReason(refusal, reading), Why = answer.Why },
        };
    }

    private static string NotFoundReason(OriginRefusal? refusal, CountryReading reading) =>
        refusal is not null ? refusal.Code : reading.Reason.Length > 0 ? reading.Reason : "no-such-place";
}
