namespace RruffGeo.Evaluation.Tests;

public sealed class DistanceSummaryTests
{
    [Fact]
    public void Limits_are_inclusive_and_the_median_lies_between_the_middle_two() =>
        Assert.Equal(
            new DistanceSummary(Mean: 1000, Median: 487.5, Within25: 0.25, Within200: 0.5, Within750: 0.5, Within2500: 0.75),
            DistanceSummary.Of([3000, 25, 775, 200]));

    [Fact]
    public void Without_rows_there_is_no_distance() => Assert.Equal(default, DistanceSummary.Of([]));
}
