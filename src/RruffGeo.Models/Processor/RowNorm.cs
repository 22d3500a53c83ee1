using System.Numerics;

namespace RruffGeo.Models;

/// <summary>LayerNorm over the channels of each row, without its affine part, which is folded into the linear map that follows.</summary>
internal static unsafe class RowNorm
{
    /// <summary>In place: row ← (row − mean)/√(variance + ε), variance with 1/n.</summary>
    /// <returns>1/√(variance + ε), which <see cref="Backward"/> needs.</returns>
    public static float Forward(float* row, int width)
    {
        var sum = Vector<float>.Zero;
        for (var c = 0; c < width; c += Vector<float>.Count)
            sum += Vector.Load(row + c);
        var mean = new Vector<float>(Vector.Sum(sum) / width);
        var squares = Vector<float>.Zero;
        for (var c = 0; c < width; c += Vector<float>.Count)
        {
            var centred = Vector.Load(row + c) - mean;
            squares = Vector.FusedMultiplyAdd(centred, centred, squares);
        }

        var inverse = 1 / MathF.Sqrt((Vector.Sum(squares) / width) + (float)ConvNeXtArchitecture.NormEpsilon);
        var scale = new Vector<float>(inverse);
        for (var c = 0; c < width; c += Vector<float>.Count)
            ((Vector.Load(row + c) - mean) * scale).Store(row + c);
        return inverse;
    }

    /// <summary>In place: gradient by the normalised row → gradient by the row before.</summary>
    /// <param name="gradient">width values.</param>
    /// <param name="normalised">What <see cref="Forward"/> left.</param>
    /// <param name="inverse">What <see cref="Forward"/> returned.</param>
    /// <param name="width">Number of channels.</param>
    public static void Backward(float* gradient, float* normalised, float inverse, int width)
    {
        Vector<float> sum = Vector<float>.Zero, product = Vector<float>.Zero;
        for (var c = 0; c < width; c += Vector<float>.Count)
        {
            var g = Vector.Load(gradient + c);
            sum += g;
            product = Vector.FusedMultiplyAdd(g, Vector.Load(normalised + c), product);
        }

        var (mean, slope, scale) = (new Vector<float>(Vector.Sum(sum) / width), new Vector<float>(-Vector.Sum(product) / width), new Vector<float>(inverse));
        for (var c = 0; c < width; c += Vector<float>.Count)
            (Vector.FusedMultiplyAdd(Vector.Load(normalised + c), slope, Vector.Load(gradient + c) - mean) * scale).Store(gradient + c);
    }

    /// <summary>target ← target + factor·row.</summary>
    public static void AddScaled(float* target, float* row, float factor, int width)
    {
        var scale = new Vector<float>(factor);
        for (var c = 0; c < width; c += Vector<float>.Count)
            Vector.FusedMultiplyAdd(Vector.Load(row + c), scale, Vector.Load(target + c)).Store(target + c);
    }
}
