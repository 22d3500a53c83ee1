using System.Collections.Immutable;
using RruffGeo.Build.Running;
using RruffGeo.Pipeline;

namespace RruffGeo.Build.Tests;

public sealed class PlanTextTests
{
    private static readonly Cause seed = new("05-folds", "", new KeyChange("parameter.Folds.Seed", "20", "7", ""));

    private static readonly ImmutableArray<PlanEntry> plan =
    [
        Entry("01-raw", "", PlanState.UpToDate, "", 8, []),
        Entry("05-folds", "", PlanState.Run, "parameter Folds.Seed: 20 → 7", 0.5, [], seed),
        Entry("06-models", "row/fold-0", PlanState.Waits, "for Folds; up to date if that gives the same as before", 30, ["05-folds"], seed),
        Entry("06-models", "row/fold-1", PlanState.Waits, "for Folds; up to date if that gives the same as before", null, ["05-folds"], seed),
        Entry("08-paper", "", PlanState.Restore, "not as made: report.html", 6, ["01-raw", "06-models"]),
    ];

    private static readonly StageChange[] changes =
    [
        new("05-folds", "", StagePresence.Both, [seed.Change], ArtifactAgreement.Different),
        new("06-models", "row/fold-0", StagePresence.Both, [new("input.05-folds", new string('1', 64), new string('2', 64), "")], ArtifactAgreement.Different),
        new("06-models", "row/fold-1", StagePresence.SecondOnly, [], ArtifactAgreement.Different),
    ];

    [Fact]
    public Task A_plan_as_a_table() => Verify(string.Join('\n', PlanText.Lines(plan)));

    [Fact]
    public Task A_plan_explained() => Verify(string.Join('\n', ExplainText.Lines(plan)));

    [Fact]
    public Task A_plan_as_a_graph() => Verify(StageGraph.Of(plan).ToMermaid());

    [Fact]
    public Task A_plan_as_a_picture() => Verify(GraphPicture.Of(StageGraph.Of(plan)));

    [Fact]
    public Task A_plan_for_programs() => Verify(PlanJson.Of(plan));

    [Fact]
    public void A_plan_without_work_says_so() => Assert.Equal("Nothing to do.", PlanText.Lines(plan[..1]).Last());

    [Fact]
    public Task Two_runs_explained() => Verify(string.Join('\n', ExplainText.Lines(changes, CausesOf)));

    [Fact]
    public Task Two_runs_for_programs() => Verify(PlanJson.Of(changes, CausesOf));

    private static IReadOnlyList<Cause> CausesOf(StageChange change) => change.Changes.Count == 0 ? [] : [seed];

    private static PlanEntry Entry(string stage, string branch, PlanState state, string why, double? seconds, ImmutableArray<string> reads, params ImmutableArray<Cause> causes) => new(
        new StageWiring
        {
            Stage = stage,
            Branch = branch,
            SchemaVersion = 1,
            Function = typeof(PlanTextTests).GetMethod(nameof(A_plan_as_a_table))!,
            Parameters = ImmutableSortedDictionary<string, string>.Empty,
            Reads = reads,
            Run = _ => { },
        },
        state, why, state == PlanState.Waits ? "" : new string('a', 64), seconds is { } time ? TimeSpan.FromSeconds(time) : null, causes, state == PlanState.Waits ? reads : []);
}
