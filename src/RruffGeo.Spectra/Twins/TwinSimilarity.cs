using System.Buffers;

namespace RruffGeo.Spectra;

/// <summary>How alike two spectra are where they are measured at the same wavenumbers.</summary>
/// <remarks>
/// Shape alone cannot tell twins from two measurements of one mineral. Second differences hardly see a baseline, and away from the bands they are
/// noise, which two measurements do not share; the median over many stretches keeps a few strong bands from deciding.
/// </remarks>
public static class TwinSimilarity
{
    private const int Stretch = 32;

    // The smoother's matrix has a condition of up to 10⁸ or so: less than this share of the largest intensity is rounding.
    private const double Rounding = 1e-6;

    /// <summary>Correlation of the intensities above their baselines (asymmetric least squares), −1 … 1.</summary>
    /// <param name="first">Intensities at the common wavenumbers, arbitrary units, finite; length n.</param>
    /// <param name="second">Intensities of the other spectrum there; length n.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static double Shape(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        CheckLengths(first, second);
        var n = first.Length;
        var rented = ArrayPool<double>.Shared.Rent(2 * n);
        var a = rented.AsSpan(0, n);
        var b = rented.AsSpan(n, n);
        AboveBaseline(first, a);
        AboveBaseline(second, b);
        var shape = Correlation(a, b);
        ArrayPool<double>.Shared.Return(rented);
        return shape;
    }

    /// <summary>Median, over stretches of 32, of the correlation of second differences, −1 … 1; 0 if there is no whole stretch.</summary>
    /// <param name="first">Intensities at the common wavenumbers, arbitrary units, finite; length n.</param>
    /// <param name="second">Intensities of the other spectrum there; length n.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static double Detail(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        CheckLengths(first, second);
        var stretches = Math.Max(0, (first.Length - 2) / Stretch);
        if (stretches == 0)
            return 0;
        var correlations = new double[stretches];
        Span<double> a = stackalloc double[Stretch];
        Span<double> b = stackalloc double[Stretch];
        for (var i = 0; i < stretches; i++)
        {
            SecondDifferences(first.Slice(i * Stretch, Stretch + 2), a);
            SecondDifferences(second.Slice(i * Stretch, Stretch + 2), b);
            correlations[i] = Correlation(a, b);
        }

        Array.Sort(correlations);
        return correlations[stretches / 2];
    }

    private static void CheckLengths(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        if (first.Length != second.Length)
            throw new ArgumentException($"Expected two stretches of one length but found {first.Length} and {second.Length} points.", nameof(second));
    }

    /// <summary>Pearson's correlation; 0 if one of the two does not vary.</summary>
    private static double Correlation(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (meanA, meanB) = (0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
            (meanA, meanB) = (meanA + a[i], meanB + b[i]);
        (meanA, meanB) = (meanA / a.Length, meanB / b.Length);
        var (aa, bb, ab) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            var (x, y) = (a[i] - meanA, b[i] - meanB);
            (aa, bb, ab) = (aa + (x * x), bb + (y * y), ab + (x * y));
        }

        var norm = Math.Sqrt(aa) * Math.Sqrt(bb);
        return norm > 0 && double.IsFinite(norm) ? Math.Clamp(ab / norm, -1, 1) : 0;
    }

    private static void AboveBaseline(ReadOnlySpan<float> intensities, Span<double> destination)
    {
        var rented = ArrayPool<double>.Shared.Rent(intensities.Length);
        var y = rented.AsSpan(0, intensities.Length);
        for (var i = 0; i < y.Length; i++)
            y[i] = intensities[i];
        AsymmetricLeastSquares.Baseline(y, AsymmetricLeastSquares.DefaultSmoothness, AsymmetricLeastSquares.DefaultAsymmetry, destination);

        // Where nothing stands above the baseline, rounding would be correlated instead.
        var largest = 0.0;
        foreach (var intensity in y)
            largest = Math.Max(largest, Math.Abs(intensity));
        for (var i = 0; i < y.Length; i++)
            destination[i] = Math.Abs(y[i] - destination[i]) > Rounding * largest ? y[i] - destination[i] : 0;
        ArrayPool<double>.Shared.Return(rented);
    }

    private static void SecondDifferences(ReadOnlySpan<float> intensities, Span<double> destination)
    {
        for (var i = 2; i < intensities.Length; i++)
            destination[i - 2] = ((double)intensities[i] - intensities[i - 1]) - ((double)intensities[i - 1] - intensities[i - 2]);
    }
}
