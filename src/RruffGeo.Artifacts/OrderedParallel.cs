namespace RruffGeo.Artifacts;

/// <summary>Computes on all cores and delivers in order.</summary>
public static class OrderedParallel
{
    /// <summary>Applies <paramref name="select"/> to every item on the thread pool; results come in the order of <paramref name="source"/>.</summary>
    /// <param name="source">Enumerated on the caller's thread.</param>
    /// <param name="select">Called from several threads at once.</param>
    /// <param name="ahead">How many results may be waiting or under way at once, ≥ 1: the bound on memory.</param>
    /// <param name="cancellationToken">Stops before the next item.</param>
    public static IEnumerable<TResult> Select<TSource, TResult>(
        IEnumerable<TSource> source, Func<TSource, TResult> select, int ahead, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ahead, 1);
        return Iterate();

        IEnumerable<TResult> Iterate()
        {
            var pending = new Queue<Task<TResult>>(ahead);
            try
            {
                foreach (var item in source)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (pending.Count == ahead)
                        yield return pending.Dequeue().GetAwaiter().GetResult();
                    pending.Enqueue(Task.Run(() => select(item), cancellationToken));
                }

                while (pending.Count > 0)
                    yield return pending.Dequeue().GetAwaiter().GetResult();
            }
            finally
            {
                // Nothing may still run on what the caller disposes of next; what the rest found no longer matters.
                foreach (var task in pending)
                    ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
            }
        }
    }
}
