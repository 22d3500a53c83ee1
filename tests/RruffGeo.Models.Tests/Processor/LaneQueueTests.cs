using System.Collections.Concurrent;

namespace RruffGeo.Models.Tests.Processor;

public sealed class LaneQueueTests
{
    [Fact]
    public void One_thread_takes_lane_after_lane()
    {
        var queue = new LaneQueue(lanes: 3, slices: 7, threads: 1);
        List<int> taken = [];
        for (var slice = queue.Take(); slice >= 0; slice = queue.Take())
        {
            taken.Add(slice);
            queue.Done(slice);
        }

        Assert.Equal([0, 3, 6, 1, 4, 2, 5], taken);
    }

    [Fact]
    public void Several_threads_advance_the_lane_that_is_behind()
    {
        var queue = new LaneQueue(lanes: 3, slices: 7, threads: 2);
        Assert.Equal((0, 1), (queue.Take(), queue.Take()));
        queue.Done(0);
        Assert.Equal(2, queue.Take());
        queue.Done(1);
        queue.Done(2);
        Assert.Equal((3, 4), (queue.Take(), queue.Take()));
    }

    [Fact]
    public async Task A_lanes_slices_never_run_side_by_side_nor_out_of_order_nor_twice()
    {
        const int lanes = 4, slices = 200;
        var (queue, seen, busy, faults) = (new LaneQueue(lanes, slices, threads: 3), new ConcurrentQueue<int>(), new int[lanes], 0);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(
            () =>
            {
                for (var slice = queue.Take(); slice >= 0; slice = queue.Take())
                {
                    if (Interlocked.Increment(ref busy[slice % lanes]) != 1)
                        Interlocked.Increment(ref faults);
                    seen.Enqueue(slice);
                    Thread.Yield();
                    Interlocked.Decrement(ref busy[slice % lanes]);
                    queue.Done(slice);
                }
            },
            TestContext.Current.CancellationToken)));
        Assert.Equal(0, faults);
        for (var lane = 0; lane < lanes; lane++)
            Assert.Equal(Enumerable.Range(0, slices).Where(slice => slice % lanes == lane), seen.Where(slice => slice % lanes == lane));
    }

    [Fact]
    public void Where_no_slice_is_left_nobody_waits() => Assert.Equal(-1, new LaneQueue(lanes: 4, slices: 0, threads: 2).Take());
}
