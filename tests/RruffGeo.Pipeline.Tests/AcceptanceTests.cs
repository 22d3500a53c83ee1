using System.Text.Json;
using RruffGeo.Pipeline.Upkeep;

namespace RruffGeo.Pipeline.Tests;

public sealed class AcceptanceTests : IDisposable
{
    private const string Reason = "a method was renamed";
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void A_result_of_earlier_code_is_taken_for_that_of_the_present_code()
    {
        var before = sandbox.Produce(Training("old"));
        Assert.Equal("code: old → new", sandbox.Engine.Accept(Training("new"), Reason)!.ToString());

        var after = sandbox.Produce(Training("new"));

        Assert.Equal("06-models", sandbox.TakeRan());
        Assert.Equal((StageVerdict.UpToDate, before.LogicalDigest), (after.Verdict, after.LogicalDigest));
        Assert.NotEqual(before.Key, after.Key);
        Assert.Equal([new Acceptance(before.Key, Reason)], after.Accepted);
    }

    [Fact]
    public void It_is_said_in_the_plan_the_lock_file_the_events_and_when_the_store_is_verified()
    {
        var before = sandbox.Produce(Training("old"));
        sandbox.Engine.Accept(Training("new"), Reason);
        Assert.Equal((StageVerdict.UpToDate, $"accepted: {Reason}"), (sandbox.Engine.Plan(Training("new")).Verdict, sandbox.Engine.Plan(Training("new")).Reason));
        sandbox.Produce(Training("new"));
        sandbox.Engine.WriteLock();

        Assert.Contains($"accepted.1 = {before.Key} {Reason}\n", File.ReadAllText(sandbox.Output("paper.lock")), StringComparison.Ordinal);
        Assert.Equal(
            ["running", "produced", "accepted", "produced"],
            Events().Select(line => line.GetProperty("event").GetString()));
        Assert.All(Events().Skip(2), line => Assert.Equal((before.Key, Reason), (line.GetProperty("acceptedFrom").GetString(), line.GetProperty("acceptedBecause").GetString())));
        Assert.Equal(
            [("06-models", "row/fold-0", new Acceptance(before.Key, Reason))],
            StoreVerification.Run(PipelineStore.Open(sandbox.StoreFolder), [], (_, _) => { }, TestContext.Current.CancellationToken).Accepted);
    }

    [Fact]
    public void Parameters_inputs_schema_and_environment_cannot_be_accepted()
    {
        sandbox.Produce(Training("old"));
        StageRequest[] others =
        [
            Training("new") with { Parameters = Sandbox.Named(("Content", "other")) },
            Training("new") with { Inputs = Sandbox.Named(("raw", new string('2', 64))) },
            Training("new") with { SchemaVersion = 2 },
            Training("new") with { Environment = Sandbox.Named(("runtime", "11.0")) },
            Training("new") with { Branch = "row/fold-1" },
            sandbox.Stage("05-folds", "weights") with { CodeDigest = "new" },
        ];
        foreach (var other in others)
            Assert.Throws<AcceptanceRefusedException>(() => sandbox.Engine.Accept(other, Reason));
        Assert.Contains(
            "no earlier result differs in its code alone; the nearest differs in code: old → new; schema: 1 → 2",
            Assert.Throws<AcceptanceRefusedException>(() => sandbox.Engine.Accept(others[2], Reason)).Message, StringComparison.Ordinal);
        Assert.Single(sandbox.Records());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("two\nlines")]
    public void Without_a_reason_nothing_is_accepted(string reason)
    {
        sandbox.Produce(Training("old"));
        Assert.Throws<AcceptanceRefusedException>(() => sandbox.Engine.Accept(Training("new"), reason));
    }

    [Fact]
    public void What_is_known_needs_no_acceptance()
    {
        sandbox.Produce(Training("old"));
        Assert.Null(sandbox.Engine.Accept(Training("old"), Reason));
    }

    [Fact]
    public void A_result_accepted_twice_keeps_both_reasons()
    {
        var first = sandbox.Produce(Training("old"));
        sandbox.Engine.Accept(Training("new"), Reason);
        var second = sandbox.Produce(Training("new"));
        sandbox.Engine.Accept(Training("newest"), "a file was split");
        Assert.Equal([new(first.Key, Reason), new(second.Key, "a file was split")], sandbox.Produce(Training("newest")).Accepted);
    }

    [Fact]
    public void A_run_of_the_code_itself_takes_the_acceptance_away()
    {
        sandbox.Produce(Training("old"));
        sandbox.Engine.Accept(Training("new"), Reason);
        Assert.Empty(sandbox.Produce(Training("new") with { RunAnyway = true }).Accepted);
        Assert.Equal("06-models 06-models", sandbox.TakeRan());
        Assert.Empty(sandbox.Produce(Training("new")).Accepted);
    }

    [Fact]
    public void A_change_that_was_not_cosmetic_is_found_out_when_the_code_runs()
    {
        sandbox.Produce(Training("old"));
        sandbox.Engine.Accept(Training("new"), Reason);
        sandbox.Produce(Training("new") with { RunAnyway = true, Execute = workspace => File.WriteAllText(Path.Combine(workspace.Destination, "result.txt"), "others") });
        Assert.EndsWith("the change of code that was accepted as cosmetic was none.", Assert.Single(sandbox.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_whose_files_are_damaged_is_not_accepted()
    {
        sandbox.Produce(Training("old"));
        File.Delete(sandbox.Blobs()[0]);
        Assert.Throws<AcceptanceRefusedException>(() => sandbox.Engine.Accept(Training("new"), Reason));
    }

    [Fact]
    public void A_record_that_claims_acceptance_without_a_reason_is_damaged()
    {
        var before = sandbox.Produce(Training("old"));
        sandbox.Engine.Accept(Training("new"), Reason);
        var record = sandbox.Records().Single(path => !path.Contains(before.Key, StringComparison.Ordinal));
        File.WriteAllText(record, File.ReadAllText(record).Replace(Reason, "", StringComparison.Ordinal));
        Assert.Contains("accepted without a key and a reason", sandbox.Engine.Plan(Training("new")).Reason, StringComparison.Ordinal);
    }

    private StageRequest Training(string code) =>
        sandbox.Stage("06-models", "weights", ("raw", new string('1', 64))) with { Branch = "row/fold-0", CodeDigest = code };

    private JsonElement[] Events() =>
        [.. File.ReadAllLines(Path.Combine(sandbox.StoreFolder, "runs", "test", "events.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];
}
