using System.Buffers;

namespace RruffGeo.Spectra;

/// <summary>The baseline of asymmetric least squares: a smooth curve that points above it hardly pull (Eilers and Boelens 2005; SCIENCE 8).</summary>
public static class AsymmetricLeastSquares
{
    /// <summary>λ where nothing else is said: stiff enough to run below Raman bands at RRUFF's spacings.</summary>
    public const double DefaultSmoothness = 1e5;

    /// <summary>p where nothing else is said.</summary>
    public const double DefaultAsymmetry = 0.01;

    private const int Rounds = 10;

    /// <summary>Estimates the baseline: weights begin at 1; ten times the smoother is solved, then w = p where y &gt; z, else 1 − p. The last z counts.</summary>
    /// <param name="intensities">y, finite; length n.</param>
    /// <param name="smoothness">λ ≥ 0.</param>
    /// <param name="asymmetry">p, between 0 and 1, both excluded.</param>
    /// <param name="destination">Receives the baseline; length n.</param>
    public static void Baseline(ReadOnlySpan<double> intensities, double smoothness, double asymmetry, Span<double> destination)
    {
        if (!(asymmetry is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(asymmetry), asymmetry, "Expected more than 0 and less than 1.");
        var rented = ArrayPool<double>.Shared.Rent(intensities.Length);
        var weights = rented.AsSpan(0, intensities.Length);
        weights.Fill(1);
        for (var round = 0; round < Rounds; round++)
        {
            WhittakerSmoother.Smooth(intensities, weights, smoothness, destination);
            for (var i = 0; i < weights.Length; i++)
                weights[i] = intensities[i] > destination[i] ? asymmetry : 1 - asymmetry;
        }

        ArrayPool<double>.Shared.Return(rented);
    }
}
