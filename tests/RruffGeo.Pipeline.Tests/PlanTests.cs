namespace RruffGeo.Pipeline.Tests;

public sealed class PlanTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void The_plan_agrees_with_what_then_happens()
    {
        var request = sandbox.Stage("01-raw", "quartz");
        AssertPlanHolds(request, StageVerdict.Ran, "first run");
        AssertPlanHolds(request, StageVerdict.UpToDate, "");
        File.Delete(sandbox.Output("01-raw/result.txt"));
        AssertPlanHolds(request, StageVerdict.Restored, "not as made: result.txt");
        AssertPlanHolds(request with { CodeDigest = "other" }, StageVerdict.Ran, "code: code → other");
    }

    [Fact]
    public void Planning_changes_nothing_on_disk()
    {
        sandbox.Produce(sandbox.Stage("01-raw", "quartz"));
        File.WriteAllText(sandbox.Blobs()[0] + ".note", "");
        File.WriteAllText(sandbox.Records()[0], "garbage");
        var before = Listing();

        var plan = sandbox.NewEngine().Plan(sandbox.Stage("01-raw", "quartz"));

        Assert.Equal(StageVerdict.Ran, plan.Verdict);
        Assert.Contains("damaged", plan.Reason, StringComparison.Ordinal);
        Assert.Equal(before, Listing());
    }

    [Fact]
    public void The_reason_names_every_part_that_changed_code_first()
    {
        sandbox.Produce(sandbox.Stage("02-geocoded", "a", ("raw", new string('1', 64))));

        var plan = sandbox.Engine.Plan(sandbox.Stage("02-geocoded", "b", ("raw", new string('2', 64))) with
        {
            CodeDigest = new string('c', 64),
            SchemaVersion = 2,
            Environment = Sandbox.Named(("device", "cuda")),
        });

        Assert.Equal(
            "code: code → cccccccccccc; schema: 1 → 2; parameter Content: a → b; input raw: 111111111111 → 222222222222; environment device: none → cuda",
            plan.Reason);
    }

    [Fact]
    public void A_result_that_the_store_has_lost_is_called_so()
    {
        sandbox.Produce(sandbox.Stage("01-raw", "quartz"));
        sandbox.Engine.WriteLock();
        Directory.Delete(sandbox.StoreFolder, recursive: true);
        sandbox.Engine = sandbox.NewEngine();

        sandbox.Produce(sandbox.Stage("01-raw", "quartz"));

        Assert.Equal(["first run", "the store no longer has its result"], sandbox.Reasons);
    }

    private void AssertPlanHolds(StageRequest request, StageVerdict verdict, string reason)
    {
        var plan = sandbox.Engine.Plan(request);
        Assert.Equal((verdict, reason), (plan.Verdict, plan.Reason));
        var result = sandbox.Produce(request);
        Assert.Equal((plan.Key, verdict), (result.Key, result.Verdict));
        Assert.Equal(verdict == StageVerdict.Ran ? null : result.LogicalDigest, plan.LogicalDigest);
    }

    private string[] Listing() => [.. Directory.GetFileSystemEntries(sandbox.Root, "*", SearchOption.AllDirectories)
        .Select(path => $"{path} {(File.Exists(path) ? File.ReadAllText(path) : "")}").Order(StringComparer.Ordinal)];
}
