using System.Collections.Concurrent;
using RruffGeo.Pipeline.Scheduling;

namespace RruffGeo.Pipeline.Tests;

public sealed class SchedulerTests
{
    private static readonly Resources machine = new(4, 1000, 1);
    private readonly ConcurrentQueue<string> started = [];
    private readonly Lock gate = new();
    private Resources held = new(0, 0, 0);
    private Resources most = new(0, 0, 0);

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 0, 0)]
    [InlineData(1, 400, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(3, 600, 1)]
    public void No_more_is_held_than_the_machine_has_and_no_less_than_fits(int cores, long memory, int devices)
    {
        var need = new Resources(cores, memory, devices);
        var fitting = Math.Min(4 / cores, Math.Min(memory == 0 ? 99 : (int)(1000 / memory), devices == 0 ? 99 : 1));
        using var together = new Barrier(fitting);

        RunAll(UponFailure.Stop, [.. Enumerable.Range(0, fitting * 3).Select(i => new ScheduledRun(
            $"branch {i}", need, TimeSpan.Zero, cancellation => Hold(need, () => Assert.True(together.SignalAndWait(TimeSpan.FromSeconds(20), cancellation)))))]);

        Assert.Equal(fitting * 3, started.Count);
        Assert.Equal(new Resources(cores * fitting, memory * fitting, devices * fitting), most);
    }

    [Fact]
    public void The_longest_starts_first_and_equals_in_the_order_given()
    {
        RunAll(UponFailure.Stop, [Branch("a", 1), Branch("b", 9), Branch("c", 1), Branch("d", 5)]);
        Assert.Equal(["b", "d", "a", "c"], started);
    }

    [Fact]
    public void A_run_that_needs_more_than_there_is_runs_alone()
    {
        var huge = new Resources(64, 1, 0);
        RunAll(UponFailure.Stop, [
            new("huge", huge, TimeSpan.Zero, _ => Hold(huge, () => Thread.Sleep(30))),
            .. Enumerable.Range(0, 3).Select(i => new ScheduledRun($"small {i}", new(1, 0, 0), TimeSpan.Zero, _ => Hold(new(1, 0, 0), () => Thread.Sleep(10)))),
        ]);
        Assert.Equal(64, most.Cores);
        Assert.Equal(4, started.Count);
    }

    [Fact]
    public void A_small_run_starts_while_a_large_one_waits_for_room()
    {
        using var smallRan = new ManualResetEventSlim();
        RunAll(UponFailure.Stop, [
            new("first", new(3, 0, 0), TimeSpan.FromHours(3), cancellation => Assert.True(smallRan.Wait(TimeSpan.FromSeconds(20), cancellation))),
            new("large", new(2, 0, 0), TimeSpan.FromHours(2), _ => { }),
            new("small", new(1, 0, 0), TimeSpan.FromHours(1), _ => smallRan.Set()),
        ]);
    }

    [Fact]
    public void Upon_a_failure_no_other_starts()
    {
        var failures = Failures(UponFailure.Stop);
        Assert.Equal("b", Assert.Single(failures).Name);
        Assert.Equal(["b"], started);
        Assert.Equal("no convergence", Assert.Throws<InvalidOperationException>(() => BranchScheduler.ThrowFirst(failures)).Message);
    }

    [Fact]
    public void With_keep_going_all_others_run_and_every_failure_is_reported_in_order()
    {
        var failures = Failures(UponFailure.KeepGoing);
        Assert.Equal(["a", "b"], failures.Select(failure => failure.Name));
        Assert.Equal(["b", "a", "c"], started);
    }

    [Fact]
    public void Nothing_starts_once_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => new BranchScheduler(new(1, 1, 0), UponFailure.Stop).RunAll(
            [new("a", new(1, 0, 0), TimeSpan.Zero, _ => cancellation.Cancel()), Branch("b", 0)], cancellation.Token));
        Assert.Empty(started);
    }

    private IReadOnlyList<FailedRun> Failures(UponFailure uponFailure) => new BranchScheduler(new(1, 1, 0), uponFailure).RunAll(
        [
            new("a", new(1, 0, 0), TimeSpan.FromSeconds(1), _ => Fail("a")), new("b", new(1, 0, 0), TimeSpan.FromSeconds(2), _ => Fail("b")), Branch("c", 0),
        ],
        TestContext.Current.CancellationToken);

    private void Fail(string name)
    {
        started.Enqueue(name);
        throw new InvalidOperationException("no convergence");
    }

    // A machine with one core: the order of starts is the order of the queue.
    private ScheduledRun Branch(string name, int seconds) => new(name, new(4, 0, 0), TimeSpan.FromSeconds(seconds), _ => started.Enqueue(name));

    private static void RunAll(UponFailure uponFailure, IReadOnlyList<ScheduledRun> runs) =>
        BranchScheduler.ThrowFirst(new BranchScheduler(machine, uponFailure).RunAll(runs, TestContext.Current.CancellationToken));

    private void Hold(Resources need, Action work)
    {
        lock (gate)
        {
            started.Enqueue("");
            held = held.Plus(need);
            most = new(Math.Max(most.Cores, held.Cores), Math.Max(most.MemoryBytes, held.MemoryBytes), Math.Max(most.Devices, held.Devices));
        }
        work();
        lock (gate)
            held = held.Less(need);
    }
}
