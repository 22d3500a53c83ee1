using System.Buffers;

namespace RruffGeo.Spectra;

/// <summary>The interpolating cubic spline with not-a-knot ends, in double precision (paper A.4; the ends are our default, SCIENCE 5.3).</summary>
/// <remarks>
/// Between knots the spline is the cubic of the two values and two slopes there. The slopes follow from a continuous second derivative
/// at the inner knots and a continuous third derivative at the second and last but one: a tridiagonal system, solved without
/// pivoting, since eliminating the end conditions leaves it diagonally dominant. Two knots give the line, three the parabola.
/// </remarks>
public static class CubicSpline
{
    /// <summary>Evaluates the spline through (<paramref name="x"/>, <paramref name="y"/>) at consecutive points of <paramref name="grid"/>.</summary>
    /// <param name="x">Knots, finite and strictly increasing; length n ≥ 2.</param>
    /// <param name="y">Values at the knots; length n.</param>
    /// <param name="grid">Where to evaluate.</param>
    /// <param name="start">Index of the first grid point; it and all that follow lie within [x₀, xₙ₋₁].</param>
    /// <param name="destination">Receives one value per grid point from <paramref name="start"/> on.</param>
    /// <exception cref="ArgumentException">Lengths differ, knots do not increase, or a point lies outside the knots: nothing is extrapolated.</exception>
    public static void Evaluate(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, WavenumberGrid grid, int start, Span<double> destination)
    {
        Check(x, y);
        if (destination.IsEmpty)
            return;
        if (grid[start] < x[0] || grid[start + destination.Length - 1] > x[^1])
            throw new ArgumentException(
                $"Grid points {grid[start]} … {grid[start + destination.Length - 1]} cm⁻¹ reach beyond the knots {x[0]} … {x[^1]} cm⁻¹.", nameof(start));

        var rented = ArrayPool<double>.Shared.Rent(x.Length);
        var slopes = rented.AsSpan(0, x.Length);
        Slopes(x, y, slopes);
        var left = 0;
        for (var i = 0; i < destination.Length; i++)
        {
            var at = grid[start + i];
            while (left < x.Length - 2 && at > x[left + 1])
                left++;
            var width = x[left + 1] - x[left];
            var t = (at - x[left]) / width;
            var chord = y[left + 1] - y[left];
            var a = (slopes[left] * width) - chord;
            var b = chord - (slopes[left + 1] * width);
            destination[i] = y[left] + (t * (chord + ((1 - t) * ((a * (1 - t)) + (b * t)))));
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Slopes of the spline at its knots.</summary>
    private static void Slopes(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> slopes)
    {
        var n = x.Length;
        if (n == 2)
        {
            slopes.Fill((y[1] - y[0]) / (x[1] - x[0]));
            return;
        }

        if (n == 3)
        {
            Parabola(x, y, slopes);
            return;
        }

        var rented = ArrayPool<double>.Shared.Rent(n);
        var upper = rented.AsSpan(0, n);

        // First row: third derivative continuous at x₁.
        var (h0, h1) = (x[1] - x[0], x[2] - x[1]);
        var (m0, m1) = ((y[1] - y[0]) / h0, (y[2] - y[1]) / h1);
        var span = h0 + h1;
        upper[0] = span / h1;
        slopes[0] = ((((h0 + (2 * span)) * h1 * m0) + (h0 * h0 * m1)) / span) / h1;

        for (var i = 1; i < n - 1; i++)
        {
            (h1, m1) = (x[i + 1] - x[i], (y[i + 1] - y[i]) / (x[i + 1] - x[i]));
            var pivot = (2 * (h0 + h1)) - (h1 * upper[i - 1]);
            upper[i] = h0 / pivot;
            slopes[i] = ((3 * ((h1 * m0) + (h0 * m1))) - (h1 * slopes[i - 1])) / pivot;
            (h0, m0) = (h1, m1);
        }

        // Last row: third derivative continuous at xₙ₋₂; h0 and m0 are now of the last interval.
        var before = x[n - 2] - x[n - 3];
        var chordBefore = (y[n - 2] - y[n - 3]) / before;
        span = before + h0;
        var right = ((h0 * h0 * chordBefore) + (((2 * span) + h0) * before * m0)) / span;
        slopes[n - 1] = (right - (span * slopes[n - 2])) / (before - (span * upper[n - 2]));
        for (var i = n - 2; i >= 0; i--)
            slopes[i] -= upper[i] * slopes[i + 1];

        ArrayPool<double>.Shared.Return(rented);
    }

    private static void Parabola(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> slopes)
    {
        var (h0, h1) = (x[1] - x[0], x[2] - x[1]);
        var (m0, m1) = ((y[1] - y[0]) / h0, (y[2] - y[1]) / h1);
        var bend = (m1 - m0) / (h0 + h1);
        slopes[0] = m0 - (bend * h0);
        slopes[1] = m0 + (bend * h0);
        slopes[2] = m1 + (bend * h1);
    }

    private static void Check(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length < 2 || x.Length != y.Length)
            throw new ArgumentException($"Expected two or more knots and as many values but found {x.Length} and {y.Length}.", nameof(x));
        for (var i = 1; i < x.Length; i++)
            if (!(x[i - 1] < x[i]))
                throw new ArgumentException($"Knots must increase: knot {i} is {x[i]} after {x[i - 1]}.", nameof(x));
        if (!double.IsFinite(x[0]) || !double.IsFinite(x[^1]))
            throw new ArgumentException($"Knots must be finite but reach from {x[0]} to {x[^1]}.", nameof(x));
    }
}
