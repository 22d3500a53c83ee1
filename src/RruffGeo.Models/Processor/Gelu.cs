using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RruffGeo.Models;

/// <summary>The Gaussian error linear unit x·Φ(x) and its derivative, sixteen values at a time.</summary>
/// <remarks>
/// Φ by formula 7.1.26 of Abramowitz and Stegun, exact to 8e-8 and so to float32's own last digit; the one exponential it needs also gives
/// the derivative Φ(x) + x·φ(x). Torch computes erf going forwards and both again going backwards.
/// </remarks>
internal static unsafe class Gelu
{
    /// <summary>In place: h ← s·GELU(h + bias); derivative ← s·GELU'(h + bias).</summary>
    /// <param name="h">rows × columns; columns a multiple of the vector's width.</param>
    /// <param name="derivative">rows × columns.</param>
    /// <param name="bias">columns values.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="s">Factor of all values.</param>
    public static void Forward(float* h, float* derivative, float* bias, int rows, int columns, float s)
    {
        var scale = Vector512.Create(s);
        for (var row = 0; row < rows; row++, h += columns, derivative += columns)
            for (var c = 0; c < columns; c += Vector512<float>.Count)
            {
                var (value, slope) = Evaluate(Vector512.Load(h + c) + Vector512.Load(bias + c));
                (value * scale).Store(h + c);
                (slope * scale).Store(derivative + c);
            }
    }

    /// <summary>In place: gradient ← gradient·derivative; its column sums are added to <paramref name="bias"/>.</summary>
    public static void Backward(float* gradient, float* derivative, float* bias, int rows, int columns)
    {
        for (var row = 0; row < rows; row++, gradient += columns, derivative += columns)
            for (var c = 0; c < columns; c += Vector512<float>.Count)
            {
                var value = Vector512.Load(gradient + c) * Vector512.Load(derivative + c);
                value.Store(gradient + c);
                (Vector512.Load(bias + c) + value).Store(bias + c);
            }
    }

    /// <summary>GELU and its derivative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector512<float> Value, Vector512<float> Slope) Evaluate(Vector512<float> x)
    {
        var one = Vector512<float>.One;
        var e = ExponentialOfNegative(x * x * Vector512.Create(-0.5f));
        var t = one / Vector512.FusedMultiplyAdd(Vector512.Abs(x), Vector512.Create(0.3275911f * 0.70710678f), one);
        var poly = Vector512.FusedMultiplyAdd(t, Vector512.Create(1.061405429f), Vector512.Create(-1.453152027f));
        poly = Vector512.FusedMultiplyAdd(t, poly, Vector512.Create(1.421413741f));
        poly = Vector512.FusedMultiplyAdd(t, poly, Vector512.Create(-0.284496736f));
        poly = Vector512.FusedMultiplyAdd(t, poly, Vector512.Create(0.254829592f));
        var tail = poly * t * e * Vector512.Create(0.5f);
        var cumulative = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(x, Vector512<float>.Zero), one - tail, tail);
        return (x * cumulative, Vector512.FusedMultiplyAdd(x * e, Vector512.Create(0.39894228f), cumulative));
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
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693359375f), clamped);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(2.12194440e-4f), r);
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
