namespace RruffGeo.Evaluation.Tests;

public sealed class CalibrationErrorTests
{
    [Fact]
    public void Gaps_of_bins_are_weighted_by_their_rows() =>
        // Confidence 0.5: half right, no gap. Confidence 0.9: all right, gap 0.1 on half of the rows.
        Assert.Equal(0.05, CalibrationError.Expected([0.5, 0.5, 0.9, 0.9], [true, false, true, true]), 12);

    [Fact]
    public void The_upper_end_of_a_bin_belongs_to_it() =>
        // 3/15 closes bin 2, 0.21 lies in bin 3: the gaps 0.8 and 0.21 do not cancel.
        Assert.Equal(0.505, CalibrationError.Expected([0.2, 0.21], [true, false]), 12);

    [Fact]
    public void Confidence_zero_lies_in_the_first_bin() =>
        Assert.Equal(0.5 * (1 - 0.05), CalibrationError.Expected([0, 0.05], [true, false]), 12);
}
