using System.Numerics;

namespace RruffGeo.Models;

/// <summary>The Gaussian error linear unit x·Φ(x) and its derivative, eight or more values at a time.</summary>
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
        var scale = new Vector<float>(s);
        for (var row = 0; row < rows; row++, h += columns, derivative += columns)
            for (var c = 0; c < columns; c += Vector<float>.Count)
            {
                var (value, slope) = Evaluate(Vector.Load(h + c) + Vector.Load(bias + c));
                (value * scale).Store(h + c);
                (slope * scale).Store(derivative + c);
            }
    }

    /// <summary>In place: gradient ← gradient·derivative; its column sums are added to <paramref name="bias"/>.</summary>
    public static void Backward(float* gradient, float* derivative, float* bias, int rows, int columns)
    {
        for (var row = 0; row < rows; row++, gradient += columns, derivative += columns)
            for (var c = 0; c < columns; c += Vector<float>.Count)
            {
                var value = Vector.Load(gradient + c) * Vector.Load(derivative + c);
                value.Store(gradient + c);
                (Vector.Load(bias + c) + value).Store(bias + c);
            }
    }

    /// <summary>GELU and its derivative.</summary>
    internal static (Vector<float> Value, Vector<float> Slope) Evaluate(Vector<float> x)
    {
        var one = Vector<float>.One;
        var e = ExponentialOfNegative(x * x * new Vector<float>(-0.5f));
        var t = one / Vector.FusedMultiplyAdd(Vector.Abs(x), new Vector<float>(0.3275911f * 0.70710678f), one);
        var poly = Vector.FusedMultiplyAdd(t, new Vector<float>(1.061405429f), new Vector<float>(-1.453152027f));
        poly = Vector.FusedMultiplyAdd(t, poly, new Vector<float>(1.421413741f));
        poly = Vector.FusedMultiplyAdd(t, poly, new Vector<float>(-0.284496736f));
        poly = Vector.FusedMultiplyAdd(t, poly, new Vector<float>(0.254829592f));
        var tail = poly * t * e * new Vector<float>(0.5f);
        var cumulative = Vector.ConditionalSelect(Vector.GreaterThanOrEqual(x, Vector<float>.Zero), one - tail, tail);
        return (x * cumulative, Vector.FusedMultiplyAdd(x * e, new Vector<float>(0.39894228f), cumulative));
    }

    /// <summary>eˣ for x ≤ 0, 0 below −87: 2ⁿ·eʳ with |r| ≤ ½ ln 2.</summary>
    private static Vector<float> ExponentialOfNegative(Vector<float> x)
    {
        // Adding 1.5·2²³ leaves the nearest integer in the last bits, from where it moves straight into the exponent.
        var magic = new Vector<float>(12582912f);
        var clamped = Vector.Max(x, new Vector<float>(-87f));
        var shifted = Vector.FusedMultiplyAdd(clamped, new Vector<float>(1.44269504f), magic);
        var n = shifted - magic;
        var r = Vector.FusedMultiplyAdd(n, new Vector<float>(-0.693359375f), clamped);
        r = Vector.FusedMultiplyAdd(n, new Vector<float>(2.12194440e-4f), r);
        var p = Vector.FusedMultiplyAdd(r, new Vector<float>(1f / 5040), new Vector<float>(1f / 720));
        p = Vector.FusedMultiplyAdd(r, p, new Vector<float>(1f / 120));
        p = Vector.FusedMultiplyAdd(r, p, new Vector<float>(1f / 24));
        p = Vector.FusedMultiplyAdd(r, p, new Vector<float>(1f / 6));
        p = Vector.FusedMultiplyAdd(r, p, new Vector<float>(0.5f));
        p = Vector.FusedMultiplyAdd(r, p, Vector<float>.One);
        p = Vector.FusedMultiplyAdd(r, p, Vector<float>.One);
        return Vector.AsVectorSingle(Vector.AsVectorInt32(p) + Vector.ShiftLeft(Vector.AsVectorInt32(shifted), 23));
    }
}
