using CsCheck;

namespace RruffGeo.Spectra.Tests;

public sealed class ResamplingTests
{
    private static readonly WavenumberGrid Grid = new(0, 6, 7);

    // Measured at 2, 3, 4, 5 with 10, 20, 30, 40: a line, so every spline through the native points is exact.
    [Fact]
    public void Order_A_scales_the_native_spectrum_and_pads_with_zeros() =>
        Assert.Equal([0, 0, 0, 1 / 3f, 2 / 3f, 1, 0], Resample([2, 3, 4, 5], [10, 20, 30, 40], ResamplingOrder.A), Within);

    [Fact]
    public void Order_A_sees_the_native_spectrum_beyond_the_window() =>
        Assert.Equal([1 / 3f, 0.5f, 2 / 3f, 5 / 6f, 1, 0, 0], Resample([-2, 0, 2, 4], [0, 20, 40, 60], ResamplingOrder.A), Within);

    [Fact]
    public void Order_B_scales_what_lies_on_the_grid_alone()
    {
        // Native −2 … 3, a line from 0 to 50; on the grid 20 … 50 at 0, 1, 2, 3.
        Assert.Equal([0, 1 / 3f, 2 / 3f, 1, 0, 0, 0], Resample([-2, 0, 1, 3], [0, 20, 30, 50], ResamplingOrder.B), Within);
    }

    [Fact]
    public void Order_C_lifts_the_spectrum_above_its_padding() =>
        Assert.Equal([0, 0, 0.25f, 0.5f, 0.75f, 1, 0], Resample([2, 3, 4, 5], [10, 20, 30, 40], ResamplingOrder.C), Within);

    [Fact]
    public void Order_D_splines_through_the_padding_and_meets_every_knot()
    {
        // Knots 0 … 6 after padding at spacing 1 all lie on the grid; min-max over 0, 0, 10, 20, 30, 40, 0.
        Assert.Equal([0, 0, 0.25f, 0.5f, 0.75f, 1, 0], Resample([2, 3, 4, 5], [10, 20, 30, 40], ResamplingOrder.D), Within);
    }

    [Theory]
    [InlineData(ResamplingOrder.A)]
    [InlineData(ResamplingOrder.B)]
    public void Outside_the_native_range_stands_zero(ResamplingOrder order) =>
        Gen.Select(Gen.Float[0.2f, 2].Array[4, 30], Gen.Float[-50, 50].Array[30], Gen.Float[-10, 10]).Sample((steps, values, first) =>
        {
            var x = steps.Select((_, i) => first + steps.Take(i).Sum()).ToArray();
            var row = Resample(x, values[..x.Length], order);
            for (var i = 0; i < Grid.Points; i++)
                if (Grid[i] < x[0] || Grid[i] > x[^1])
                    Assert.Equal(0, row[i]);
        });

    [Fact]
    public void Order_A_does_not_depend_on_scale_or_offset() =>
        Gen.Select(Gen.Float[-5, 5].Array[7], Gen.Int[1, 64], Gen.Int[-64, 64]).Sample((y, scale, offset) =>
        {
            float[] x = [0, 1, 2, 3, 4, 5, 6];
            if (y.Max() - y.Min() < 0.1f)
                return;
            Assert.Equal(
                Resample(x, y, ResamplingOrder.A), Resample(x, [.. y.Select(v => (v * scale) + offset)], ResamplingOrder.A),
                (a, b) => Math.Abs(a - b) < 1e-3);
        });

    [Fact]
    public void A_spectrum_beside_the_window_gives_no_point()
    {
        var row = new float[7];

        Assert.Equal(0, Resampling.Resample([10, 11, 12, 13], [1, 2, 3, 4], Grid, ResamplingOrder.A, row));
        Assert.All(row, value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_spacing_that_would_need_millions_of_padding_points_is_refused() =>
        Assert.Contains(
            "padding points",
            Assert.Throws<ArgumentException>(() => Resample([1, 1.0000001f, 1.0000002f, 1.0000004f], [1, 2, 3, 4], ResamplingOrder.D)).Message,
            StringComparison.Ordinal);

    private static bool Within(float expected, float actual) => Math.Abs(expected - actual) < 1e-6;

    private static float[] Resample(float[] x, float[] y, ResamplingOrder order)
    {
        var row = new float[Grid.Points];
        Resampling.Resample(x, y, Grid, order, row);
        return row;
    }
}
