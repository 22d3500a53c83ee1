using CsCheck;

namespace RruffGeo.Spectra.Tests;

public sealed class CubicSplineTests
{
    [Fact]
    public void Two_knots_give_the_line() => Assert.Equal([1, 1.5, 2, 2.5, 3], Spline([0, 4], [1, 3], new WavenumberGrid(0, 4, 5)));

    [Fact]
    public void Three_knots_give_the_parabola() =>
        Assert.Equal([0, 1, 4, 9, 16], Spline([0, 1, 4], [0, 1, 16], new WavenumberGrid(0, 4, 5)), Within);

    [Fact]
    public void Four_knots_give_the_cubic_through_them() =>
        Assert.Equal([-8, -1, 0, 1, 8], Spline([-2, -1, 1, 2], [-8, -1, 1, 8], new WavenumberGrid(-2, 2, 5)), Within);

    // Not-a-knot at 1 and 3 makes one cubic of the first two intervals and one of the last two. With a continuous curvature at 2 they
    // are p(x) = x(x−2)(ax+b) and its mirror image; p(1) = 0 forces a = −b, so p = a·x(x−1)(x−2) with p''(2) = 6a. By symmetry about 2
    // slopes at 2 are opposite and equal, hence 0; p'(2) = 2a, which contradicts p(2) = 1 unless p is lifted: p = a·x(x−1)(x−2) + x(x−1)/2,
    // p'(2) = 2a + 3/2 = 0, a = −3/4. So p(1/2) = −3/4·3/8 − 1/8 = −13/32.
    [Fact]
    public void Five_knots_of_a_spike_follow_the_hand_worked_piece() =>
        Assert.Equal(-13.0 / 32, Spline([0, 1, 2, 3, 4], [0, 0, 1, 0, 0], new WavenumberGrid(0, 4, 9))[1], 1e-12);

    [Fact]
    public void Any_cubic_is_reproduced_whatever_the_knots() =>
        Gen.Select(Gen.Double[0.1, 3].Array[4, 60], Gen.Double[-1, 1].Array[4]).Sample((steps, c) =>
        {
            var x = steps.Select((_, i) => steps.Take(i).Sum()).ToArray();
            double Cubic(double at) => c[0] + (at * (c[1] + (at * (c[2] + (at * c[3])))));
            var grid = new WavenumberGrid(x[0], x[^1], 37);
            var values = Spline(x, [.. x.Select(Cubic)], grid);
            var scale = 1 + Math.Pow(x[^1], 3);
            for (var i = 0; i < grid.Points; i++)
                Assert.Equal(Cubic(grid[i]), values[i], 1e-9 * scale);
        });

    [Fact]
    public void The_knots_themselves_are_met() =>
        Gen.Double[-5, 5].Array[4, 40].Sample(y =>
        {
            var x = Enumerable.Range(0, y.Length).Select(i => (double)i).ToArray();
            Assert.Equal(y, Spline(x, y, new WavenumberGrid(0, y.Length - 1, y.Length)), Within);
        });

    [Fact]
    public void Nothing_is_extrapolated() =>
        Assert.StartsWith(
            "Grid points 0 … 4 cm⁻¹ reach beyond the knots 0 … 3.5 cm⁻¹.",
            Assert.Throws<ArgumentException>(() => Spline([0, 1, 2, 3.5], [0, 1, 2, 3], new WavenumberGrid(0, 4, 5))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(1, double.NaN)]
    public void Knots_that_do_not_increase_are_refused(double second, double third) =>
        Assert.Throws<ArgumentException>(() => Spline([0, second, third, 4], [0, 0, 0, 0], new WavenumberGrid(0, 4, 5)));

    private static bool Within(double expected, double actual) => Math.Abs(expected - actual) < 1e-9;

    private static double[] Spline(double[] x, double[] y, WavenumberGrid grid)
    {
        var values = new double[grid.Points];
        CubicSpline.Evaluate(x, y, grid, 0, values);
        return values;
    }
}
