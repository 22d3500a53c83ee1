using System.Collections.Immutable;
using RruffGeo.Presentation.Figures;
using RruffGeo.Stages.Tests.Demo;

namespace RruffGeo.Stages.Tests;

public sealed class RowFlowTests(DemoReadingTests.Run run) : IClassFixture<DemoReadingTests.Run>
{
    [Fact]
    public void On_the_demo_corpus_every_row_is_accounted_for()
    {
        var stages = run.Stages;
        var flow = RowFlow.Of(FlowRows.Of(stages.Raw, stages.Joined, stages.Resampled, stages.Folds));

        AddsUp(flow);
        Assert.True(flow[0].Count > flow[^1].Count);
        Assert.Contains(flow.SelectMany(stage => stage.Exits), exit => exit.Reason.StartsWith("synthetic: ", StringComparison.Ordinal));
        Assert.Contains(flow.SelectMany(stage => stage.Exits), exit => exit.Reason == "no coordinates: locality unknown");
    }

    [Fact]
    public void A_row_that_no_reason_explains_is_shown_and_not_spread_over_others()
    {
        var flow = RowFlow.Of(new FlowRows(
            [new ArchiveReport { Members = 10, Notes = 1, Rejected = 2, Spectra = 7 }], [new RejectedInput { Scope = "file", Code = "constant-intensity" }], [], [], [], []));

        Assert.Equal([new FlowExit("no spectrum file", 1), new FlowExit("rejected: constant-intensity", 1), new FlowExit(RowFlow.Unaccounted, 1)], flow[0].Exits);
        Assert.Equal([new FlowExit(RowFlow.Unaccounted, 7)], flow[1].Exits);
    }

    internal static void AddsUp(ImmutableArray<FlowStage> flow)
    {
        Assert.DoesNotContain(flow.SelectMany(stage => stage.Exits), exit => exit.Reason == RowFlow.Unaccounted);
        Assert.All(flow.Zip(flow.Skip(1)), pair => Assert.Equal(pair.First.Remaining, pair.Second.Count));
        Assert.Equal(flow[0].Count, flow[^1].Count + flow.Sum(stage => stage.Exits.Sum(exit => exit.Count)));
        Assert.All(flow.SelectMany(stage => stage.Exits), exit => Assert.True(exit.Count > 0));
    }
}
