namespace RruffGeo.Pipeline.Tests;

public sealed class ExplainTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void A_changed_input_is_followed_up_to_the_parameter_that_changed()
    {
        MakeThree("quartz", "grid", "folds");
        var (_, joined) = MakeTwo("quartz", "another grid");
        var folds = Folds("folds", joined);

        var causes = sandbox.Engine.CausesOf("05-folds", "", sandbox.Engine.ChangesOf(folds));

        Assert.Equal("04-resampled: parameter Content: grid → another grid", Assert.Single(causes).ToString());
    }

    [Fact]
    public void A_cause_two_stages_up_and_one_of_its_own_are_both_named_the_highest_first()
    {
        MakeThree("quartz", "grid", "folds");
        var (_, resampled) = MakeTwo("calcite", "grid, since calcite");
        var folds = Folds("other folds", resampled);

        Assert.Equal(
            ["01-raw: parameter Content: quartz → calcite", "04-resampled: parameter Content: grid → grid, since calcite", "05-folds: parameter Content: folds → other folds"],
            sandbox.Engine.CausesOf("05-folds", "", sandbox.Engine.ChangesOf(folds)).Select(cause => cause.ToString()));
    }

    [Fact]
    public void An_input_that_no_stage_made_is_a_cause_itself()
    {
        sandbox.Produce(sandbox.Stage("01-raw", "quartz", ("archive/LR-Raman.zip", new string('1', 64))));
        var changed = sandbox.Stage("01-raw", "quartz", ("archive/LR-Raman.zip", new string('2', 64)));
        Assert.Equal(
            "01-raw: input archive/LR-Raman.zip: 111111111111 → 222222222222",
            Assert.Single(sandbox.Engine.CausesOf("01-raw", "", sandbox.Engine.ChangesOf(changed))).ToString());
    }

    [Fact]
    public void Two_runs_are_compared_by_their_lock_files()
    {
        MakeThree("quartz", "grid", "folds");
        sandbox.Produce(sandbox.Stage("06-models", "weights") with { Branch = "row/fold-0" });
        sandbox.Engine.WriteLock();
        using var other = new PipelineEngine(PipelineStore.Open(sandbox.StoreFolder), sandbox.RunFolder + "-2", sandbox);
        var raw = other.Produce(sandbox.Stage("01-raw", "quartz"), TestContext.Current.CancellationToken);
        other.Produce(sandbox.Stage("04-resampled", "finer grid", ("raw", raw.LogicalDigest)), TestContext.Current.CancellationToken);
        other.Produce(sandbox.Stage("07-metrics", "accuracy"), TestContext.Current.CancellationToken);

        var changes = other.ChangesSince(sandbox.RunFolder);

        Assert.Equal(
            ["04-resampled Both Different", "05-folds FirstOnly Different", "06-models FirstOnly Different", "07-metrics SecondOnly Different"],
            changes.Select(change => $"{change.Stage} {change.Presence} {change.Artifact}"));
        Assert.Equal("parameter Content: grid → finer grid", Assert.Single(changes[0].Changes).ToString());
        Assert.Empty(other.ChangesSince(sandbox.RunFolder + "-2"));
    }

    [Fact]
    public void A_run_never_made_here_is_compared_with_the_nearest_that_the_store_knows()
    {
        sandbox.Produce(sandbox.Stage("01-raw", "quartz"));
        sandbox.Produce(sandbox.Stage("01-raw", "calcite") with { SchemaVersion = 2, CodeDigest = "other" });
        using var elsewhere = new PipelineEngine(PipelineStore.Open(sandbox.StoreFolder), sandbox.RunFolder + "-2", sandbox);

        Assert.Equal("parameter Content: quartz → halite", Assert.Single(elsewhere.DifferenceFromNearest(sandbox.Stage("01-raw", "halite"))!).ToString());
        Assert.Null(elsewhere.DifferenceFromNearest(sandbox.Stage("09-unheard-of", "x")));
    }

    private void MakeThree(string raw, string grid, string folds) => sandbox.Produce(Folds(folds, MakeTwo(raw, grid).Resampled));

    private (StageResult Raw, StageResult Resampled) MakeTwo(string raw, string grid)
    {
        var first = sandbox.Produce(sandbox.Stage("01-raw", raw));
        return (first, sandbox.Produce(sandbox.Stage("04-resampled", grid, ("raw", first.LogicalDigest))));
    }

    private StageRequest Folds(string folds, StageResult resampled) => sandbox.Stage("05-folds", folds, ("resampled", resampled.LogicalDigest));
}
