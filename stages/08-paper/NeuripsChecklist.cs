using System.Collections.Immutable;
using RruffGeo.Presentation.Checklists;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;
using static RruffGeo.Stages.CardSources;

namespace RruffGeo.Stages;

/// <summary>The sixteen points of NeurIPS' paper checklist, answered for this rerun from its files.</summary>
internal static class NeuripsChecklist
{
    public static Checklist Of(CardSources sources) => new(
        "neurips-checklist", "NeurIPS paper checklist, for this rerun",
        "The sixteen points of the checklist of 2025 in words of ours, answered for this run and not for the paper. What takes judgement is left to a person, with the facts beside it.", sources.Run.Origin,
        [new("What is claimed, and how it can be checked", Claims(sources.Run, sources)), new("Numbers and machines", Numbers(sources.Run, sources)), new("People, rights and risks", Rights(sources.Run, sources))]);

    private static ImmutableArray<ChecklistItem> Claims(PaperSources run, CardSources sources)
    {
        var counts = string.Join(", ", Enum.GetValues<Verdict>().Select(v => (v, Count: sources.Claims.Count(c => c.Verdict == v))).Where(v => v.Count > 0).Select(v => $"{Verdicts.Words(v.v)} {Numerals.Of(v.Count)}"));
        var here = run.KnownArchives.Count(a => a.Files > 0);
        return
        [
            sources.Item("N1", "Is what is claimed what was found?", sources.Claims.Any(c => c.Verdict is Verdict.Contradicted or Verdict.Differs) ? AnswerStatus.No : AnswerStatus.Yes,
                $"of the paper's claims, {Numerals.Of(sources.Claims.Length)} checks: {counts}", Ledger),
            sources.Item("N2", "Are limits stated?", AnswerStatus.Yes,
                (run.KnownArchives.Count > 0 ? $"{Numerals.Of(here)} of {Numerals.Of(run.KnownArchives.Count)} known archives; " : "") + $"{Many(run.Warnings.Count, "warning")} about folds, {Many(run.Suspicious.Count, "place")} to look at, {Many(sources.Claims.Count(c => c.Verdict is Verdict.NotSpecified or Verdict.NotTestable), "check")} that nothing could decide",
                "01-raw/known-archives.parquet", "05-folds/warnings.parquet", "03-joined/suspicious.parquet", Ledger),
            sources.Item("N3", "Are theorems stated with their assumptions and proved?", AnswerStatus.NotApplicable, $"none of the {Numerals.Of(sources.Claims.Select(c => c.Id).Distinct().Count())} claims is a theorem", Ledger),
            sources.Item("N4", "Is enough recorded to get the results again?", run.Branches.Count > 0 ? AnswerStatus.Yes : AnswerStatus.NotInThisRun,
                run.Branches.Count > 0 ? $"{Numerals.Of(run.Branches[0].Configuration.Count)} settings beside the weights of each of {Many(run.Branches.Count, "network")}; every row's fold; archives by digest" : Numerals.Missing, sources.Network, Folds, "01-raw/archives.parquet"),
            sources.Item("N5", "Can others get the data?", sources.Simulated || run.Archives.All(a => a.State == "pinned") ? AnswerStatus.Yes : AnswerStatus.Partly,
                sources.Simulated ? "the corpus is simulated and comes from a seed" : $"{Numerals.Of(run.Archives.Count(a => a.State == "pinned"))} of {Many(run.Archives.Count, "archive")} have the pinned bytes", "01-raw/archives.parquet"),
            sources.Item("N6", "Are splits and settings stated?", run.Audit.Count > 0 ? AnswerStatus.Yes : AnswerStatus.NotInThisRun,
                $"folds by {string.Join(" and ", run.Protocols)}; epochs {sources.Stated("parameter.Epochs")}, batch {sources.Stated("parameter.BatchSize")}, learning rate {sources.Stated("parameter.LearningRate")}, weight decay {sources.Stated("parameter.WeightDecay")}", sources.Network, Folds),
        ];
    }

    private static ImmutableArray<ChecklistItem> Numbers(PaperSources run, CardSources sources)
    {
        var accuracies = run.Metrics.Where(m => m.Metric == "accuracy" && m.Fold == "pooled").ToList();
        return
        [
            sources.Item("N7", "Do the main numbers have intervals, and is it said of what?",
                accuracies.Count == 0 ? AnswerStatus.NotInThisRun : accuracies.All(m => m.Low is not null && m.High is not null) ? AnswerStatus.Yes : AnswerStatus.Partly,
                $"{Numerals.Of(accuracies.Count(m => m.Low is not null))} of {Numerals.Of(accuracies.Count)} pooled accuracies have a 95 % interval over specimens; {Many(run.Comparisons.Count, "paired comparison")} with interval and exact McNemar p", Metrics, "07-metrics/comparisons.parquet"),
            sources.Item("N8", "Is it said what was computed with?", run.Branches.Count > 0 ? AnswerStatus.Yes : AnswerStatus.NotInThisRun,
                $"device {sources.Stated("device")}, threads {sources.Stated("threads")}, steps a network {sources.Stated("steps")}, {Many(run.Branches.Count, "network")}; times stand in the run's log", sources.Network),
        ];
    }

    private static ImmutableArray<ChecklistItem> Rights(PaperSources run, CardSources sources)
    {
        var owners = run.Descriptions.Where(d => d.Owner.Length > 0).Select(d => d.Owner).Distinct().Count();
        var specimens = Many(run.Joined.Select(j => j.Specimen).Distinct().Count(), "specimen");
        return
        [
            sources.Item("N9", "Does the work keep to the conference's code of ethics?", AnswerStatus.ForAPerson, $"rows are spectra of {specimens}; {Many(owners, "owner")} named", "01-raw/raw.parquet"),
            sources.Item("N10", "Are effects on people discussed?", AnswerStatus.ForAPerson, $"what an origin named by it would rest on: {Or(sources.Accuracy("specimen"), "no accuracy on new specimens was measured")}", Metrics),
            sources.Item("N11", "Are released models guarded against misuse?", AnswerStatus.ForAPerson, sources.Outline is { } o ? $"{Many(run.Branches.Count, "network")} of {Many(o.Parameters, "parameter")} that name countries of minerals" : "no network", sources.Network),
            sources.Item("N12", "Are the makers of data and tools credited?", AnswerStatus.Yes, $"{Many(run.Archives.Count, "archive")}; borders: {run.Polygons.Source}; places: {Or(string.Join(", ", run.Localities.Select(l => l.Geocoder).Where(g => g.Length > 0).Distinct().Order(StringComparer.Ordinal)), "none")}; licences in the report's last section",
                "01-raw/archives.parquet", "02-geocoded/geocoded.parquet", "03-joined/joined.parquet"),
            sources.Item("N13", "Are new files documented?", AnswerStatus.Yes, $"{Numerals.Of(sources.Claims.Length)} checks with artifact and row in the ledger; units in the metadata of every table; model card and data card beside this list", Ledger),
            sources.Item("N14", "Were people paid or asked?", AnswerStatus.NotApplicable, $"no row is of a person: {specimens}", "01-raw/raw.parquet"),
            sources.Item("N15", "Did a review board agree?", AnswerStatus.NotApplicable, $"no row is of a person: {specimens}", "01-raw/raw.parquet"),
            sources.Item("N16", "Is a language model part of the method?", AnswerStatus.NotApplicable, $"models measured: {Or(string.Join(", ", run.Models.Select(Naming.Model)), "none")}", Metrics),
        ];
    }

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}
