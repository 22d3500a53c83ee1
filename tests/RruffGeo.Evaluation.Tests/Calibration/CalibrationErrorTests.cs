namespace RruffGeo.Evaluation.Tests;

public sealed class CalibrationErrorTests
{
    [Fact]
    public void Gaps_of_bins_are_weighted_by_their_rows() =>
        // Confidence 0.5: half right, no gap. Confidence 0.9: all right, gap 0.1 on half of the rows.
        Assert.Equal(0.05, Expected([0.5, 0.5, 0.9, 0.9], [true, false, true, true]), 12);

    [Fact]
    public void The_upper_end_of_a_bin_belongs_to_it() =>
        // 3/15 closes bin 2, 0.21 lies in bin 3: the gaps 0.8 and 0.21 do not cancel.
        Assert.Equal(0.505, Expected([0.2, 0.21], [true, false]), 12);

    [Fact]
    public void Confidence_zero_lies_in_the_first_bin() =>
        Assert.Equal(0.5 * (1 - 0.05), Expected([0, 0.05], [true, false]), 12);

    [Fact]
    public void The_largest_gap_is_that_of_the_worst_bin_with_rows() =>
        Assert.Equal(0.8, CalibrationError.Largest(ReliabilityCurve.OfEqualWidth([0.2, 0.21, 0.9], [true, false, true])), 12);

    [Fact]
    public void Adaptive_bins_hold_equally_many_rows_and_the_first_ones_take_the_rest()
    {
        // 17 rows in 15 bins: two bins of two rows, thirteen of one.
        double[] confidences = [.. Enumerable.Range(1, 17).Select(i => i / 20.0)];
        var bins = ReliabilityCurve.OfEqualCount(confidences, [.. confidences.Select(_ => true)]);
        Assert.Equal([2, 2, .. Enumerable.Repeat(1, 13)], bins.Select(bin => bin.Rows));
        Assert.Equal(1.5 / 20, bins[0].Confidence, 12);
        // Every row is right: the error is the mean of 1 − confidence.
        Assert.Equal(1 - 9 / 20.0, CalibrationError.Expected(bins), 12);
    }

    [Fact]
    public void Nothing_is_wrong_with_no_rows()
    {
        Assert.Equal(0, Expected([], []));
        Assert.Equal(0, CalibrationError.Largest(ReliabilityCurve.OfEqualCount([], [])));
    }

    private static double Expected(double[] confidences, bool[] correct) =>
        CalibrationError.Expected(ReliabilityCurve.OfEqualWidth(confidences, correct));
}
