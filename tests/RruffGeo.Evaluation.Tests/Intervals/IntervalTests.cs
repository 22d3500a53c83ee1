namespace RruffGeo.Evaluation.Tests;

public sealed class IntervalTests
{
    [Fact]
    public void Percentiles_lie_between_order_statistics() =>
        // 2.5 % of the 40 steps between 0 and 40 is the value 1.
        Assert.Equal(new Interval(1, 39), Interval.Percentile(Enumerable.Range(0, 41).Reverse().Select(i => (double)i)));

    [Fact]
    public void Draws_without_a_number_are_left_out() =>
        Assert.Equal(new Interval(3, 3), Interval.Percentile([double.NaN, 3]));

    [Fact]
    public void No_draws_are_refused() => Assert.Throws<ArgumentException>(() => Interval.Percentile([double.NaN]));
}
