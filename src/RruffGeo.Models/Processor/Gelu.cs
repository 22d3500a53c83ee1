using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RruffGeo.Models;

/// <summary>The Gaussian error linear unit x·Φ(x) and its derivative, sixteen values at a time.</summary>
/// <remarks>
/// Φ by formula 7.1.26 of Abramowitz and Stegun, exact to 8e-8 and so to float32's own last digit; the one exponential it needs also gives
/// the derivative Φ(x) + x·φ(x). Torch computes erf going forwards and both again going backwards.
/// </remarks>
internal static unsafe class Gelu
{
    // Columns of the widest tile, and rows of the highest, for which one bias, or one sum, is held in a register; wider rows are taken one by one.
    private const int Wide = 64, High = 12;

    /// <summary>value ← s·GELU(h + bias); derivative ← s·GELU'(h + bias).</summary>
    /// <param name="h">rows × columns; columns a multiple of 16.</param>
    /// <param name="value">rows × columns; may be <paramref name="h"/>.</param>
    /// <param name="derivative">rows × columns.</param>
    /// <param name="bias">columns values.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="s">Factor of all values.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T>(float* h, T* value, T* derivative, float* bias, int rows, int columns, float s)
        where T : unmanaged
    {
        var (scale, density, together) = (Vector512.Create(s), Vector512.Create(s * 0.39894228f), columns > Wide ? 1 : High);
        for (var first = 0; first < rows; first += together)
            for (var c = 0; c < columns; c += Vector512<float>.Count)
            {
                var (offset, end) = (Vector512.Load(bias + c), (long)Math.Min(rows, first + together) * columns);
                for (var at = ((long)first * columns) + c; at < end; at += columns)
                {
                    var (v, slope) = Evaluate(Vector512.Load(h + at) + offset, scale, density);
                    Sixteen.Store(v, value + at);
                    Sixteen.Store(slope, derivative + at);
                }
            }
    }

    /// <summary>product ← gradient·derivative; its column sums are added to <paramref name="bias"/>.</summary>
    /// <param name="gradient">rows × columns; columns a multiple of 16.</param>
    /// <param name="derivative">rows × columns.</param>
    /// <param name="product">rows × columns; may be <paramref name="gradient"/>.</param>
    /// <param name="bias">columns values.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<T>(float* gradient, T* derivative, T* product, float* bias, int rows, int columns)
        where T : unmanaged
    {
        var together = columns > Wide ? 1 : High;
        for (var first = 0; first < rows; first += together)
            for (var c = 0; c < columns; c += Vector512<float>.Count)
            {
                var (sum, end) = (Vector512.Load(bias + c), (long)Math.Min(rows, first + together) * columns);
                for (var at = ((long)first * columns) + c; at < end; at += columns)
                {
                    var value = Vector512.Load(gradient + at) * Sixteen.Load(derivative + at);
                    Sixteen.Store(value, product + at);
                    sum += value;
                }

                sum.Store(bias + c);
            }
    }

    /// <summary>GELU and its derivative.</summary>
    internal static (Vector512<float> Value, Vector512<float> Slope) Evaluate(Vector512<float> x) => Evaluate(x, Vector512<float>.One, Vector512.Create(0.39894228f));

    /// <summary>s·GELU and s·GELU', given s and s/√(2π).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> Value, Vector512<float> Slope) Evaluate(Vector512<float> x, Vector512<float> s, Vector512<float> density)
    {
        var e = ExponentialOfMinusHalf(x * x);
        var t = Reciprocal(Vector512.FusedMultiplyAdd(Vector512.Abs(x), Vector512.Create(0.3275911f * 0.70710678f), Vector512<float>.One));
        var poly = Vector512.FusedMultiplyAdd(t, Vector512.Create(0.5f * 1.061405429f), Vector512.Create(0.5f * -1.453152027f));
        poly = Vector512.FusedMultiplyAdd(t, poly, Vector512.Create(0.5f * 1.421413741f));
        poly = Vector512.FusedMultiplyAdd(t, poly, Vector512.Create(0.5f * -0.284496736f));
        poly = Vector512.FusedMultiplyAdd(t, poly, Vector512.Create(0.5f * 0.254829592f));
        var tail = poly * t * e;
        var cumulative = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(x, Vector512<float>.Zero), Vector512<float>.One - tail, tail) * s;
        return (x * cumulative, Vector512.FusedMultiplyAdd(x * e, density, cumulative));
    }

    /// <summary>1/x for x ≥ 1: a first guess of 14 bits and one step of Newton's where the processor guesses; divisions wait longer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Reciprocal(Vector512<float> x)
    {
        if (!Avx512F.IsSupported)
            return Vector512<float>.One / x;
        var guess = Avx512F.Reciprocal14(x);
        return guess * Vector512.FusedMultiplyAdd(-x, guess, Vector512.Create(2f));
    }

    /// <summary>exp(−y/2) for y ≥ 0, at least exp(−87): 2ⁿ·2ʳ with |r| ≤ ½, 2ʳ by a polynomial of degree 5 whose relative error is at most 7.5e-8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExponentialOfMinusHalf(Vector512<float> y)
    {
        // Adding 1.5·2²³ leaves the nearest integer in the last bits, from where it moves straight into the exponent.
        var (magic, factor) = (Vector512.Create(12582912f), Vector512.Create(-0.5f * 1.44269504f));
        var clamped = Vector512.Min(y, Vector512.Create(174f));
        var shifted = Vector512.FusedMultiplyAdd(clamped, factor, magic);
        var r = Vector512.FusedMultiplyAdd(clamped, factor, magic - shifted);
        var p = Vector512.FusedMultiplyAdd(r, Vector512.Create(0.0013276472f), Vector512.Create(0.00967554148f));
        p = Vector512.FusedMultiplyAdd(r, p, Vector512.Create(0.0555071327f));
        p = Vector512.FusedMultiplyAdd(r, p, Vector512.Create(0.240221197f));
        p = Vector512.FusedMultiplyAdd(r, p, Vector512.Create(0.693146967f));
        p = Vector512.FusedMultiplyAdd(r, p, Vector512.Create(1.00000007f));
        return Vector512.AsSingle(Vector512.AsInt32(p) + Vector512.ShiftLeft(Vector512.AsInt32(shifted), 23));
    }
}
