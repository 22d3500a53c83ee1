namespace RruffGeo.Evaluation.Tests;

public sealed class RiskCoverageTests
{
    // In descending confidence: right, wrong, right, wrong.
    private readonly RiskCoverage curve = new([0.2, 0.9, 0.8, 0.5], [false, true, false, true]);

    [Fact]
    public void The_area_is_the_mean_error_among_the_first_rows() =>
        Assert.Equal((0 + 1 / 2.0 + 1 / 3.0 + 2 / 4.0) / 4, curve.Area, 12);

    [Theory]
    [InlineData(0.25, 1)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.6, 2 / 3.0)] // ⌈2.4⌉ = 3 rows
    [InlineData(1, 0.5)]
    public void Accuracy_at_a_coverage_counts_the_most_confident_rows(double coverage, double expected) =>
        Assert.Equal(expected, curve.AccuracyAt(coverage), 12);

    [Fact]
    public void Rows_of_equal_confidence_keep_their_order() =>
        Assert.Equal(1, new RiskCoverage([0.5, 0.5], [true, false]).AccuracyAt(0.5));

    [Fact]
    public void Without_rows_nothing_is_risked() => Assert.Equal(0, new RiskCoverage([], []).Area);
}
