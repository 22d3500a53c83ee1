namespace RruffGeo.Evaluation.Tests;

public sealed class WilsonIntervalTests
{
    // Expected ends were made with scipy's binomtest(…).proportion_ci(method='wilson').
    [Theory]
    [InlineData(7, 10, 0.39677814746114526, 0.892208732593699)]
    [InlineData(81, 263, 0.2552885198782742, 0.36620957698280004)]
    [InlineData(0, 20, 0, 0.16112515805281935)]
    public void The_interval_equals_scipys(long hits, long trials, double low, double high)
    {
        var interval = WilsonInterval.Of(hits, trials);
        Assert.Equal(low, interval.Low, 12);
        Assert.Equal(high, interval.High, 12);
    }

    [Fact]
    public void All_hits_reach_one_exactly() => Assert.Equal(1, WilsonInterval.Of(20, 20).High);

    [Fact]
    public void No_trials_say_nothing() => Assert.Equal(new Interval(0, 1), WilsonInterval.Of(0, 0));
}
