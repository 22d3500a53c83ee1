using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Stages;

/// <summary>C59–C67 and C85: accuracy, folds, scores per country, baselines, window and instruments of this run.</summary>
internal static class ResultClaims
{
    public static IEnumerable<CheckedClaim> Check(PaperSources sources) =>
        [Accuracy(sources), Units(sources), Scores(sources), Bias(sources), Solely(sources), Window(sources), Instruments(sources)];

    private static CheckedClaim Accuracy(PaperSources sources)
    {
        var row = sources.Metric("row", sources.Network, "accuracy", "mean");
        var values = sources.Protocols.Select(p => (Protocol: p, Mean: sources.Metric(p, sources.Network, "accuracy", "mean"), Deviation: sources.Metric(p, sources.Network, "accuracy", "sd")))
            .Where(v => v.Mean is not null).Select(v => $"{v.Protocol}: {Numerals.Of(100 * v.Mean!.Value, 1)} ± {Numerals.Of(100 * (v.Deviation?.Value ?? double.NaN), 1)} %");
        var rounded = row is null ? -1 : (int)Math.Round(100 * row.Value, MidpointRounding.AwayFromZero);
        return new(
            "C59", "Abstract", "Average accuracy over five folds", Numerals.Percent(PrintedPaper.Accuracy, 0), string.Join("; ", values),
            row is null ? Verdict.NotTestable : rounded == (int)Math.Round(100 * PrintedPaper.Accuracy) ? Verdict.ReproducedUnderReading : Verdict.Differs,
            "07-metrics/metrics.parquet, accuracy, mean ± SD (n − 1) over folds. Reading: folds by row, as the paper describes them. " + LeakageSentence.Of(sources));
    }

    private static CheckedClaim Units(PaperSources sources)
    {
        var row = sources.Audit.FirstOrDefault(a => a.Protocol == "row");
        return new(
            "C63", "B.1", "Cross-validation estimates generalisation", "–",
            row is null ? Numerals.Missing : $"{Numerals.Of(row.SiblingInTrainPercent, 1)} % of test rows have their specimen in training, {Numerals.Of(row.TwinInTrainPercent, 1)} % their measurement",
            row is null ? Verdict.NotTestable : row.SiblingInTrainPercent > 0 ? Verdict.Differs : Verdict.Reproduced,
            "07-metrics/audit.parquet, row protocol. Scores of folds that share specimens do not estimate the accuracy on new specimens. " + LeakageSentence.Of(sources));
    }

    private static CheckedClaim Scores(PaperSources sources)
    {
        var values = sources.Protocols.Select(p => (p, F1: sources.Metric(p, sources.Network, "macro_f1", "pooled"), Recall: sources.Metric(p, sources.Network, "macro_recall", "pooled")))
            .Where(v => v.F1 is not null).Select(v => $"{v.p}: macro F1 {Numerals.Of(v.F1!.Value, 3)}, macro recall {Numerals.Of(v.Recall?.Value ?? double.NaN, 3)}");
        return new(
            "C64", "§5, figures 7–9", "F1 and precision per country, overall metrics; recall is announced", "figures only", string.Join("; ", values), Verdict.NotSpecified,
            "The paper prints no number for any of them, and shows no recall. Ours: 07-metrics/per_country.parquet and metrics.parquet, pooled over folds, macro over all classes.");
    }

    private static CheckedClaim Bias(PaperSources sources)
    {
        var rows = sources.PerCountry.Where(r => r.Protocol == "row" && r.Model == sources.Network && r.Folds > 0).ToList();
        if (rows.Count < 5)
            return new("C65", "§5.4", "Little evidence of a bias from class imbalance", "–", Numerals.Missing, Verdict.NotTestable, "Fewer than five countries have scores in 07-metrics/per_country.parquet.");
        var correlation = RankCorrelation.Spearman([.. rows.Select(r => r.F1)], [.. rows.Select(r => (double)r.Support)]);
        var (low, high) = RankCorrelation.Interval(correlation, rows.Count);
        return new(
            "C65", "§5.4", "Little evidence of a bias from class imbalance", "–", $"ρ = {Numerals.Of(correlation, 2)} (95 % interval {Numerals.Of(low, 2)} to {Numerals.Of(high, 2)}, n = {rows.Count})",
            low > 0 || high < 0 ? Verdict.Differs : Verdict.ReproducedUnderReading,
            "Spearman's rank correlation of a country's F1 with its number of rows, row protocol (07-metrics/per_country.parquet), interval by Fisher's z. Reading: no bias means an interval that holds 0.");
    }

    private static CheckedClaim Solely(PaperSources sources)
    {
        var protocol = sources.Protocols.Contains("specimen") ? "specimen" : sources.Protocols.Count > 0 ? sources.Protocols[0] : "";
        var network = sources.Metric(protocol, sources.Network, "accuracy", "pooled");
        var rivals = sources.Models.Where(m => m != sources.Network).Select(m => (Model: m, Value: sources.Metric(protocol, m, "accuracy", "pooled"))).Where(r => r.Value is not null).ToList();
        var gain = sources.Comparisons.FirstOrDefault(c => c.Protocol == protocol && c.Model == sources.Network && c.Baseline == "species-prior" && c.Subset == ComparisonTable.AllRows);
        return new(
            "C66", "Abstract", "Countries are told from the spectrum alone", "–",
            string.Join(", ", rivals.Select(r => $"{Naming.Model(r.Model)} {Numerals.Percent(r.Value!.Value)}").Prepend($"{Naming.Model(sources.Network)} {(network is null ? Numerals.Missing : Numerals.Percent(network.Value))}")),
            gain is null ? Verdict.NotTestable : gain.Low > 0 ? Verdict.ReproducedUnderReading : Verdict.Differs,
            $"07-metrics/metrics.parquet, pooled accuracy under {protocol} folds, and comparisons.parquet: gain over the species prior, which sees no spectrum, "
            + (gain is null ? "not measured" : $"{Numerals.Difference(100 * gain.Gain, 1)} points (95 % interval {Numerals.Of(100 * gain.Low, 1)} to {Numerals.Of(100 * gain.High, 1)})")
            + ". Reading: the spectrum says more than the mineral's name if that interval lies above 0.");
    }

    private static CheckedClaim Window(PaperSources sources)
    {
        var covered = sources.Resampled.Count(r => r.NativeFirst >= sources.Grid.First && r.NativeLast <= sources.Grid.Last);
        return new(
            "C67", "A.4", "The wavenumber window covers all spectra", "no value", $"{Numerals.Of(sources.Grid.First, 1)}–{Numerals.Of(sources.Grid.Last, 1)} cm⁻¹, {Numerals.Of(sources.Grid.Points)} points",
            covered == sources.Resampled.Count ? Verdict.ReproducedUnderReading : Verdict.Differs,
            $"04-resampled/resampled.parquet: {Numerals.Of(covered)} of {Numerals.Of(sources.Resampled.Count)} spectra lie wholly inside; on average {Numerals.Percent(sources.Resampled.Select(r => (double)r.PaddingShare).DefaultIfEmpty(0).Average())} of the grid is padding. Reading: the window of these archives.");
    }

    private static CheckedClaim Instruments(PaperSources sources)
    {
        var lasers = sources.Descriptions.Where(d => d.LaserNanometres is not null).Select(d => d.LaserNanometres!.Value).Distinct().Order().ToList();
        return new(
            "C85", "§3", "Many instruments and conditions", "–", $"{lasers.Count} laser wavelengths, {sources.Descriptions.Select(d => d.Orientation).Distinct().Count()} orientations",
            lasers.Count > 1 ? Verdict.ReproducedUnderReading : Verdict.Differs,
            $"01-raw/raw.parquet: {string.Join(", ", lasers.Select(l => l.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)))} nm. Reading: many means more than one.");
    }
}
