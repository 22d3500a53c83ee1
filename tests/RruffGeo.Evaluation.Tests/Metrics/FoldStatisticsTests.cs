namespace RruffGeo.Evaluation.Tests;

public sealed class FoldStatisticsTests
{
    [Fact]
    public void The_deviation_divides_by_one_less_than_the_folds() =>
        Assert.Equal(Math.Sqrt(5 / 3.0), FoldStatistics.Deviation([1, 2, 3, 4])!.Value, 12);

    [Fact]
    public void One_fold_has_a_mean_but_no_deviation()
    {
        Assert.Equal(0.4, FoldStatistics.Mean([0.4]));
        Assert.Null(FoldStatistics.Deviation([0.4]));
    }
}
