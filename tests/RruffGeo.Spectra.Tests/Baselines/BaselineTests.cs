using CsCheck;

namespace RruffGeo.Spectra.Tests;

public sealed class BaselineTests
{
    // One row of second differences, d = (1, −2, 1): z = y − λ·d·(d·y)/(1 + λ·d·d), here with d·y = −2 and d·d = 6.
    [Fact]
    public void Three_points_are_smoothed_as_worked_by_hand() => Near([2 / 7.0, 3 / 7.0, 2 / 7.0], Smooth([0, 1, 0], [1, 1, 1], 1));

    // With weights, z = y − λ·W⁻¹d·(d·y)/(1 + λ·d·W⁻¹d): W⁻¹d = (1, −4, 1), d·W⁻¹d = 10, so z = y + 2/11·(1, −4, 1).
    [Fact]
    public void Weights_pull_as_worked_by_hand() => Near([2 / 11.0, 3 / 11.0, 2 / 11.0], Smooth([0, 1, 0], [1, 0.5, 1], 1));

    [Fact]
    public void A_straight_line_is_its_own_smooth_whatever_the_weights() =>
        Near([1, 3, 5, 7, 9, 11], Smooth([1, 3, 5, 7, 9, 11], [1, 0.01, 2, 0.5, 1, 3], 1e5));

    [Fact]
    public void Without_smoothness_and_for_two_points_nothing_changes()
    {
        Near([4, -1, 3, 8], Smooth([4, -1, 3, 8], [1, 2, 3, 4], 0));
        Near([4, -1], Smooth([4, -1], [1, 1], 1e5));
    }

    [Fact]
    public void The_banded_solution_is_that_of_the_full_matrix() =>
        Gen.Select(Gen.Double[-10, 10].Array[3, 12], Gen.Double[0.01, 2].Array[12], Gen.Double[0, 100]).Sample(
            (y, weights, smoothness) => Near(Dense(y, weights, smoothness), Smooth(y, weights[..y.Length], smoothness), 1e-7),
            iter: 300);

    // After the first round the middle point lies above, so w = (1 − p, p, 1 − p), and it stays so: z = y + 2/(1 + d·W⁻¹d)·W⁻¹d, W⁻¹d = (1/0.99, −200, 1/0.99).
    [Fact]
    public void A_band_of_one_point_leaves_the_baseline_worked_by_hand()
    {
        const double Factor = 2 / (1 + (2 / 0.99) + 400);
        var baseline = new double[3];

        AsymmetricLeastSquares.Baseline([0, 1, 0], 1, 0.01, baseline);

        Near([Factor / 0.99, 1 - (200 * Factor), Factor / 0.99], baseline);
    }

    [Fact]
    public void A_band_on_a_slope_is_left_above_the_baseline()
    {
        double[] slope = [.. Enumerable.Range(0, 400).Select(i => 50 + (0.1 * i))];
        double[] measured = [.. slope.Select((value, i) => value + (100 * Math.Exp(-Math.Pow((i - 200) / 5.0, 2))))];
        var baseline = new double[400];

        AsymmetricLeastSquares.Baseline(measured, AsymmetricLeastSquares.DefaultSmoothness, AsymmetricLeastSquares.DefaultAsymmetry, baseline);

        Assert.All(baseline.Zip(slope), pair => Assert.InRange(pair.First - pair.Second, -1, 2));
    }

    [Fact]
    public void Impossible_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => WhittakerSmoother.Smooth([1, 2, 3], [1, 1], 1, new double[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WhittakerSmoother.Smooth([1, 2, 3], [1, 1, 1], -1, new double[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AsymmetricLeastSquares.Baseline([1, 2, 3], 1, 1, new double[3]));
    }

    private static double[] Smooth(double[] y, double[] weights, double smoothness)
    {
        var z = new double[y.Length];
        WhittakerSmoother.Smooth(y, weights, smoothness, z);
        return z;
    }

    /// <summary>(W + λ·DᵀD)·z = W·y by Gauss' elimination with pivoting, D written out.</summary>
    private static double[] Dense(double[] y, double[] weights, double smoothness)
    {
        var n = y.Length;
        var m = new double[n, n + 1];
        for (var i = 0; i < n; i++)
            (m[i, i], m[i, n]) = (weights[i], weights[i] * y[i]);
        double[] difference = [1, -2, 1];
        for (var row = 0; row + 2 < n; row++)
            for (var a = 0; a < 3; a++)
                for (var b = 0; b < 3; b++)
                    m[row + a, row + b] += smoothness * difference[a] * difference[b];
        for (var k = 0; k < n; k++)
        {
            var pivot = Enumerable.Range(k, n - k).MaxBy(i => Math.Abs(m[i, k]));
            for (var j = 0; j <= n; j++)
                (m[k, j], m[pivot, j]) = (m[pivot, j], m[k, j]);
            for (var i = 0; i < n; i++)
                if (i != k && m[i, k] / m[k, k] is var factor and not 0)
                    for (var j = k; j <= n; j++)
                        m[i, j] -= factor * m[k, j];
        }

        return [.. Enumerable.Range(0, n).Select(i => m[i, n] / m[i, i])];
    }

    private static void Near(double[] expected, double[] actual, double tolerance = 1e-9) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
