using System.Collections.Immutable;
using System.Globalization;
using RruffGeo.Presentation.Tables;
using static RruffGeo.Stages.StatisticsTables;

namespace RruffGeo.Stages;

/// <summary>Networks of which only some folds were trained: their folds one by one, beside every other model on the same rows.</summary>
internal static class SingleFolds
{
    /// <summary>Accuracy of the network in its one or few folds under a protocol; empty where all folds were trained, or none.</summary>
    public static IReadOnlyList<MetricValue> Accuracies(PaperSources sources, string protocol) =>
        sources.Metric(protocol, sources.Network, "accuracy", "pooled") is not null ? [] : [
            .. sources.Metrics.Where(m => m.Protocol == protocol && m.Model == sources.Network && m.Metric == "accuracy" && IsFold(m.Fold)),
        ];

    /// <summary>The table of single folds; none if every network is whole.</summary>
    public static IEnumerable<Table> Of(PaperSources sources)
    {
        var folds = (from protocol in sources.Protocols from value in Accuracies(sources, protocol) select (protocol, value.Fold)).ToHashSet();
        if (folds.Count == 0)
            yield break;
        yield return new Table(
            "single-folds", "Folds of which the network was trained, one by one", sources.Origin,
            [
                Words("Protocol", "protocol"), Words("Fold", "fold"), Words("Model", "model"), Words("Metric", "metric"), Number("Value", "value"),
                Number("95 % low", "low"), Number("95 % high", "high"), Number("Rows", "rows"),
            ],
            [
                .. from protocol in sources.Protocols
                   from model in sources.Models
                   from value in sources.Metrics
                   where value.Metric is "accuracy" or "macro_f1" or "loss"
                   where value.Protocol == protocol && value.Model == model && folds.Contains((protocol, value.Fold))
                   select ImmutableArray.Create(
                       Cell.Of(protocol), Cell.Of(value.Fold), Cell.Of(Naming.Model(model)), Cell.Of(Naming.Metric(value.Metric)), Cell.Of(value.Value, 4),
                       Cell.Of(value.Low, 4), Cell.Of(value.High, 4), Cell.Of(value.N)),
            ],
            "Only these folds were trained: nothing is pooled, and nothing is said about the others. Intervals of single folds take rows as independent.");
    }

    private static bool IsFold(string fold) => int.TryParse(fold, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
