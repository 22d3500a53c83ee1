using RruffGeo.Pipeline.Worker;

namespace RruffGeo.Pipeline.Tests;

public sealed class KilledProcessTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    /// <summary>Every step between starting a stage and the lock file, with how often it happens in the two stages together.</summary>
    public static TheoryData<string, int> Steps => new()
    {
        { "inside the stage", 1 },
        { "inside the stage", 2 },
        { "stage returned", 1 },
        { "outputs hashed", 1 },
        { "blob synchronised", 1 },
        { "blob synchronised", 2 },
        { "blob renamed", 1 },
        { "blob renamed", 2 },
        { "blobs published", 1 },
        { "manifest written", 1 },
        { "manifest synchronised", 1 },
        { "manifest renamed", 1 },
        { "manifest published", 1 },
        { "output copied", 1 },
        { "output copied", 2 },
        { "output renamed", 1 },
        { "output renamed", 2 },
        { "lock written", 1 },
        { "manifest renamed", 2 },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_process_killed_at_any_step_leaves_nothing_that_needs_mending(string step, int occurrence)
    {
        using (var killed = new WorkerProcess(sandbox.Root, "ab", step, occurrence))
            Assert.NotEqual(0, killed.Finish().ExitCode);
        AssertEveryRecordHasItsBlobs();

        sandbox.Engine = sandbox.NewEngine();
        var letters = sandbox.Produce(TwoStages.Letters(sandbox.Root, "ab", 0, _ => { }));
        sandbox.Produce(TwoStages.Copies(sandbox.Root, letters, _ => { }));
        sandbox.Engine.WriteLock();

        Assert.Empty(sandbox.Warnings);
        AssertRightOutputs();
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(sandbox.StoreFolder, "tmp")));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(sandbox.StoreFolder, "scratch")));
        Assert.Empty(Directory.GetFiles(sandbox.Root, "*.partial", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_lock_is_freed_by_the_death_of_its_holder_and_the_waiter_says_for_whom_it_waits()
    {
        using var holder = new WorkerProcess(sandbox.Root, "ab", milliseconds: 60_000);
        WaitFor(() => File.Exists(Path.Combine(sandbox.Root, "runs.log")));
        using var waiter = new WorkerProcess(sandbox.Root, "ab");
        waiter.WaitForLine("waiting");
        holder.Kill();

        var (lines, exitCode) = waiter.Finish();

        Assert.Equal(0, exitCode);
        Assert.Contains(lines, line => line.StartsWith($"waiting 01-letters: process {holder.Id} on ", StringComparison.Ordinal));
        AssertRightOutputs();
    }

    [Fact]
    public void Processes_that_want_the_same_keys_make_each_once()
    {
        var workers = Enumerable.Range(0, 4).Select(_ => new WorkerProcess(sandbox.Root, "ab", milliseconds: 300)).ToList();
        foreach (var worker in workers)
            using (worker)
                Assert.Equal(0, worker.Finish().ExitCode);

        Assert.Equal(["letters", "copies"], File.ReadAllLines(Path.Combine(sandbox.Root, "runs.log")));
        AssertRightOutputs();
    }

    private void AssertRightOutputs()
    {
        Assert.Equal("ab", File.ReadAllText(sandbox.Output("01-letters/first.txt")));
        Assert.Equal("abab", File.ReadAllText(sandbox.Output("01-letters/more/second.txt")));
        Assert.Equal("ababab", File.ReadAllText(sandbox.Output("02-copies/copy.txt")));
        Assert.Contains("[02-copies]", File.ReadAllText(sandbox.Output("paper.lock")), StringComparison.Ordinal);
        AssertEveryRecordHasItsBlobs();
    }

    private void AssertEveryRecordHasItsBlobs()
    {
        var blobs = sandbox.Blobs();
        Assert.All(blobs, blob => Assert.Equal(Path.GetFileName(blob), Files.FileDigest.Of(blob)));
        foreach (var record in sandbox.Records())
            Assert.All(
                System.Text.Json.JsonDocument.Parse(File.ReadAllText(record)).RootElement.GetProperty("outputs").EnumerateArray(),
                output => Assert.Contains(blobs, blob => Path.GetFileName(blob) == output.GetProperty("sha256").GetString()));
    }

    private static void WaitFor(Func<bool> condition)
    {
        for (var i = 0; !condition() && i < 600; i++)
            Thread.Sleep(20);
        Assert.True(condition());
    }
}
