namespace RruffGeo.Pipeline.Scheduling;

/// <summary>Runs that wait for what they need, and what is free of it.</summary>
internal sealed class RunQueue(IEnumerable<ScheduledRun> runs, Resources machine, UponFailure uponFailure, CancellationToken cancellation)
{
    private readonly object gate = new();
    private readonly List<ScheduledRun> waiting = [.. runs];
    private readonly List<FailedRun> failed = [];
    private Resources taken = new(0, 0, 0);

    /// <summary>The runs that failed; read once all threads have ended.</summary>
    internal IReadOnlyList<FailedRun> Failed => failed;

    /// <summary>The first run that fits into what is free; waits while others hold what it needs; null if no more is to start.</summary>
    internal ScheduledRun? Take()
    {
        lock (gate)
        {
            while (waiting.Count > 0 && !cancellation.IsCancellationRequested && (failed.Count == 0 || uponFailure == UponFailure.KeepGoing))
            {
                if (waiting.Find(run => machine.Less(taken).Has(NeedOf(run))) is { } fitting)
                {
                    waiting.Remove(fitting);
                    taken = taken.Plus(NeedOf(fitting));
                    return fitting;
                }

                Monitor.Wait(gate);
            }

            return null;
        }
    }

    /// <summary>Gives back what a run held.</summary>
    internal void Return(ScheduledRun run, FailedRun? failure)
    {
        lock (gate)
        {
            taken = taken.Less(NeedOf(run));
            if (failure is not null)
                failed.Add(failure);
            Monitor.PulseAll(gate);
        }
    }

    // Who needs more than there is runs alone.
    private Resources NeedOf(ScheduledRun run) => run.Need.AtMost(machine);
}
