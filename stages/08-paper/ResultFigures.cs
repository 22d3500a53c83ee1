using System.Collections.Immutable;
using System.Globalization;
using RruffGeo.Presentation;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Figures;

namespace RruffGeo.Stages;

/// <summary>Figures 7–9, the leakage audit, what stands behind the accuracies, and the learning curves.</summary>
internal static class ResultFigures
{
    private static readonly ImmutableArray<string> FoldMetrics = ["accuracy", "macro_precision", "macro_recall", "macro_f1", "weighted_f1"];

    public static IEnumerable<DrawnFigure> Of(PaperSources sources)
    {
        if (sources.PerCountry.Any(row => row.Model == sources.Network))
        {
            yield return Scores(sources, "figure-7-f1", "Figure 7", "F1", row => row.F1);
            yield return Scores(sources, "figure-8-precision", "Figure 8", "Precision", row => row.Precision);
        }

        if (sources.Network.Length > 0)
            yield return Folds(sources);
        if (sources.Metrics.Count > 0)
            yield return Leakage(sources);
        foreach (var figure in BeliefFigures.Of(sources))
            yield return figure;
        if (sources.Branches.Count > 0)
            yield return LearningCurves(sources);
    }

    private static DrawnFigure Scores(PaperSources sources, string id, string number, string score, Func<CountryMetrics, double> of)
    {
        var rows = sources.PerCountry.Where(row => row.Model == sources.Network).ToList();
        var protocols = sources.DrawnProtocols.Where(p => rows.Any(row => row.Protocol == p)).ToList();
        var countries = rows.GroupBy(row => row.Country)
            .Select(group => new CountryScore(
                group.Key, group.Max(row => row.Support), [.. protocols.Select(p => group.Where(row => row.Protocol == p && row.Folds > 0).Select(row => (double?)of(row)).FirstOrDefault())]))
            .OrderByDescending(c => c.Support).ThenBy(c => c.Country, StringComparer.Ordinal).ToList();
        return new(
            id, $"{number}. {score} per country, mean over the folds in which the country has rows; countries by number of rows (grey).",
            CountryScoresFigure.Draw(
                new FigureText($"{score} by country, {Naming.Model(sources.Network)}", "Mean over folds; countries by number of rows, in grey", $"{score} of {countries.Count} countries under {string.Join(" and ", protocols)} folds.", sources.Origin),
                $"{score} (1)", protocols, countries));
    }

    private static DrawnFigure Folds(PaperSources sources)
    {
        var metrics = FoldMetrics.Where(metric => sources.Metrics.Any(m => m.Model == sources.Network && m.Metric == metric)).ToList();
        var values = from metric in metrics
                     from protocol in sources.DrawnProtocols
                     let folds = sources.Metrics.Where(m => m.Protocol == protocol && m.Model == sources.Network && m.Metric == metric && int.TryParse(m.Fold, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                         .Select(m => m.Value).ToImmutableArray()
                     where folds.Length > 0
                     select new FoldMetric(
                         protocol, Naming.Metric(metric), folds, sources.Metric(protocol, sources.Network, metric, "mean")?.Value, sources.Metric(protocol, sources.Network, metric, "sd")?.Value);
        return new(
            "figure-9-folds", "Figure 9. Overall test metrics across folds.",
            FoldMetricsFigure.Draw(
                new FigureText($"Overall metrics across folds, {Naming.Model(sources.Network)}", "", LeakageSentence.Of(sources), sources.Origin),
                [.. metrics.Select(Naming.Metric)], Measured(sources, sources.Network), [.. values]));
    }

    private static DrawnFigure Leakage(PaperSources sources)
    {
        ModelAccuracy[] accuracies =
        [
            .. from model in sources.Models
               from protocol in sources.Protocols
               from value in Accuracies(sources, protocol, model)
               select value,
        ];
        return new(
            "leakage-audit", $"Leakage audit. The accuracy of every model under every protocol. {LeakageSentence.Of(sources)}",
            LeakageFigure.Draw(
                new FigureText("What is left when no specimen is on both sides", "Accuracy of every model, by how the folds are made", LeakageSentence.Of(sources), sources.Origin),
                [.. accuracies.Select(accuracy => accuracy.Model).Distinct()], sources.Protocols, accuracies, PrintedPaper.Accuracy));
    }

    /// <summary>The pooled accuracy, or those of the folds that were trained, marked as such.</summary>
    private static IEnumerable<ModelAccuracy> Accuracies(PaperSources sources, string protocol, string model) =>
        sources.Metric(protocol, model, "accuracy", "pooled") is { } pooled
            ? [new ModelAccuracy(Naming.Model(model), protocol, pooled.Value, pooled.Low, pooled.High)]
            : AuditPage.AloneOf(sources.Metrics, protocol, model)
                .Select(alone => new ModelAccuracy(Naming.Model(model), protocol, alone.Value, alone.Low, alone.High, $"fold {alone.Fold} alone"));

    private static DrawnFigure LearningCurves(PaperSources sources) => new(
        "learning-curves", "Learning curves. Training loss and accuracy by epoch, one line per fold.",
        LearningCurvesFigure.Draw(
            new FigureText("Learning curves", "One line per held-out fold; accuracy in training mode", $"Training loss and accuracy of {sources.Branches.Count} networks.", sources.Origin),
            Measured(sources, sources.Network),
            [.. sources.Branches.Where(b => sources.DrawnProtocols.Contains(b.Protocol)).Select(b => new LearningCurve(b.Protocol, b.Fold, [.. b.History.Select(e => (e.Epoch, e.Loss, e.Accuracy))]))]));

    private static IReadOnlyList<string> Measured(PaperSources sources, string model) =>
        [.. sources.DrawnProtocols.Where(p => sources.Metrics.Any(m => m.Protocol == p && m.Model == model))];
}
