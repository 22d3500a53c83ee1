using System.Collections.Immutable;
using RruffGeo.Presentation.Tables;
using static RruffGeo.Stages.StatisticsTables;

namespace RruffGeo.Stages;

/// <summary>Metrics per protocol and model, per country, the leakage audit, and warnings about folds.</summary>
internal static class ResultTables
{
    public static IEnumerable<Table> Of(PaperSources sources) => [Overall(sources), .. SingleFolds.Of(sources), PerCountry(sources), .. AuditPages(sources), Audit(sources), Comparisons(sources), .. CalibrationPresentation.Tables(sources), Warnings(sources)];

    private static Table Overall(PaperSources sources)
    {
        var rows = from protocol in sources.Protocols
                   from model in sources.Models
                   from metric in sources.Metrics.Select(m => m.Metric).Distinct()
                   let mean = sources.Metric(protocol, model, metric, "mean")
                   let pooled = sources.Metric(protocol, model, metric, "pooled")
                   where mean is not null || pooled is not null
                   select ImmutableArray.Create(
                       Cell.Of(protocol), Cell.Of(Naming.Model(model)), Cell.Of(Naming.Metric(metric)), Cell.Of(mean?.Value, 4),
                       Cell.Of(sources.Metric(protocol, model, metric, "sd")?.Value, 4), Cell.Of(pooled?.Value, 4), Cell.Of(pooled?.Low, 4), Cell.Of(pooled?.High, 4),
                       Cell.Of(mean?.N), Cell.Of(pooled?.N));
        return new Table(
            "overall-metrics", "Overall metrics per protocol and model", sources.Origin,
            [
                Words("Protocol", "protocol"), Words("Model", "model"), Words("Metric", "metric"), Number("Mean over folds", "mean"), Number("SD (n − 1)", "sd"),
                Number("Pooled", "pooled"), Number("95 % low", "low"), Number("95 % high", "high"), Number("Folds", "folds"), Number("Rows", "rows"),
            ],
            [.. rows], "Macro averages are over all classes of the task. The interval of the pooled accuracy is a bootstrap over specimens.");
    }

    private static Table PerCountry(PaperSources sources) => new(
        "per-country-metrics", $"Precision, recall and F1 per country, {Naming.Model(sources.Network)}", sources.Origin,
        [
            Words("Protocol", "protocol"), Words("Country", "country"), Number("Rows", "support"), Number("Precision", "precision"), Number("Recall", "recall"),
            Number("F1", "f1"), Number("Pooled F1", "pooled_f1"), Number("Pooled recall, 95 % low", "recall_low"), Number("95 % high", "recall_high"), Number("Folds with support", "folds"),
        ],
        [
            .. from protocol in sources.Protocols
               from row in sources.PerCountry
               where row.Protocol == protocol && row.Model == sources.Network
               select ImmutableArray.Create(
                   Cell.Of(protocol), Cell.Of(row.Country), Cell.Of(row.Support), Cell.Of(row.Precision, 3), Cell.Of(row.Recall, 3), Cell.Of(row.F1, 3),
                   Cell.Of(row.PooledF1, 3), Cell.Of(row.PooledRecallLow, 3), Cell.Of(row.PooledRecallHigh, 3), Cell.Of(row.Folds)),
        ],
        "Means are over the folds in which the country has support; pooled F1 is of the summed confusion matrix; intervals of pooled recall are Wilson's and take rows as independent.");

    private static IEnumerable<Table> AuditPages(PaperSources sources) =>
    [
        AuditPage.Of(sources.Origin, sources.Audit, sources.Metrics, sources.Models), AuditPage.ByModel(sources.Origin, sources.Verdicts, sources.Metrics), Novelty(sources),
    ];

    private static Table Novelty(PaperSources sources) => new(
        "novelty", "Do models notice what they were not trained on?", sources.Origin,
        [
            Words("Protocol", "protocol"), Words("Model", "model"), Words("Strange rows", "shift"), Words("Score", "score"), Number("Area under ROC", "area"),
            Number("Strange", "strange_rows"), Number("Usual", "usual_rows"), Number("Accuracy, strange", "strange_accuracy"), Number("Accuracy, usual", "usual_accuracy"),
        ],
        [
            .. sources.Novelty.Select(row => ImmutableArray.Create(
                Cell.Of(row.Protocol), Cell.Of(Naming.Model(row.Model)), Cell.Of(row.Shift), Cell.Of(row.Score), Cell.Of(row.Area, 3),
                Cell.Of(row.StrangeRows), Cell.Of(row.UsualRows), Cell.Of(row.StrangeAccuracy, 3), Cell.Of(row.UsualAccuracy, 3))),
        ],
        "Unseen species: no row of the species in training. Other laser: the species is in training, but never with the row's laser. Area: chance that a strange row scores higher than a usual one; 0.5 is blind.");

    private static Table Audit(PaperSources sources) => new(
        "leakage-audit", "Leakage audit: what test rows share with training rows", sources.Origin,
        [
            Words("Protocol", "protocol"), Number("Rows tested", "rows"), Number("Twin in training (%)", "twin_in_train_percent"),
            Number("Same specimen in training (%)", "sibling_in_train_percent"), Number("Nearest neighbour of the same specimen (%)", "nearest_same_specimen_percent"),
            Number("Locality in training (%)", "locality_in_train_percent"), Number("Species in training (%)", "species_in_train_percent"),
            Number("Accuracy above specimen folds (points)", "excess_points"), Number("95 % low", "excess_low"), Number("95 % high", "excess_high"), Words("Verdict", "verdict"),
        ],
        [
            .. from row in sources.Audit
               let excess = sources.Verdicts.FirstOrDefault(v => v.Protocol == row.Protocol && v.Model == row.VerdictModel)
               select ImmutableArray.Create(
                   Cell.Of(row.Protocol), Cell.Of(row.Rows), Cell.Of(row.TwinInTrainPercent, 1), Cell.Of(row.SiblingInTrainPercent, 1), Cell.Of(row.NearestSameSpecimenPercent, 1),
                   Cell.Of(row.LocalityInTrainPercent, 1), Cell.Of(row.SpeciesInTrainPercent, 1), Cell.Of(100 * excess?.Excess, 1), Cell.Of(100 * excess?.Low, 1), Cell.Of(100 * excess?.High, 1),
                   Cell.Of(row.Verdict)),
        ],
        "Twin: another file of the same measurement, such as RAW beside Processed. Nearest neighbour: by cosine, among training rows. Accuracy above specimen folds: of the model that decides the verdict, interval by the paired bootstrap over specimens.");

    private static Table Comparisons(PaperSources sources) => new(
        "comparisons", "The network beside each baseline, and fitted classifiers beside the species prior, on the same rows", sources.Origin,
        [
            Words("Protocol", "protocol"), Words("Model", "model"), Words("Baseline", "baseline"), Words("Rows compared", "subset"), Number("Rows", "rows"), Number("Gain in accuracy (points)", "gain_points"), Number("95 % low", "low"),
            Number("95 % high", "high"), Number("Specimens only the model gets", "only_model_right"), Number("Specimens only the baseline gets", "only_baseline_right"), Number("McNemar p", "p_value"),
        ],
        [
            .. sources.Comparisons.Select(c => ImmutableArray.Create(
                Cell.Of(c.Protocol), Cell.Of(Naming.Model(c.Model)), Cell.Of(Naming.Model(c.Baseline)), Cell.Of(c.Subset), Cell.Of(c.Rows), Cell.Of(100 * c.Gain, 1), Cell.Of(100 * c.Low, 1), Cell.Of(100 * c.High, 1),
                Cell.Of(c.OnlyModelRight), Cell.Of(c.OnlyBaselineRight), Cell.Of(c.PValue, 4))),
        ],
        "Intervals: paired bootstrap over specimens. A specimen is right if more than half of its rows are. Against the species prior, the rows of species found in two countries or more answer whether the network knows anything but the mineral.");

    private static Table Warnings(PaperSources sources) => new(
        "fold-warnings", "Classes too small for their folds, and classes left out", sources.Origin,
        [Words("Protocol", "protocol"), Words("Country", "country"), Words("Code", "code"), Words("Warning", "message")],
        [.. sources.Warnings.Select(w => ImmutableArray.Create(Cell.Of(w.Protocol), Cell.Of(w.Country), Cell.Of(w.Code), Cell.Of(w.Message)))]);
}
