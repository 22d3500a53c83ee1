using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Report;

namespace RruffGeo.Stages;

/// <summary>The large numbers of the report's first screen.</summary>
internal static class FirstNumbers
{
    /// <summary>Accuracy by row and by specimen, what lies between, the largest country, and the paper's number.</summary>
    public static Tiles Of(PaperSources sources)
    {
        var majority = sources.Protocols.Select(p => sources.Metric(p, "majority", "accuracy", "pooled")).FirstOrDefault(m => m is not null);
        return new Tiles(
        [
            Accuracy(sources, "row", "Accuracy, folds by row (the paper's way)", Emphasis.Row),
            Accuracy(sources, "specimen", "Accuracy, no specimen on both sides", Emphasis.Specimen),
            PointsLost(sources),
            new("Always the largest country", majority is null ? Numerals.Missing : Numerals.Percent(majority.Value), majority is null ? "not measured" : $"majority baseline, {majority.Protocol} folds"),
            new("Printed in the paper", Numerals.Percent(PrintedPaper.Accuracy, 0), "average over five folds, no interval"),
        ]);
    }

    private static Tile Accuracy(PaperSources sources, string protocol, string label, Emphasis emphasis)
    {
        var pooled = sources.Metric(protocol, sources.Network, "accuracy", "pooled");
        if (SingleFolds.Accuracies(sources, protocol) is [var only, ..] few)
            return new Tile(label, Numerals.Percent(only.Value), $"fold {only.Fold} alone{(few.Count > 1 ? $" of {few.Count} trained" : "")}, {Numerals.Of(only.N)} spectra; not all folds were trained", emphasis);
        var detail = pooled switch
        {
            null => "this protocol was not run",
            { Low: { } low, High: { } high } => $"95 % interval {Numerals.Of(100 * low, 1)}–{Numerals.Of(100 * high, 1)} %, {Numerals.Of(pooled.N)} spectra",
            _ => $"{Numerals.Of(pooled.N)} spectra",
        };
        return new Tile(label, pooled is null ? Numerals.Missing : Numerals.Percent(pooled.Value), detail, emphasis);
    }

    private static Tile PointsLost(PaperSources sources)
    {
        const string Label = "Points lost when specimens are kept apart";
        var row = sources.Metric("row", sources.Network, "accuracy", "pooled");
        var specimen = sources.Metric("specimen", sources.Network, "accuracy", "pooled");
        if (row is null || specimen is null)
            return new Tile(Label, Numerals.Missing, "needs all folds of both protocols");
        var excess = sources.Verdicts.FirstOrDefault(verdict => verdict.Protocol == "row" && verdict.Model == sources.Network);
        return new Tile(
            Label, Numerals.Of(100 * (row.Value - specimen.Value), 1),
            excess is { Low: { } low, High: { } high } ? $"95 % interval {Numerals.Of(100 * low, 1)} to {Numerals.Of(100 * high, 1)}, paired over specimens" : "percentage points of accuracy");
    }
}
