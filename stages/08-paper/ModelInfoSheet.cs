using System.Collections.Immutable;
using RruffGeo.Presentation.Checklists;
using RruffGeo.Presentation.Drawing;
using static RruffGeo.Stages.CardSources;

namespace RruffGeo.Stages;

/// <summary>The eight kinds of leakage of Kapoor and Narayanan (2023), each with this run's evidence for or against it.</summary>
internal static class ModelInfoSheet
{
    public static Checklist Of(CardSources sources) => new(
        "model-info-sheet", "Model info sheet: is there leakage?",
        "After the kinds of leakage of Kapoor and Narayanan (2023), L1.1 to L3.3, in words of ours. Each question asks whether a kind is ruled out: yes is good. Every answer was computed from the files named under it.", sources.Run.Origin,
        [
            new("L1: test and training data are kept apart", Separation(sources.Run, sources)),
            new("L2: inputs are legitimate", Inputs(sources)),
            new("L3: the test data are those one wants to know about", Distribution(sources.Run, sources)),
            new("Fold protocol by fold protocol", [.. sources.Run.Audit.Select(audit => Protocol(audit, sources))]),
        ]);

    private static ImmutableArray<ChecklistItem> Separation(PaperSources run, CardSources sources)
    {
        var network = sources.Outline;
        return
        [
            sources.Item("L1.1", "Is every score of rows that were held out?", run.Audit.Count == 0 ? AnswerStatus.NotInThisRun : AnswerStatus.Yes,
                run.Audit.Count == 0 ? Numerals.Missing : string.Join("; ", run.Audit.Select(a => $"by {a.Protocol}: {Many(a.Rows, "row")} tested, each in one fold, by models trained on the others")), Folds, Audit),
            sources.Item("L1.2", "Is preprocessing fitted without the test rows?", AnswerStatus.Partly,
                $"min-max and spline see one spectrum at a time; the window {Numerals.Of(sources.Run.Grid.First, 1)}–{Numerals.Of(sources.Run.Grid.Last, 1)} cm⁻¹ is, as the paper says, that of all {Numerals.Of(sources.Run.Resampled.Count)} spectra, test rows among them", "04-resampled/resampled.parquet"),
            sources.Item("L1.3", "Were inputs selected without the test rows?", network is null ? AnswerStatus.NotInThisRun : AnswerStatus.Yes,
                network is null ? Numerals.Missing : $"nothing was selected: the stem reads all {Numerals.Of(sources.Run.Grid.Points)} points of the grid", sources.Network),
            sources.Item("L1.4", "Is no measurement on both sides?", Rule(run.Audit, a => a.TwinInTrainPercent), Percentages(run.Audit, "their measurement", a => a.TwinInTrainPercent), Audit, "01-raw/repeated.parquet", "07-metrics/twins.parquet"),
        ];
    }

    private static ImmutableArray<ChecklistItem> Inputs(CardSources sources)
    {
        var padding = sources.BeatsMajority("specimen", "padding-mask");
        return
        [
            sources.Item("L2", "Is the input free of what stands for the answer without being the mineral's?", padding switch { AnswerStatus.Yes => AnswerStatus.No, AnswerStatus.No => AnswerStatus.Partly, _ => padding },
                $"zeros outside the native range write the instrument into the input. {sources.BesideMajority("specimen", "padding-mask")}; {sources.BesideMajority("row", "padding-mask")}", Metrics, "04-resampled/resampled.parquet"),
        ];
    }

    private static ImmutableArray<ChecklistItem> Distribution(PaperSources run, CardSources sources)
    {
        var years = sources.Run.Descriptions.Select(d => SpecimenYear.Of(d.Specimen)).Where(y => y.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        var classes = sources.Run.Classes.OrderByDescending(c => c.Rows).ToList();
        return
        [
            sources.Item("L3.1", "Does no test row come before what the model was trained on?", AnswerStatus.NotApplicable,
                $"a mineral's country does not change with time, and folds mix all years{(years.Count > 0 ? $" ({years[0]}–{years[^1]}, by RRUFF id)" : "")}", "01-raw/raw.parquet", Folds),
            sources.Item("L3.2", "Are test rows independent of training rows?", Rule(run.Audit, a => a.SiblingInTrainPercent),
                $"{Percentages(run.Audit, "their specimen", a => a.SiblingInTrainPercent)}; {Percentages(run.Audit, "their locality", a => a.LocalityInTrainPercent)}", Audit),
            sources.Item("L3.3", "Are the test rows a fair sample of the world's minerals?", classes.Count == 0 ? AnswerStatus.NotInThisRun : AnswerStatus.No,
                classes.Count == 0 ? Numerals.Missing : $"they are what the archives hold: {Share(classes[0].Rows, classes.Sum(c => (long)c.Rows))} from {classes[0].Country}, {Numerals.Of(classes.Count)} countries", "05-folds/classes.parquet", "01-raw/archives.parquet"),
        ];
    }

    private static ChecklistItem Protocol(LeakageAudit audit, CardSources sources)
    {
        var excess = sources.Run.Verdicts.FirstOrDefault(v => v.Protocol == audit.Protocol && v.Model == audit.VerdictModel);
        return sources.Item(
            $"P-{audit.Protocol}", $"Folds by {audit.Protocol}: are scores free of leakage?",
            audit.Verdict switch { "clean" => AnswerStatus.Yes, "leaks" => AnswerStatus.No, _ => AnswerStatus.Partly },
            $"{audit.Verdict}: {Numerals.Of(audit.SiblingInTrainPercent, 1)} % of tested rows have their specimen in training, for {Numerals.Of(audit.NearestSameSpecimenPercent, 1)} % it is the nearest neighbour"
            + (excess is { Excess: { } more } ? $"; {Numerals.Difference(100 * more, 1)} points of accuracy above specimen folds" : ""), Audit, "07-metrics/verdicts.parquet");
    }

    // By row a kind of leakage may be there, by specimen not: then it is ruled out in part.
    private static AnswerStatus Rule(IReadOnlyList<LeakageAudit> audit, Func<LeakageAudit, double> percent) => audit.Count == 0
        ? AnswerStatus.NotInThisRun
        : audit.All(a => percent(a) == 0) ? AnswerStatus.Yes : audit.Any(a => percent(a) == 0) ? AnswerStatus.Partly : AnswerStatus.No;

    private static string Percentages(IReadOnlyList<LeakageAudit> audit, string what, Func<LeakageAudit, double> percent) =>
        $"tested rows with {what} in training: {string.Join(", ", audit.Select(a => $"{Numerals.Of(percent(a), 1)} % by {a.Protocol}"))}";
}
