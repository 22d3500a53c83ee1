using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Stages;

/// <summary>C65: whether scores depend on how many rows a country has.</summary>
internal static class BiasClaim
{
    private const int FewestCountries = 5;

    public static CheckedClaim Check(PaperSources sources)
    {
        var rows = sources.PerCountry.Where(r => r.Protocol == "row" && r.Model == sources.Network && r.Folds > 0).ToList();
        if (rows.Count < FewestCountries)
            return Claim(Numerals.Missing, Verdict.NotTestable, "Fewer than five countries have scores under row folds.");
        var correlation = RankCorrelation.Spearman([.. rows.Select(r => r.F1)], [.. rows.Select(r => (double)r.Support)]);
        var (low, high) = RankCorrelation.Interval(correlation, rows.Count);
        return Claim(
            $"ρ = {Numerals.Of(correlation, 2)} (95 % interval {Numerals.Of(low, 2)} to {Numerals.Of(high, 2)}, n = {rows.Count})",
            low > 0 || high < 0 ? Verdict.Differs : Verdict.ReproducedUnderReading,
            $"Interval by Fisher's z. {PerCountry(sources, rows)} Reading: no bias means an interval of ρ that holds 0.");
    }

    // A country's recall is a share of its rows; rows of one specimen are not independent, so the true intervals are wider still.
    private static string PerCountry(PaperSources sources, List<CountryMetrics> rows)
    {
        var accuracy = sources.Metric("row", sources.Network, "accuracy", "pooled")?.Value;
        var ordered = rows.OrderBy(r => r.PooledRecall).ThenBy(r => r.Country, StringComparer.Ordinal).ToList();
        string Of(CountryMetrics r) => $"{r.Country} {Numerals.Percent(r.PooledRecall)} ({Numerals.Of(100 * r.PooledRecallLow, 1)}–{Numerals.Of(100 * r.PooledRecallHigh, 1)} %, {Numerals.Of(r.Support)} rows)";
        return $"Recall runs from {Of(ordered[0])} to {Of(ordered[^1])}"
            + (accuracy is null ? "." : $"; {rows.Count(r => r.PooledRecallHigh < accuracy)} of {rows.Count} countries lie with their whole 95 % interval (Wilson) below the accuracy over all rows, {rows.Count(r => r.PooledRecallLow > accuracy)} above it.");
    }

    private static CheckedClaim Claim(string recomputed, Verdict verdict, string evidence) => new(
        "C65", "§5.4", "Little evidence of a bias from class imbalance", "–", recomputed, verdict, evidence)
    {
        How = "Spearman's rank correlation of a country's F1 with its number of rows under row folds; Wilson intervals of each country's recall.",
        Artifact = "07-metrics/per_country.parquet",
        Row = "row, every country",
    };
}
