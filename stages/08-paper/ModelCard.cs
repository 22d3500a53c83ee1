using System.Collections.Immutable;
using RruffGeo.Presentation.Checklists;
using RruffGeo.Presentation.Drawing;
using static RruffGeo.Stages.CardSources;

namespace RruffGeo.Stages;

/// <summary>The model card (after Mitchell et al. 2019), filled from artifacts.</summary>
internal static class ModelCard
{
    public static Checklist Of(CardSources sources) => new(
        "model-card", "Model card", "In the order of Mitchell et al. (2019), in words of ours; every answer was computed from the files named under it.", sources.Run.Origin,
        [new("The model", Model(sources)), new("What it can be used for", Use(sources)), new("What its scores depend on", Factors(sources)), new("Results", Results(sources)), new("Cautions", Cautions(sources))]);

    private static ImmutableArray<ChecklistItem> Model(CardSources sources) =>
    [
        sources.Fact("M1", "Which network is it?", sources.Outline is not { } o ? "" :
            $"ConvNeXt1D, {string.Join(", ", o.Depths)} blocks of {string.Join(", ", o.Widths)} channels, {Numerals.Of(o.Parameters)} parameters, {Numerals.Of(sources.Run.Grid.Points)} points in, {Numerals.Of(o.Classes)} countries out", sources.Network),
        sources.Fact("M2", "How many were trained?", string.Join("; ", sources.Run.Branches.GroupBy(b => b.Protocol).Select(g => $"{Many(g.Count(), "network")} under {g.Key} folds, {Many(g.Max(b => b.History.Count), "epoch")}")), sources.Network),
        sources.Fact("M3", "With which settings?", sources.Run.Branches.Count == 0 ? "" : string.Join(
            ", ", sources.Run.Branches[0].Configuration.Where(c => c.Key.StartsWith("parameter.", StringComparison.Ordinal)).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key["parameter.".Length..]} {c.Value}")), sources.Network),
        sources.Fact("M4", "On what was it trained?", sources.Run.Branches.Count == 0 ? "" : $"device {sources.Stated("device")}, threads {sources.Stated("threads")}, TorchSharp {sources.Stated("torchsharp")}", sources.Network),
    ];

    private static ImmutableArray<ChecklistItem> Use(CardSources sources)
    {
        var gain = sources.Run.Comparisons.FirstOrDefault(c => c.Protocol == "specimen" && c.Model == sources.Run.Network && c.Baseline == "species-prior" && c.Subset == ComparisonTable.AllRows);
        return
        [
            sources.Item("M5", "Does it name the country of specimens it has never seen better than always naming the largest one would?",
                sources.BeatsMajority("specimen", sources.Run.Network), sources.BesideMajority("specimen", sources.Run.Network), Metrics),
            sources.Item("M6", "Does it know more of them than the mineral's name does?", gain is null ? AnswerStatus.NotInThisRun : gain.Low > 0 ? AnswerStatus.Yes : AnswerStatus.No,
                gain is null ? Numerals.Missing : $"{Numerals.Difference(100 * gain.Gain, 1)} points of accuracy over the species prior (95 % interval {Numerals.Of(100 * gain.Low, 1)} to {Numerals.Of(100 * gain.High, 1)})", "07-metrics/comparisons.parquet"),
        ];
    }

    private static ImmutableArray<ChecklistItem> Factors(CardSources sources)
    {
        var classes = sources.Run.Classes.OrderByDescending(c => c.Rows).ThenBy(c => c.Country, StringComparer.Ordinal).ToList();
        return
        [
            sources.Fact("M7", "Which countries does it know?", classes.Count == 0 ? "" :
                $"{Numerals.Of(classes.Count)}, from {classes[0].Country} ({Many(classes[0].Rows, "row")} of {Many(classes[0].Specimens, "specimen")}) to {classes[^1].Country} ({Many(classes[^1].Rows, "row")} of {Many(classes[^1].Specimens, "specimen")})", "05-folds/classes.parquet"),
            sources.Fact("M8", "Which part of its input is measured?", $"{Numerals.Percent(1 - sources.Run.Resampled.Select(r => (double)r.PaddingShare).DefaultIfEmpty(0).Average())} on average, the rest is padding, on {Numerals.Of(sources.Run.Grid.First, 1)}–{Numerals.Of(sources.Run.Grid.Last, 1)} cm⁻¹", "04-resampled/resampled.parquet"),
            sources.Item("M9", "Does the padding alone, which shows the instrument's range, tell the country?", sources.BeatsMajority("specimen", "padding-mask"), sources.BesideMajority("specimen", "padding-mask"), Metrics),
            sources.Item("M10", "Do laser, file kind, id year and owner alone tell it?", sources.BeatsMajority("specimen", "metadata"), sources.BesideMajority("specimen", "metadata"), Metrics),
        ];
    }

    private static ImmutableArray<ChecklistItem> Results(CardSources sources)
    {
        var run = sources.Run;
        var protocol = run.Protocols.Contains("specimen") ? "specimen" : run.Protocols.Count > 0 ? run.Protocols[0] : "";
        var countries = run.PerCountry.Where(c => c.Protocol == protocol && c.Model == run.Network && c.Folds > 0).OrderBy(c => c.PooledF1).ThenBy(c => c.Country, StringComparer.Ordinal).ToList();
        string Scores(string metric, int decimals) => string.Join("; ", run.Protocols.Select(p => (p, Value: run.Metric(p, run.Network, metric, "pooled")))
            .Where(v => v.Value is not null).Select(v => $"{v.p}: {Numerals.Of(v.Value!.Value, decimals)}"));
        return
        [
            sources.Fact("M11", "How accurate is it on held-out folds?", string.Join("; ", run.Protocols.Select(sources.Accuracy).Where(text => text.Length > 0)), Metrics),
            sources.Fact("M12", "What is its F1, averaged over all countries?", Scores("macro_f1", 3), Metrics),
            sources.Fact("M13", "Where is it weakest and strongest?", countries.Count == 0 ? "" : $"F1 {Numerals.Of(countries[0].PooledF1, 2)} ({countries[0].Country}) to {Numerals.Of(countries[^1].PooledF1, 2)} ({countries[^1].Country}), {protocol} folds", "07-metrics/per_country.parquet"),
            sources.Fact("M14", "Do its probabilities mean what they say (calibration error)?", Scores("ece", 3) is { Length: > 0 } ece ? $"{ece}; after temperature scaling {Scores("ece_scaled", 3)}" : "", Metrics),
            sources.Fact("M15", "Do its prediction sets hold what they promise?", string.Join("; ", run.Conformal.Where(c => c.Model == run.Network && c.Unit == "specimen" && c.Country.Length == 0)
                .Select(c => $"{c.Protocol}, {c.Score}: asked for {Numerals.Percent(c.Level, 0)}, covers {Numerals.Percent(c.Coverage)} with {Numerals.Of(c.MeanSize, 1)} countries")), "07-metrics/conformal.parquet"),
        ];
    }

    private static ImmutableArray<ChecklistItem> Cautions(CardSources sources)
    {
        var row = sources.Run.Audit.FirstOrDefault(a => a.Protocol == "row");
        return
        [
            sources.Item("M16", "Are its scores by row free of specimens that it has seen in training?", row is null ? AnswerStatus.NotInThisRun : row.SiblingInTrainPercent > 0 ? AnswerStatus.No : AnswerStatus.Yes,
                row is null ? Numerals.Missing : $"{Numerals.Of(row.SiblingInTrainPercent, 1)} % of rows tested by row have another spectrum of their specimen in training. {LeakageSentence.Of(sources.Run)}", Audit, Metrics),
            sources.Item("M17", "Was it trained on measured spectra?", sources.Simulated ? AnswerStatus.No : AnswerStatus.Yes,
                sources.Simulated ? "SIMULATED DATA: the corpus is made up; it shows that the pipeline works and nothing about minerals" : Many(sources.Run.Descriptions.Count, "spectrum file"), "01-raw/archives.parquet"),
        ];
    }
}
