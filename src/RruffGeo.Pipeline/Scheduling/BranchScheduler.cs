using System.Runtime.ExceptionServices;

namespace RruffGeo.Pipeline.Scheduling;

/// <summary>Runs branches side by side as far as cores, memory and devices go; the longest first.</summary>
/// <param name="machine">What there is to share.</param>
/// <param name="uponFailure">What happens to the others when one fails.</param>
public sealed class BranchScheduler(Resources machine, UponFailure uponFailure)
{
    /// <summary>Runs all of them and waits for the last.</summary>
    /// <param name="runs">In the order in which those of equal length start.</param>
    /// <param name="cancellation">Handed on; no further run starts once it is cancelled.</param>
    /// <returns>Those that failed, in the order of <paramref name="runs"/>.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<FailedRun> RunAll(IReadOnlyList<ScheduledRun> runs, CancellationToken cancellation)
    {
        var queue = new RunQueue(runs.OrderByDescending(run => run.Expected), machine, uponFailure, cancellation);
        var threads = Enumerable.Range(0, Math.Min(runs.Count, Math.Max(1, machine.Cores))).Select(_ => new Thread(() => Work(queue, cancellation))).ToList();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        cancellation.ThrowIfCancellationRequested();
        return [.. queue.Failed.OrderBy(failure => runs.TakeWhile(run => run.Name != failure.Name).Count())];
    }

    /// <summary>Throws what the first failed run threw, if there is one.</summary>
    public static void ThrowFirst(IReadOnlyList<FailedRun> failures)
    {
        if (failures.Count > 0)
            ExceptionDispatchInfo.Throw(failures[0].Error);
    }

    private static void Work(RunQueue queue, CancellationToken cancellation)
    {
        while (queue.Take() is { } run)
        {
            FailedRun? failure = null;
            try
            {
                run.Run(cancellation);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                failure = new(run.Name, error);
            }

            queue.Return(run, failure);
        }
    }
}
