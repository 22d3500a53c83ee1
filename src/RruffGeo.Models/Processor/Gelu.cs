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
    /// <summary>value ← s·GELU(h + bias); derivative ← s·GELU'(h + bias).</summary>
    /// <param name="h">rows × columns; columns a multiple of 16.</param>
    /// <param name="value">rows × columns; may be <paramref name="h"/>.</param>
    /// <param name="derivative">rows × columns.</param>
    /// <param name="bias">columns values.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="s">Factor of all values.</param>
    public static void Forward<T>(float* h, T* value, T* derivative, float* bias, int rows, int columns, float s)
        where T : unmanaged
    {
        var scale = Vector512.Create(s);
        for (var row = 0; row < rows; row++, h += columns, value += columns, derivative += columns)
            for (var c = 0; c < columns; c += Vector512<float>.Count)
            {
                var (v, slope) = Evaluate(Vector512.Load(h + c) + Vector512.Load(bias + c));
                Sixteen.Store(v * scale, value + c);
                Sixteen.Store(slope * scale, derivative + c);
            }
    }

    /// <summary>product ← gradient·derivative; its column sums are added to <paramref name="bias"/>.</summary>
    /// <param name="gradient">rows × columns; columns a multiple of 16.</param>
    /// <param name="derivative">rows × columns.</param>
    /// <param name="product">rows × columns; may be <paramref name="gradient"/>.</param>
    /// <param name="bias">columns values.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    public static void Backward<T>(float* gradient, T* derivative, T* product, float* bias, int rows, int columns)
        where T : unmanaged
    {
        for (var row = 0; row < rows; row++, gradient += columns, derivative += columns, product += columns)
            for (var c = 0; c < columns; c += Vector512<float>.Count)
            {
                var value = Vector512.Load(gradient + c) * Sixteen.Load(derivative + c);
                Sixteen.Store(value, product + c);
                (Vector512.Load(bias + c) + value).Store(bias + c);
            }
    }

    /// <summary>GELU and its derivative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector512<float> Value, Vector512<float> Slope) Evaluate(Vector512<float> x)
    {
        var one = Vector512<float>.One;
        var e = ExponentialOfNegative(x * x * Vector512.Create(-0.5f));
        var t = Reciprocal(Vector512.FusedMultiplyAdd(Vector512.Abs(x), Vector512.Create(0.3275911f * 0.70710678f), one));
        var poly = Vector512.FusedMultiplyAdd(t, Vector512.Create(1.061405429f), Vector512.Create(-1.453152027f));
        poly = Vector512.FusedMultiplyAdd(t, poly, Vector512.Create(1.421413741f));
        poly = Vector512.FusedMultiplyAdd(t, poly, Vector512.Create(-0.284496736f));
        poly = Vector512.FusedMultiplyAdd(t, poly, Vector512.Create(0.254829592f));
        var tail = poly * t * e * Vector512.Create(0.5f);
        var cumulative = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(x, Vector512<float>.Zero), one - tail, tail);
        return (x * cumulative, Vector512.FusedMultiplyAdd(x * e, Vector512.Create(0.39894228f), cumulative));
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

    /// <summary>eˣ for x ≤ 0, 0 below −87: 2ⁿ·eʳ with |r| ≤ ½ ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExponentialOfNegative(Vector512<float> x)
    {
        // Adding 1.5·2²³ leaves the nearest integer in the last bits, from where it moves straight into the exponent.
        var magic = Vector512.Create(12582912f);
        var clamped = Vector512.Max(x, Vector512.Create(-87f));
        var shifted = Vector512.FusedMultiplyAdd(clamped, Vector512.Create(1.44269504f), magic);
        var n = shifted - magic;
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.6931471806f), clamped);
        var p = Vector512.FusedMultiplyAdd(r, Vector512.Create(1f / 5040), Vector512.Create(1f / 720));
        p = Vector512.FusedMultiplyAdd(r, p, Vector512.Create(1f / 120));
        p = Vector512.FusedMultiplyAdd(r, p, Vector512.Create(1f / 24));
        p = Vector512.FusedMultiplyAdd(r, p, Vector512.Create(1f / 6));
        p = Vector512.FusedMultiplyAdd(r, p, Vector512.Create(0.5f));
        p = Vector512.FusedMultiplyAdd(r, p, Vector512<float>.One);
        p = Vector512.FusedMultiplyAdd(r, p, Vector512<float>.One);
        return Vector512.AsSingle(Vector512.AsInt32(p) + Vector512.ShiftLeft(Vector512.AsInt32(shifted), 23));
    }
}
