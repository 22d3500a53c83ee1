using System.Buffers;

namespace RruffGeo.Spectra;

/// <summary>Puts a spectrum on the common grid: window, min-max, cubic spline, zero padding (paper 4.1, A.4).</summary>
public static class Resampling
{
    // Order D adds knots until the window is full: a spacing that needs more than this is damage, not a spectrum.
    private const int MaximumKnots = 1 << 21;

    /// <summary>Resamples one spectrum.</summary>
    /// <param name="wavenumbers">Native axis, cm⁻¹, strictly increasing; length n ≥ 2.</param>
    /// <param name="intensities">Native intensities, arbitrary units, finite; length n.</param>
    /// <param name="grid">The common grid of L wavenumbers.</param>
    /// <param name="order">Which reading of the paper.</param>
    /// <param name="destination">Receives L intensities, 0 … 1 but for what a spline overshoots; zero outside the native range (orders A, B).</param>
    /// <returns>The number of grid points inside the native range; 0 means that spectrum and window do not meet and all of <paramref name="destination"/> is zero.</returns>
    /// <exception cref="ArgumentException">Lengths differ or the axis does not increase.</exception>
    public static int Resample(
        ReadOnlySpan<float> wavenumbers, ReadOnlySpan<float> intensities, WavenumberGrid grid, ResamplingOrder order, Span<float> destination)
    {
        if (destination.Length != grid.Points)
            throw new ArgumentException($"Expected room for {grid.Points} intensities but found {destination.Length}.", nameof(destination));
        if (wavenumbers.Length < 2 || wavenumbers.Length != intensities.Length)
            throw new ArgumentException(
                $"Expected two or more points and as many intensities but found {wavenumbers.Length} and {intensities.Length}.", nameof(intensities));

        destination.Clear();
        var (start, inside) = grid.Inside(wavenumbers[0], wavenumbers[^1]);
        if (inside == 0)
            return 0;

        var padding = order == ResamplingOrder.D ? Padding.Of(wavenumbers, grid) : default;
        var knots = padding.Before + wavenumbers.Length + padding.After;
        var rented = ArrayPool<double>.Shared.Rent((2 * knots) + grid.Points);
        try
        {
            var x = rented.AsSpan(0, knots);
            var y = rented.AsSpan(knots, knots);
            padding.Fill(wavenumbers, intensities, x, y);
            var (from, count) = order == ResamplingOrder.D ? grid.Inside(x[0], x[^1]) : (start, inside);
            var values = rented.AsSpan(2 * knots, grid.Points);
            values.Clear();
            var evaluated = values.Slice(from, count);

            if (order is ResamplingOrder.A or ResamplingOrder.D)
                Normalisation.MinMax(y);
            CubicSpline.Evaluate(x, y, grid, from, evaluated);
            if (order == ResamplingOrder.B)
                Normalisation.MinMax(evaluated);
            if (order == ResamplingOrder.C)
                Normalisation.MinMax(values);

            for (var i = 0; i < values.Length; i++)
                destination[i] = (float)values[i];
            return inside;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    /// <summary>The zero points that order D puts before and after the native axis.</summary>
    private readonly record struct Padding(int Before, int After, double Spacing)
    {
        public static Padding Of(ReadOnlySpan<float> wavenumbers, WavenumberGrid grid)
        {
            var spacing = ((double)wavenumbers[^1] - wavenumbers[0]) / (wavenumbers.Length - 1);
            var before = Math.Max(0, Math.Ceiling((wavenumbers[0] - grid.First) / spacing));
            var after = Math.Max(0, Math.Ceiling((grid.Last - wavenumbers[^1]) / spacing));
            if (!(before + after <= MaximumKnots))
                throw new ArgumentException(
                    $"A mean spacing of {spacing} cm⁻¹ needs {before + after} padding points to fill the window; at most {MaximumKnots} are made.",
                    nameof(wavenumbers));
            return new Padding((int)before, (int)after, spacing);
        }

        public void Fill(ReadOnlySpan<float> wavenumbers, ReadOnlySpan<float> intensities, Span<double> x, Span<double> y)
        {
            y.Clear();
            for (var k = 0; k < Before; k++)
                x[k] = wavenumbers[0] - ((Before - k) * Spacing);
            for (var i = 0; i < wavenumbers.Length; i++)
                (x[Before + i], y[Before + i]) = (wavenumbers[i], intensities[i]);
            for (var k = 0; k < After; k++)
                x[Before + wavenumbers.Length + k] = wavenumbers[^1] + ((k + 1) * Spacing);
        }
    }
}
