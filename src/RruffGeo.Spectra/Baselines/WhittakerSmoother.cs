using System.Buffers;

namespace RruffGeo.Spectra;

/// <summary>The Whittaker smoother of second order: solves (W + λ·D₂ᵀD₂)·z = W·y, D₂ being second differences (SCIENCE 8).</summary>
public static class WhittakerSmoother
{
    /// <summary>Smooths one spectrum.</summary>
    /// <param name="intensities">y, finite; length n.</param>
    /// <param name="weights">W's diagonal, ≥ 0, two or more of them positive; length n.</param>
    /// <param name="smoothness">λ ≥ 0.</param>
    /// <param name="destination">Receives z; length n.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    /// <remarks>The matrix has five diagonals and is factored as L·D·Lᵀ in one pass, in double precision, without pivoting: it is positive definite.</remarks>
    public static void Smooth(ReadOnlySpan<double> intensities, ReadOnlySpan<double> weights, double smoothness, Span<double> destination)
    {
        var n = intensities.Length;
        if (weights.Length != n || destination.Length != n)
            throw new ArgumentException($"Expected {n} weights and room for {n} values but found {weights.Length} and {destination.Length}.", nameof(destination));
        ArgumentOutOfRangeException.ThrowIfNegative(smoothness);
        if (n < 3)
        {
            intensities.CopyTo(destination);
            return;
        }

        // A = L·D·Lᵀ; c and e are the two diagonals below L's ones.
        var rented = ArrayPool<double>.Shared.Rent(3 * n);
        var d = rented.AsSpan(0, n);
        var c = rented.AsSpan(n, n);
        var e = rented.AsSpan(2 * n, n);
        for (var i = 0; i < n; i++)
        {
            var (diagonal, beside) = Penalty(i, n);
            d[i] = weights[i] + (smoothness * diagonal);
            c[i] = smoothness * beside;
            destination[i] = weights[i] * intensities[i];
            if (i > 0)
            {
                d[i] -= c[i - 1] * c[i - 1] * d[i - 1];
                c[i] -= e[i - 1] * c[i - 1] * d[i - 1];
                destination[i] -= c[i - 1] * destination[i - 1];
            }

            if (i > 1)
            {
                d[i] -= e[i - 2] * e[i - 2] * d[i - 2];
                destination[i] -= e[i - 2] * destination[i - 2];
            }

            var inverse = 1 / d[i];
            c[i] *= inverse;
            e[i] = smoothness * inverse;
        }

        destination[n - 1] /= d[n - 1];
        destination[n - 2] = (destination[n - 2] / d[n - 2]) - (c[n - 2] * destination[n - 1]);
        for (var i = n - 3; i >= 0; i--)
            destination[i] = (destination[i] / d[i]) - (c[i] * destination[i + 1]) - (e[i] * destination[i + 2]);
        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Row <paramref name="i"/> of D₂ᵀD₂: 1, 5, 6 … 6, 5, 1 on the diagonal, −2, −4 … −4, −2 beside it, 1 beyond. Three points have 1, 4, 1.</summary>
    private static (double Diagonal, double Beside) Penalty(int i, int n)
    {
        var (first, middle, last) = (i < n - 2, i > 0 && i < n - 1, i > 1);
        return ((first ? 1 : 0) + (middle ? 4 : 0) + (last ? 1 : 0), (i < n - 2 ? -2 : 0) + (i > 0 && i < n - 1 ? -2 : 0));
    }
}
