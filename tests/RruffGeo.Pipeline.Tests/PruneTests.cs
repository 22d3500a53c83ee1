namespace RruffGeo.Pipeline.Tests;

public sealed class PruneTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void Branches_that_no_longer_exist_leave_the_lock_file_and_the_run_and_stay_in_the_store()
    {
        Make("01-raw", "");
        Make("06-models", "row/fold-0");
        Make("06-models", "locality/fold-0");
        var foreign = sandbox.Output("06-models/row/notes.txt");
        File.WriteAllText(foreign, "mine");

        sandbox.Engine.Prune((stage, branch) => stage != "06-models" || branch.StartsWith("row/", StringComparison.Ordinal));
        sandbox.Engine.WriteLock();

        var text = File.ReadAllText(sandbox.Output("paper.lock"));
        Assert.Contains("[06-models row/fold-0]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("locality", text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(sandbox.Output("06-models/locality")));
        Assert.True(File.Exists(sandbox.Output("06-models/row/fold-0/result.txt")) && File.Exists(foreign));
        Assert.Equal(StageVerdict.Restored, Make("06-models", "locality/fold-0").Verdict);
    }

    [Fact]
    public void A_forged_block_deletes_nothing_outside_the_run()
    {
        var victim = Path.Combine(sandbox.Root, "victim", "result.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(victim)!);
        File.WriteAllText(victim, "precious");
        Directory.CreateDirectory(sandbox.RunFolder);
        File.WriteAllText(sandbox.Output("paper.lock"), "paper.lock v1\n\n[../../victim]\nkey = 1\noutput.result.txt = 1\nstage = ../../victim\nbranch = \n");

        sandbox.NewEngine().Prune((_, _) => false);

        Assert.True(File.Exists(victim));
    }

    private StageResult Make(string stage, string branch) => sandbox.Produce(sandbox.Stage(stage, $"{stage} {branch}") with { Branch = branch });
}
