using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Tests;

public sealed class NumeralsTests
{
    [Theory]
    [InlineData(32940.0, 0, "32,940")]
    [InlineData(-0.004, 2, "0.00")]
    [InlineData(-3.5, 1, "−3.5")]
    [InlineData(30.965, 2, "30.97")]
    [InlineData(double.NaN, 2, "–")]
    public void Numbers_are_printed_as_the_paper_does(double value, int decimals, string text) => Assert.Equal(text, Numerals.Of(value, decimals));

    [Theory]
    [InlineData(3.0, "+3")]
    [InlineData(-1234.0, "−1,234")]
    [InlineData(0.2, "±0")]
    public void A_difference_has_its_sign(double value, string text) => Assert.Equal(text, Numerals.Difference(value, 0));

    [Fact]
    public void Ticks_are_round_and_inside_the_axis() =>
        Assert.Equal(["0", "500", "1,000"], new LinearScale(-20, 1300, 0, 100).Ticks(3).Select(t => t.Label));

    [Fact]
    public void A_logarithmic_axis_has_powers_of_ten() => Assert.Equal(["1", "10", "100", "1,000"], new LogScale(1, 3000, 0, 1).Ticks(0).Select(t => t.Label));
}
