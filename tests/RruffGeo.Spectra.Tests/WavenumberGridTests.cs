namespace RruffGeo.Spectra.Tests;

public sealed class WavenumberGridTests
{
    [Fact]
    public void Both_ends_are_included()
    {
        var grid = new WavenumberGrid(100, 1500, 1024);

        Assert.Equal(100, grid[0]);
        Assert.Equal(1500, grid[1023]);
        Assert.Equal(100 + (1400.0 / 1023), grid[1]);
    }

    [Theory]
    [InlineData(0, 4, 0, 5)]
    [InlineData(1, 3, 1, 3)]
    [InlineData(0.5, 2.5, 1, 2)]
    [InlineData(-9, 9, 0, 5)]
    [InlineData(1.2, 1.8, 0, 0)]
    [InlineData(5, 9, 0, 0)]
    [InlineData(4, 9, 4, 1)]
    public void Points_inside_a_closed_range_are_found(double low, double high, int start, int count) =>
        Assert.Equal((start, count), new WavenumberGrid(0, 4, 5).Inside(low, high));

    [Theory]
    [InlineData(5, 5, 8)]
    [InlineData(5, double.NaN, 8)]
    [InlineData(0, 5, 1)]
    public void A_grid_without_extent_is_refused(double first, double last, int points) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WavenumberGrid(first, last, points));
}
