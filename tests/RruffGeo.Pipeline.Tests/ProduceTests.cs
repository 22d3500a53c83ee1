using System.Text.Json;

namespace RruffGeo.Pipeline.Tests;

public sealed class ProduceTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void A_first_run_makes_the_artifact_and_says_so()
    {
        var result = sandbox.Produce(sandbox.Stage("01-raw", "quartz"));

        Assert.Equal(StageVerdict.Ran, result.Verdict);
        Assert.Equal(sandbox.Output("01-raw"), result.Folder);
        Assert.Equal("quartz", File.ReadAllText(sandbox.Output("01-raw/result.txt")));
        Assert.Equal(["first run"], sandbox.Reasons);
    }

    [Fact]
    public void A_second_run_runs_nothing()
    {
        var first = sandbox.Produce(sandbox.Stage("01-raw", "quartz"));
        sandbox.Engine = sandbox.NewEngine();

        var second = sandbox.Produce(sandbox.Stage("01-raw", "quartz"));

        Assert.Equal(first with { Verdict = StageVerdict.UpToDate }, second);
        Assert.Equal("01-raw", sandbox.TakeRan());
    }

    [Fact]
    public void A_stage_that_is_asked_for_runs_again_under_the_same_key()
    {
        var first = sandbox.Produce(sandbox.Stage("01-raw", "quartz"));
        var asked = sandbox.Stage("01-raw", "quartz") with { RunAnyway = true };
        Assert.Equal(StageVerdict.Ran, sandbox.Engine.Plan(asked).Verdict);

        var second = sandbox.Produce(asked);

        Assert.Equal((StageVerdict.Ran, first.Key, first.LogicalDigest), (second.Verdict, second.Key, second.LogicalDigest));
        Assert.Equal("01-raw 01-raw", sandbox.TakeRan());
        Assert.Equal("asked for, whatever the store has", sandbox.Reasons.Last());
    }

    [Fact]
    public void A_stage_that_gives_another_artifact_under_the_same_key_is_warned_of()
    {
        sandbox.Produce(sandbox.Stage("01-raw", "quartz"));

        var result = sandbox.Produce(sandbox.Stage("01-raw", "quartz") with
        {
            RunAnyway = true,
            Execute = workspace => File.WriteAllText(Path.Combine(workspace.Destination, "other.txt"), "by chance"),
        });

        Assert.Contains("another artifact than before under the same key", Assert.Single(sandbox.Warnings), StringComparison.Ordinal);
        Assert.Equal(["other.txt"], Directory.GetFiles(result.Folder).Select(file => Path.GetFileName(file)));
    }

    [Fact]
    public void The_event_log_says_in_order_what_was_done_and_why()
    {
        sandbox.Produce(sandbox.Stage("01-raw", "quartz"));
        sandbox.Produce(sandbox.Stage("01-raw", "quartz"));
        sandbox.Engine.WriteLock();

        var lines = File.ReadAllLines(Path.Combine(sandbox.StoreFolder, "runs", "test", "events.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(["running", "produced", "produced"], lines.Select(line => line.GetProperty("event").GetString()));
        Assert.Equal("first run", lines[0].GetProperty("reason").GetString());
        Assert.Equal(["Ran", "UpToDate"], lines.Skip(1).Select(line => line.GetProperty("verdict").GetString()));
    }

    [Fact]
    public void A_changed_parameter_reruns_its_stage_and_what_depends_on_it_only()
    {
        ProduceChain(raw: "quartz", folds: "5");
        Assert.Equal("01-raw 02-geocoded 05-folds", sandbox.TakeRan());

        ProduceChain(raw: "quartz", folds: "7");
        Assert.Equal("05-folds", sandbox.TakeRan());
        Assert.Equal("parameter Content: 5 → 7", sandbox.Reasons.Last());

        ProduceChain(raw: "calcite", folds: "7");
        Assert.Equal("01-raw 02-geocoded 05-folds", sandbox.TakeRan());
    }

    [Fact]
    public void Flipping_a_parameter_back_restores_without_a_run()
    {
        ProduceChain(raw: "quartz", folds: "5");
        ProduceChain(raw: "quartz", folds: "7");
        sandbox.TakeRan();

        var restored = ProduceChain(raw: "quartz", folds: "5");

        Assert.Equal(StageVerdict.Restored, restored.Verdict);
        Assert.Equal("", sandbox.TakeRan());
        Assert.Equal("5", File.ReadAllText(sandbox.Output("05-folds/result.txt")));
    }

    [Fact]
    public void A_stage_that_gives_the_same_bytes_stops_the_wave()
    {
        var before = sandbox.Produce(sandbox.Stage("01-raw", "quartz"));
        sandbox.Produce(sandbox.Stage("02-geocoded", "map", ("raw", before.LogicalDigest)));
        sandbox.TakeRan();

        var after = sandbox.Produce(sandbox.Stage("01-raw", "quartz") with { CodeDigest = "tidied" });
        var geocoded = sandbox.Produce(sandbox.Stage("02-geocoded", "map", ("raw", after.LogicalDigest)));

        Assert.NotEqual(before.Key, after.Key);
        Assert.Equal(before.LogicalDigest, after.LogicalDigest);
        Assert.Equal(StageVerdict.UpToDate, geocoded.Verdict);
        Assert.Equal("01-raw", sandbox.TakeRan());
    }

    [Fact]
    public void Branches_lie_below_their_stage_and_leave_each_other_alone()
    {
        var fold0 = sandbox.Produce(sandbox.Stage("06-models", "a") with { Branch = "row/fold-0" });
        sandbox.Produce(sandbox.Stage("06-models", "b") with { Branch = "row/fold-1" });
        sandbox.Produce(sandbox.Stage("06-models", "gathered"));

        Assert.Equal("a", File.ReadAllText(sandbox.Output("06-models/row/fold-0/result.txt")));
        Assert.Equal("b", File.ReadAllText(sandbox.Output("06-models/row/fold-1/result.txt")));
        Assert.Equal("gathered", File.ReadAllText(sandbox.Output("06-models/result.txt")));
        Assert.Equal(StageVerdict.UpToDate, sandbox.Produce(sandbox.Stage("06-models", "a") with { Branch = "row/fold-0" }).Verdict);
        Assert.Equal(fold0.Folder, sandbox.Output("06-models/row/fold-0"));
    }

    [Fact]
    public void A_file_that_the_new_artifact_lacks_is_removed_and_a_readers_own_file_stays()
    {
        sandbox.Produce(sandbox.Stage("08-paper", "one") with
        {
            Execute = workspace =>
            {
                File.WriteAllText(Path.Combine(workspace.Destination, "result.txt"), "one");
                File.WriteAllText(Path.Combine(workspace.Destination, "figure.svg"), "old");
            },
        });
        File.WriteAllText(sandbox.Output("08-paper/notes.txt"), "mine");

        sandbox.Produce(sandbox.Stage("08-paper", "two"));

        Assert.False(File.Exists(sandbox.Output("08-paper/figure.svg")));
        Assert.Equal("mine", File.ReadAllText(sandbox.Output("08-paper/notes.txt")));
    }

    [Fact]
    public void An_artifact_that_is_not_laid_out_is_read_inside_the_store()
    {
        var request = sandbox.Stage("06-models", "weights") with { Materialise = false };
        var made = sandbox.Produce(request);
        sandbox.Engine = sandbox.NewEngine();
        var again = sandbox.Produce(request);

        Assert.StartsWith(sandbox.StoreFolder, made.Folder, StringComparison.Ordinal);
        Assert.Equal("weights", File.ReadAllText(Path.Combine(made.Folder, "result.txt")));
        Assert.False(Directory.Exists(sandbox.Output("06-models")));
        Assert.Equal(made with { Verdict = StageVerdict.UpToDate }, again);
    }

    private StageResult ProduceChain(string raw, string folds)
    {
        var first = sandbox.Produce(sandbox.Stage("01-raw", raw));
        sandbox.Produce(sandbox.Stage("02-geocoded", "points", ("raw", first.LogicalDigest)));
        return sandbox.Produce(sandbox.Stage("05-folds", folds, ("raw", first.LogicalDigest)));
    }
}
