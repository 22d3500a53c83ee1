namespace RruffGeo.Artifacts.Tests;

public sealed class OrderedParallelTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_source_whatever_finishes_first()
    {
        var results = OrderedParallel.Select(
            Enumerable.Range(0, 200),
            item =>
            {
                Thread.SpinWait((200 - item) * 50);
                return item * 2;
            },
            ahead: 16,
            TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 200).Select(item => item * 2), results);
    }

    [Fact]
    public void No_more_items_are_taken_than_may_be_ahead()
    {
        var taken = 0;
        IEnumerable<int> Source()
        {
            while (true)
                yield return taken++;
        }

        Assert.Equal(0, OrderedParallel.Select(Source(), item => item, ahead: 8, TestContext.Current.CancellationToken).First());
        Assert.InRange(taken, 1, 9);
    }

    [Fact]
    public void An_error_is_thrown_as_it_is_once_nothing_runs_any_more()
    {
        var running = 0;

        Assert.Throws<InvalidDataException>(() => OrderedParallel.Select(
            Enumerable.Range(0, 100),
            item =>
            {
                Interlocked.Increment(ref running);
                Thread.Sleep(1);
                Interlocked.Decrement(ref running);
                return item == 3 ? throw new InvalidDataException() : item;
            },
            ahead: 10,
            TestContext.Current.CancellationToken).Count());

        Assert.Equal(0, running);
    }
}
