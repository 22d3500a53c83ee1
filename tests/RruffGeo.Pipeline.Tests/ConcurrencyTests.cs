namespace RruffGeo.Pipeline.Tests;

public sealed class ConcurrencyTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task Threads_that_want_the_same_key_make_it_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Factory.StartNew(
            () => sandbox.Engine.Produce(Slow(sandbox.Stage("01-raw", "quartz")), CancellationToken.None),
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.Equal("01-raw", sandbox.TakeRan());
        Assert.Equal(1, results.Count(result => result.Verdict == StageVerdict.Ran));
        Assert.Single(results.Select(result => result.LogicalDigest).Distinct());
        Assert.Contains(sandbox.Waits, holder => holder.StartsWith($"process {Environment.ProcessId} on ", StringComparison.Ordinal));
    }

    [Fact]
    public void Branches_run_side_by_side()
    {
        using var together = new Barrier(3);
        Parallel.For(0, 3, new ParallelOptions { MaxDegreeOfParallelism = 3, CancellationToken = TestContext.Current.CancellationToken }, fold =>
        {
            var request = sandbox.Stage("06-models", $"{fold}") with { Branch = $"fold-{fold}" };
            sandbox.Engine.Produce(
                request with
                {
                    Execute = workspace =>
                    {
                        Assert.True(together.SignalAndWait(TimeSpan.FromSeconds(20)));
                        request.Execute(workspace);
                    },
                },
                CancellationToken.None);
        });

        Assert.Equal(["0", "1", "2"], Enumerable.Range(0, 3).Select(fold => File.ReadAllText(sandbox.Output($"06-models/fold-{fold}/result.txt"))));
        Assert.Equal(3, sandbox.Records().Length);
    }

    [Fact]
    public async Task A_wait_ends_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var started = new ManualResetEventSlim();
        using var finish = new ManualResetEventSlim();
        var request = sandbox.Stage("01-raw", "quartz");
        var holder = Task.Run(
            () => sandbox.Engine.Produce(
                request with
                {
                    Execute = workspace =>
                    {
                        started.Set();
                        finish.Wait(CancellationToken.None);
                        request.Execute(workspace);
                    },
                },
                CancellationToken.None),
            TestContext.Current.CancellationToken);
        started.Wait(TestContext.Current.CancellationToken);
        cancellation.CancelAfter(100);

        Assert.ThrowsAny<OperationCanceledException>(() => sandbox.Engine.Produce(request, cancellation.Token));

        finish.Set();
        Assert.Equal(StageVerdict.Ran, (await holder).Verdict);
    }

    private static StageRequest Slow(StageRequest request) => request with
    {
        Execute = workspace =>
        {
            Thread.Sleep(300);
            request.Execute(workspace);
        },
    };
}
