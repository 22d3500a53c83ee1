using RruffGeo.Artifacts;
using RruffGeo.Geography;

namespace RruffGeo.Stages;

/// <summary>Fills the answer file that <see cref="GeocodeLocalities"/> reads, by asking live geocoders (paper A.1, steps 2 and 3).</summary>
/// <remarks>
/// Acquisition, not part of the stage: what services say changes from day to day, and what they said is kept. Each locality takes the same way
/// as in the stage, so nothing is asked that the stage does not read, in the order in which it reads it.
/// </remarks>
public static class AskGeocoders
{
    /// <summary>The localities that need an answer which is neither kept nor known to have failed.</summary>
    /// <returns>Geocoder and text of the first answer that each of them lacks, in ordinal order of the localities.</returns>
    public static async Task<IReadOnlyList<string>> MissingAsync(
        RawSpectra raw, KeptAnswers answers, GeocodedParameters parameters, CancellationToken cancellationToken)
    {
        IReadOnlyList<IGeocoder> geocoders = [.. parameters.Geocoders.Select(name => GeocodeLocalities.Open(name, answers, parameters))];
        foreach (var text in GeocodeLocalities.TextsOf(raw))
            await GeocodeLocalities.GeocodeAsync(text, geocoders, parameters, cancellationToken);
        return [.. geocoders.OfType<KeptGeocoder>().SelectMany(kept => kept.Missing.Select(text => $"{kept.Name}: {text}")).Distinct()];
    }

    /// <summary>Asks for whatever <paramref name="book"/> lacks, one request at a time; what is answered is kept at once.</summary>
    /// <param name="raw">The localities.</param>
    /// <param name="book">Where answers are kept. The caller settles it, also after an interruption.</param>
    /// <param name="parameters">Geocoders and their order.</param>
    /// <param name="options">Where and how to ask, for each live geocoder of <paramref name="parameters"/>.</param>
    /// <param name="clock">Tells time and waits.</param>
    /// <param name="progress">Told after every locality.</param>
    /// <param name="cancellationToken">Stops between and within requests.</param>
    public static async Task<AskedLocalities> RunAsync(
        RawSpectra raw, AnswerBook book, GeocodedParameters parameters, IReadOnlyList<LiveOptions> options, TimeProvider clock,
        IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        var live = new List<LiveGeocoder>();
        try
        {
            foreach (var name in parameters.LiveGeocoders)
                live.Add(new LiveGeocoder(options.Single(option => option.Geocoder == name), book, parameters.MinimumScore, clock));
            var open = await OpenTextsAsync(raw, book, parameters, cancellationToken);
            IReadOnlyList<IGeocoder> geocoders =
                [.. parameters.Geocoders.Select(name => live.Find(geocoder => geocoder.Name == name) ?? GeocodeLocalities.Open(name, book.Answers, parameters))];
            var rows = new List<GeocodedLocality>(open.Count);
            Report();
            foreach (var text in open)
            {
                rows.Add(await GeocodeLocalities.GeocodeAsync(text, geocoders, parameters, cancellationToken));
                Report();
            }

            void Report() => progress.Report(new StageProgress(
                $"asking {string.Join(", ", parameters.LiveGeocoders)}", rows.Count, open.Count, "localities", LocalityTally.Of(rows)));

            return new AskedLocalities(rows, [.. live.Select(geocoder => (geocoder.Name, geocoder.Asked))]);
        }
        finally
        {
            live.ForEach(geocoder => geocoder.Dispose());
        }
    }

    /// <summary>The texts that kept answers do not settle, so that progress counts waiting only.</summary>
    private static async Task<IReadOnlyList<string>> OpenTextsAsync(
        RawSpectra raw, AnswerBook book, GeocodedParameters parameters, CancellationToken cancellationToken)
    {
        IReadOnlyList<IGeocoder> kept = [.. parameters.Geocoders.Select(name => GeocodeLocalities.Open(name, book.Answers, parameters))];
        var open = new List<string>();
        foreach (var text in GeocodeLocalities.TextsOf(raw))
            if ((await GeocodeLocalities.GeocodeAsync(text, kept, parameters, cancellationToken)).Status == "failed")
                open.Add(text);
        return open;
    }
}
