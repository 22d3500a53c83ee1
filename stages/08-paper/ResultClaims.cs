using System.Globalization;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Stages;

/// <summary>C59, C63, C64 and C66: accuracy, what folds share, the scores announced, and what is known without a network.</summary>
internal static class ResultClaims
{
    private const string MetricsTable = "07-metrics/metrics.parquet";

    public static IEnumerable<CheckedClaim> Check(PaperSources sources) => [Accuracy(sources), Units(sources), Scores(sources), Solely(sources)];

    private static CheckedClaim Accuracy(PaperSources sources)
    {
        var row = sources.Metric("row", sources.Network, "accuracy", "mean");
        var rounded = row is null ? -1 : (int)Math.Round(100 * row.Value, MidpointRounding.AwayFromZero);
        return new(
            "C59", "Abstract", "Average accuracy over five folds", Numerals.Percent(PrintedPaper.Accuracy, 0),
            string.Join("; ", sources.Protocols.Select(p => UnderProtocol(sources, p)).Where(text => text.Length > 0)),
            row is null ? Verdict.NotTestable : rounded == (int)Math.Round(100 * PrintedPaper.Accuracy) ? Verdict.ReproducedUnderReading : Verdict.Differs,
            "Reading: folds by row, as the paper describes them. " + (row is null ? "Not all row folds of a network are in this run. " : "") + LeakageSentence.Of(sources))
        {
            How = "Share of held-out rows that are right: per fold, mean ± SD (n − 1) over folds, and pooled, under each protocol.",
            Artifact = MetricsTable,
            Row = $"row, {sources.Network}, accuracy, mean",
        };
    }

    private static string UnderProtocol(PaperSources sources, string protocol)
    {
        var folds = sources.Metrics
            .Where(m => m.Protocol == protocol && m.Model == sources.Network && m.Metric == "accuracy" && int.TryParse(m.Fold, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(m => $"{m.Fold}: {Numerals.Of(100 * m.Value, 1)}").ToList();
        if (folds.Count == 0)
            return "";
        string Share(string fold) => Numerals.Of(100 * (sources.Metric(protocol, sources.Network, "accuracy", fold)?.Value ?? double.NaN), 1);
        var mean = sources.Metric(protocol, sources.Network, "accuracy", "mean") is null ? "" : $"{Share("mean")} ± {Share("sd")} %, pooled {Share("pooled")} %, ";
        return $"{protocol}: {mean}by fold {string.Join(", ", folds)} %";
    }

    private static CheckedClaim Units(PaperSources sources)
    {
        var row = sources.Audit.FirstOrDefault(a => a.Protocol == "row");
        return new(
            "C63", "B.1", "Cross-validation estimates generalisation", "–",
            row is null ? Numerals.Missing : $"{Numerals.Of(row.SiblingInTrainPercent, 1)} % of test rows have their specimen in training, {Numerals.Of(row.TwinInTrainPercent, 1)} % their measurement",
            row is null ? Verdict.NotTestable : row.SiblingInTrainPercent > 0 ? Verdict.Differs : Verdict.Reproduced,
            "Scores of folds that share specimens do not estimate the accuracy on new specimens. " + LeakageSentence.Of(sources))
        {
            How = "Share of test rows with another row of their specimen, or of their measurement, in training.",
            Artifact = "07-metrics/audit.parquet",
            Row = "row",
        };
    }

    private static CheckedClaim Scores(PaperSources sources)
    {
        var values = sources.Protocols.Select(p => (p, F1: sources.Metric(p, sources.Network, "macro_f1", "pooled"), Recall: sources.Metric(p, sources.Network, "macro_recall", "pooled")))
            .Where(v => v.F1 is not null).Select(v => $"{v.p}: macro F1 {Numerals.Of(v.F1!.Value, 3)}, macro recall {Numerals.Of(v.Recall?.Value ?? double.NaN, 3)}");
        return new(
            "C64", "§5, figures 7–9", "F1 and precision per country, overall metrics; recall is announced", "figures only", string.Join("; ", values), Verdict.NotSpecified,
            "No text states: F1 of any country; precision of any country; recall at all, though section 5 announces it; which overall metrics figure 9 shows, their values and their spread over folds; "
            + "how averages over classes are taken and over which classes. Ours are pooled over folds, macro over all classes; per country in 07-metrics/per_country.parquet.")
        {
            How = "The metrics are recomputed; what is printed of them is listed.",
            Artifact = MetricsTable,
            Row = $"{sources.Network}, macro_f1 and macro_recall, pooled",
        };
    }

    private static CheckedClaim Solely(PaperSources sources)
    {
        var protocol = sources.Protocols.Contains("specimen") ? "specimen" : sources.Protocols.Count > 0 ? sources.Protocols[0] : "";
        var network = sources.Metric(protocol, sources.Network, "accuracy", "pooled");
        var rivals = sources.Models.Where(m => m != sources.Network).Select(m => (Model: m, Value: sources.Metric(protocol, m, "accuracy", "pooled"))).Where(r => r.Value is not null).ToList();
        var gain = Gain(sources, protocol, ComparisonTable.AllRows);
        return new(
            "C66", "Abstract", "Countries are told from the spectrum alone", "–",
            string.Join(", ", rivals.Select(r => $"{Naming.Model(r.Model)} {Numerals.Percent(r.Value!.Value)}").Prepend($"{Naming.Model(sources.Network)} {(network is null ? Numerals.Missing : Numerals.Percent(network.Value))}")),
            gain is null ? Verdict.NotTestable : gain.Low > 0 ? Verdict.ReproducedUnderReading : Verdict.Differs,
            $"Pooled accuracy under {protocol} folds; gain over the species prior {Words(gain)}, on species found in two countries or more {Words(Gain(sources, protocol, ComparisonTable.WideSpecies))}; "
            + $"under row folds {Words(Gain(sources, "row", ComparisonTable.AllRows))}. Reading: the spectrum says more than the mineral's name if the first interval lies above 0.")
        {
            How = "The network beside models that see no spectrum (species prior, metadata, padding mask, majority) and beside neighbours, on the same rows; paired bootstrap over specimens.",
            Artifact = "07-metrics/comparisons.parquet",
            Row = $"{protocol}, {sources.Network}, species-prior, {ComparisonTable.AllRows}",
        };
    }

    private static ModelComparison? Gain(PaperSources sources, string protocol, string subset) =>
        sources.Comparisons.FirstOrDefault(c => c.Protocol == protocol && c.Model == sources.Network && c.Baseline == "species-prior" && c.Subset == subset);

    private static string Words(ModelComparison? gain) => gain is null
        ? "not measured"
        : $"{Numerals.Difference(100 * gain.Gain, 1)} points (95 % interval {Numerals.Of(100 * gain.Low, 1)} to {Numerals.Of(100 * gain.High, 1)})";
}
