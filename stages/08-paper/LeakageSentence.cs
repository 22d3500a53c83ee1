using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Stages;

/// <summary>The audit in one sentence.</summary>
internal static class LeakageSentence
{
    /// <summary>How much of the network's row accuracy disappears under specimen folds; what is missing if that cannot be said.</summary>
    public static string Of(PaperSources sources)
    {
        if (sources.Network.Length == 0)
            return "No network was measured.";
        if (OfSingleFolds(sources) is { Length: > 0 } single)
            return single;
        var row = sources.Metric("row", sources.Network, "accuracy", "pooled");
        var specimen = sources.Metric("specimen", sources.Network, "accuracy", "pooled");
        var excess = sources.Verdicts.FirstOrDefault(v => v.Protocol == "row" && v.Model == sources.Network);
        return Of("", row, specimen, excess);
    }

    /// <summary>How much of a model's row accuracy disappears under specimen folds.</summary>
    /// <param name="model">Its name in print; empty where it goes without saying.</param>
    /// <param name="row">Its pooled accuracy by row; null if that was not run.</param>
    /// <param name="specimen">Its pooled accuracy by specimen; null if that was not run.</param>
    /// <param name="excess">The paired difference of the two.</param>
    public static string Of(string model, MetricValue? row, MetricValue? specimen, ProtocolVerdict? excess)
    {
        var name = model.Length > 0 ? $"{model}: of" : "Of";
        var points = excess is { Low: { } low, High: { } high } ? $" (95 % interval {Numerals.Of(100 * low, 1)} to {Numerals.Of(100 * high, 1)})" : "";
        return (row, specimen) switch
        {
            ({ } r, { } s) => $"{name} the row-protocol accuracy of {Interval(r)}, {Numerals.Of(Math.Abs(100 * (r.Value - s.Value)), 1)} points{points} "
                + (r.Value >= s.Value ? "disappear" : "are added") + $" when no specimen is on both sides: {Interval(s)} remain.",
            ({ } r, null) => $"Row-protocol accuracy is {Interval(r)}; the specimen protocol was not run, so what of it is leakage is not known.",
            (null, { } s) => $"Specimen-protocol accuracy is {Interval(s)}; the row protocol was not run.",
            _ => "Neither the row nor the specimen protocol was run.",
        };
    }

    /// <summary>Row and specimen folds that were trained alone; empty where either protocol has all its folds, or neither has any.</summary>
    private static string OfSingleFolds(PaperSources sources)
    {
        string[] folds =
        [
            .. from protocol in (string[])["row", "specimen"]
               where sources.Metric(protocol, sources.Network, "accuracy", "pooled") is null
               from value in SingleFolds.Accuracies(sources, protocol)
               select $"{Interval(value)} in {protocol} fold {value.Fold}",
        ];
        var whole = sources.Metrics.Any(m => m.Model == sources.Network && m.Metric == "accuracy" && m.Fold == "pooled");
        return folds.Length == 0 || whole ? "" : $"Only single folds were trained, and intervals take their rows as independent: accuracy is {string.Join(", ", folds)}.";
    }

    /// <summary>A share with its 95 % interval where there is one.</summary>
    public static string Interval(MetricValue value) => value is { Low: { } low, High: { } high }
        ? $"{Numerals.Percent(value.Value)} (95 % interval {Numerals.Of(100 * low, 1)}–{Numerals.Of(100 * high, 1)} %)"
        : Numerals.Percent(value.Value);
}
