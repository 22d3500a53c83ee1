namespace RruffGeo.Evaluation.Tests;

public sealed class TemperatureScalingTests
{
    [Fact]
    public void The_temperature_makes_the_confidence_equal_to_the_share_of_right_rows()
    {
        // Logit gap 4, three of four rows right: softmax(4 / T) = 3/4, so T = 4 / ln 3.
        float[][] logits = [[4, 0], [4, 0], [4, 0], [4, 0]];
        Assert.Equal(4 / Math.Log(3), TemperatureScaling.Fit(logits, [0, 0, 0, 1]), 4);
    }

    [Fact]
    public void Rows_that_are_all_right_want_the_lowest_temperature() =>
        Assert.Equal(TemperatureScaling.Lowest, TemperatureScaling.Fit([[1, 0]], [0]), 3);

    [Fact]
    public void Rows_that_are_mostly_wrong_want_the_highest_temperature() =>
        Assert.Equal(TemperatureScaling.Highest, TemperatureScaling.Fit([[1, 0], [1, 0]], [1, 1]), 2);

    [Fact]
    public void Without_rows_the_temperature_is_one() => Assert.Equal(1, TemperatureScaling.Fit([], []));

    [Fact]
    public void A_row_gets_the_temperature_of_the_other_half_of_its_fold()
    {
        // Half 0 holds one right row; half 1 holds rows of which three of four are right.
        var task = new FoldedTask([0, 0, 0, 0, 1], 2, [0, 0, 0, 0, 0]);
        float[][] logits = [.. Enumerable.Repeat<float[]>([4, 0], 5)];
        var temperatures = TemperatureScaling.FitByHalves(task, logits, [0, 1, 1, 1, 1]);
        Assert.Equal(4 / Math.Log(3), temperatures[0], 4);
        Assert.All(temperatures[1..], temperature => Assert.Equal(TemperatureScaling.Lowest, temperature, 3));
    }
}
