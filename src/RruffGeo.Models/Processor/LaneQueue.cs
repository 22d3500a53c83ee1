namespace RruffGeo.Models;

/// <summary>Deals the slices of a batch to threads so that each lane's come one after the other, in their order.</summary>
/// <remarks>
/// What a lane sums does not depend on which thread does it, so a slower thread simply does less. Several threads advance all lanes
/// side by side, so that none is left for one alone; a single thread takes lane after lane, whose gradient is then nearer.
/// </remarks>
/// <param name="lanes">Number of lanes; slice n belongs to lane n modulo this.</param>
/// <param name="slices">Number of slices.</param>
/// <param name="threads">Number of threads that take them.</param>
internal sealed class LaneQueue(int lanes, int slices, int threads)
{
    private readonly int[] next = [.. Enumerable.Range(0, lanes)];
    private readonly bool[] busy = new bool[lanes];

    /// <summary>The next slice of a free lane, of several threads the one least advanced; waits while only busy lanes have slices left.</summary>
    /// <returns>Its number, or −1 if no slice is left to begin.</returns>
    public int Take()
    {
        lock (busy)
            while (true)
            {
                var (lane, left) = (-1, false);
                for (var other = 0; other < next.Length; other++)
                {
                    left |= next[other] < slices;
                    if (!busy[other] && next[other] < slices && (lane < 0 || (threads > 1 && next[other] < next[lane])))
                        lane = other;
                }

                if (lane >= 0)
                {
                    busy[lane] = true;
                    next[lane] += next.Length;
                    return next[lane] - next.Length;
                }

                if (!left)
                    return -1;
                Monitor.Wait(busy);
            }
    }

    /// <summary>Says that a slice is done, so that the next of its lane may begin.</summary>
    public void Done(int slice)
    {
        lock (busy)
        {
            busy[slice % next.Length] = false;
            Monitor.PulseAll(busy);
        }
    }
}
