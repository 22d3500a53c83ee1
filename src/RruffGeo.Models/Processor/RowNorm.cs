using System.Runtime.Intrinsics;

namespace RruffGeo.Models;

/// <summary>LayerNorm over the channels of each row, without its affine part, which is folded into the linear map that follows.</summary>
internal static unsafe class RowNorm
{
    /// <summary>In place: row ← (row − mean)/√(variance + ε), variance with 1/n.</summary>
    /// <returns>1/√(variance + ε), which <see cref="Backward"/> needs.</returns>
    public static float Forward(float* row, int width)
    {
        var sum = Vector512<float>.Zero;
        for (var c = 0; c < width; c += Vector512<float>.Count)
            sum += Vector512.Load(row + c);
        var mean = Vector512.Create(Vector512.Sum(sum) / width);
        var squares = Vector512<float>.Zero;
        for (var c = 0; c < width; c += Vector512<float>.Count)
        {
            var centred = Vector512.Load(row + c) - mean;
            squares = Vector512.FusedMultiplyAdd(centred, centred, squares);
        }

        var inverse = 1 / MathF.Sqrt((Vector512.Sum(squares) / width) + (float)ConvNeXtArchitecture.NormEpsilon);
        var scale = Vector512.Create(inverse);
        for (var c = 0; c < width; c += Vector512<float>.Count)
            ((Vector512.Load(row + c) - mean) * scale).Store(row + c);
        return inverse;
    }

    /// <summary>In place: gradient by the normalised row → gradient by the row before.</summary>
    /// <param name="gradient">width values.</param>
    /// <param name="normalised">What <see cref="Forward"/> left.</param>
    /// <param name="inverse">What <see cref="Forward"/> returned.</param>
    /// <param name="width">Number of channels.</param>
    public static void Backward(float* gradient, float* normalised, float inverse, int width)
    {
        Vector512<float> sum = Vector512<float>.Zero, product = Vector512<float>.Zero;
        for (var c = 0; c < width; c += Vector512<float>.Count)
        {
            var g = Vector512.Load(gradient + c);
            sum += g;
            product = Vector512.FusedMultiplyAdd(g, Vector512.Load(normalised + c), product);
        }

        var (mean, slope, scale) = (Vector512.Create(Vector512.Sum(sum) / width), Vector512.Create(-Vector512.Sum(product) / width), Vector512.Create(inverse));
        for (var c = 0; c < width; c += Vector512<float>.Count)
            (Vector512.FusedMultiplyAdd(Vector512.Load(normalised + c), slope, Vector512.Load(gradient + c) - mean) * scale).Store(gradient + c);
    }

    /// <summary>target ← target + factor·row.</summary>
    public static void AddScaled(float* target, float* row, float factor, int width)
    {
        var scale = Vector512.Create(factor);
        for (var c = 0; c < width; c += Vector512<float>.Count)
            Vector512.FusedMultiplyAdd(Vector512.Load(row + c), scale, Vector512.Load(target + c)).Store(target + c);
    }

    /// <summary>target ← a + factor·b.</summary>
    public static void Sum(float* a, float* b, float factor, float* target, int width)
    {
        var scale = Vector512.Create(factor);
        for (var c = 0; c < width; c += Vector512<float>.Count)
            Vector512.FusedMultiplyAdd(Vector512.Load(b + c), scale, Vector512.Load(a + c)).Store(target + c);
    }
}
