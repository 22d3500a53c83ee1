using System.Collections.Immutable;
using RruffGeo.Presentation.Tables;
using static RruffGeo.Stages.StatisticsTables;

namespace RruffGeo.Stages;

/// <summary>What probabilities, prediction sets and abstention are worth.</summary>
internal static class CalibrationPresentation
{
    private static readonly ImmutableArray<string> Shown = ["loss", "brier", "ece", "ece_adaptive", "mce"];

    public static IEnumerable<Table> Tables(PaperSources sources) => [Calibration(sources), Sets(sources), Selective(sources)];

    private static Table Calibration(PaperSources sources) => new(
        "calibration", "Calibration before and after temperature scaling", sources.Origin,
        [
            Words("Protocol", "protocol"), Words("Model", "model"), Words("Metric", "metric"), Number("As trained", "as_trained"), Number("Scaled", "scaled"),
            Number("Mean temperature", "temperature"), Number("Rows", "rows"),
        ],
        [
            .. from protocol in sources.Protocols
               from model in sources.Models
               from metric in Shown
               let plain = sources.Metric(protocol, model, metric, "pooled")
               where plain is not null
               select ImmutableArray.Create(
                   Cell.Of(protocol), Cell.Of(Naming.Model(model)), Cell.Of(Naming.Metric(metric)), Cell.Of(plain.Value, 4),
                   Cell.Of(sources.Metric(protocol, model, metric + "_scaled", "pooled")?.Value, 4),
                   Cell.Of(sources.Metric(protocol, model, "temperature", "pooled")?.Value, 3), Cell.Of(plain.N)),
        ],
        "Pooled over folds. The temperature of a row is fitted on the other half of its fold's specimens, never on its own.");

    private static Table Sets(PaperSources sources) => new(
        "prediction-sets", "Split-conformal prediction sets: coverage and size", sources.Origin,
        [
            Words("Protocol", "protocol"), Words("Model", "model"), Words("Score", "score"), Words("Calibrated on", "unit"), Words("Country", "country"), Number("Asked for", "level"),
            Number("Coverage", "coverage"), Number("Mean size", "mean_size"), Number("Empty", "empty"), Number("Rows", "rows"), Number("Specimens", "specimens"),
        ],
        [
            .. sources.Conformal.Select(set => ImmutableArray.Create(
                Cell.Of(set.Protocol), Cell.Of(Naming.Model(set.Model)), Cell.Of(set.Score), Cell.Of(set.Unit), Cell.Of(set.Country.Length == 0 ? "all" : set.Country), Cell.Of(set.Level, 2),
                Cell.Of(set.Coverage, 3), Cell.Of(set.MeanSize, 1), Cell.Of(set.EmptyShare, 3), Cell.Of(set.Rows), Cell.Of(set.Specimens))),
        ],
        "Calibrated on one half of a fold's specimens, measured on the other. Calibrated on specimens: one score each, the median of its rows. Calibrated on rows: as if rows of a specimen were independent, for contrast.");

    private static Table Selective(PaperSources sources) => new(
        "selective-accuracy", "Accuracy of the most confident rows", sources.Origin,
        [Words("Protocol", "protocol"), Words("Model", "model"), Number("Rows answered", "coverage"), Number("Accuracy", "accuracy")],
        [
            .. sources.Selective.Select(point => ImmutableArray.Create(
                Cell.Of(point.Protocol), Cell.Of(Naming.Model(point.Model)), Cell.Of(point.Coverage, 2), Cell.Of(point.Accuracy, 4))),
        ],
        "Rows in descending order of confidence; the others are left unanswered.");
}
