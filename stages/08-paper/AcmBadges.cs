using System.Collections.Immutable;
using RruffGeo.Presentation.Checklists;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;
using static RruffGeo.Stages.CardSources;

namespace RruffGeo.Stages;

/// <summary>ACM's artifact badges, version 1.1: what this run can show a reviewer for each.</summary>
internal static class AcmBadges
{
    private const int ClaimsOfThePaper = 86;

    public static Checklist Of(CardSources sources) => new(
        "acm-badges", "ACM artifact badges, version 1.1: the evidence",
        "Badges are given by reviewers, never by authors: this lists what the run's files show for or against each, in words of ours.", sources.Run.Origin,
        [new("Artifacts evaluated", Evaluated(sources.Run, sources)), new("Artifacts available", Available(sources.Run, sources)), new("Results validated", Validated(sources.Run, sources))]);

    private static ImmutableArray<ChecklistItem> Evaluated(PaperSources run, CardSources sources)
    {
        var ids = sources.Claims.Select(c => c.Id).Where(id => id.StartsWith('C')).Distinct().Count();
        var placed = sources.Claims.Count(c => c.Artifact.Length > 0 && c.Row.Length > 0 && c.How.Length > 0);
        var flow = RowFlow.Of(FlowRows.Of(run));
        var lost = flow.SelectMany(stage => stage.Exits).Where(exit => exit.Reason == RowFlow.Unaccounted).Sum(exit => Math.Abs(exit.Count));
        return
        [
            sources.Item("F1", "Functional: is it documented?", placed == sources.Claims.Length ? AnswerStatus.Yes : AnswerStatus.Partly,
                $"{Numerals.Of(placed)} of {Numerals.Of(sources.Claims.Length)} checks say how, from which file and which row", Ledger),
            sources.Item("F2", "Functional: is it consistent?", lost == 0 ? AnswerStatus.Yes : AnswerStatus.No,
                $"from {Numerals.Of(flow[0].Count)} members of archives to {Numerals.Of(flow[^1].Count)} rows of the task, {(lost == 0 ? "every row that leaves has its reason" : $"{Many(lost, "row")} not accounted for")}", "01-raw/archives.parquet", "03-joined/joined.parquet", "05-folds/classes.parquet"),
            sources.Item("F3", "Functional: is it complete?", ids == ClaimsOfThePaper && run.Branches.Count > 0 ? AnswerStatus.Yes : AnswerStatus.Partly,
                $"{Numerals.Of(ids)} of {ClaimsOfThePaper} claims are in the ledger; {Many(run.Branches.Count, "network")} trained", Ledger, sources.Network),
            sources.Item("F4", "Functional: can it be run?", run.Metrics.Count > 0 ? AnswerStatus.Yes : AnswerStatus.No, $"this run gave {Many(run.Metrics.Count, "metric value")} of {Many(run.Models.Count, "model")}", Metrics),
            sources.Item("R1", "Reusable: can its parts serve others?", AnswerStatus.ForAPerson, $"tables are Parquet with units; {(sources.Branch is null ? "no weights" : "weights also as safetensors beside the tensors named below")}", Metrics, sources.Network),
        ];
    }

    private static ImmutableArray<ChecklistItem> Available(PaperSources run, CardSources sources) =>
    [
        sources.Item("A1", "Is it in a public archive under a lasting identifier?", AnswerStatus.NotInThisRun, $"no file of the run records one; its own inputs are {Many(run.Archives.Count, "archive")} known by digest", "01-raw/archives.parquet"),
    ];

    private static ImmutableArray<ChecklistItem> Validated(PaperSources run, CardSources sources)
    {
        var headline = sources.Claims.Where(c => c.Id == "C59").ToList();
        var data = sources.Claims.Where(c => c.Basis == ClaimBasis.Run).ToList();
        var status = sources.Simulated ? AnswerStatus.NotApplicable : headline.Any(c => c.Verdict is Verdict.Reproduced or Verdict.ReproducedUnderReading) ? AnswerStatus.Yes
            : headline.Any(c => c.Verdict == Verdict.Differs) ? AnswerStatus.No : AnswerStatus.NotInThisRun;
        return
        [
            sources.Item("V1", "Reproduced: did others get the main results with the authors' own files?", AnswerStatus.NotApplicable, $"none of the {Many(run.Archives.Count, "archive")} read is of the authors, whose text names no code and no data of theirs", "01-raw/archives.parquet"),
            sources.Item("V2", "Replicated: did others get the main results without them?", status,
                string.Join("; ", headline.Select(c => $"accuracy printed {c.Printed}, found {c.Recomputed.TrimEnd('.')}: {Verdicts.Words(c.Verdict)}")) + $"; of {Numerals.Of(data.Count)} checks against this run {Numerals.Of(data.Count(c => c.Verdict is Verdict.Reproduced or Verdict.ReproducedUnderReading))} are reproduced, {Numerals.Of(data.Count(c => c.Verdict == Verdict.Differs))} differ", Ledger, Metrics),
        ];
    }
}
