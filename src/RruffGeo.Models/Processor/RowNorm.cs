using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RruffGeo.Models;

/// <summary>LayerNorm over the channels of each row, without its affine part, which is folded into the linear map that follows.</summary>
internal static unsafe class RowNorm
{
    /// <summary>Each row of target ← (row − mean)/√(variance + ε), variance with 1/n.</summary>
    /// <param name="from">rows × width; width a multiple of 16.</param>
    /// <param name="target">rows × width; may be <paramref name="from"/>.</param>
    /// <param name="inverse">Receives 1/√(variance + ε) of each row, which <see cref="Backward"/> needs.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="width">Number of channels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T>(float* from, T* target, float* inverse, int rows, int width)
        where T : unmanaged
    {
        for (var row = 0; row < rows; row++, from += width, target += width)
        {
            var sum = Vector512<float>.Zero;
            for (var c = 0; c < width; c += Vector512<float>.Count)
                sum += Vector512.Load(from + c);
            var mean = Vector512.Create(Vector512.Sum(sum) / width);
            var squares = Vector512<float>.Zero;
            for (var c = 0; c < width; c += Vector512<float>.Count)
            {
                var centred = Vector512.Load(from + c) - mean;
                squares = Vector512.FusedMultiplyAdd(centred, centred, squares);
            }

            inverse[row] = 1 / MathF.Sqrt((Vector512.Sum(squares) / width) + (float)ConvNeXtArchitecture.NormEpsilon);
            var scale = Vector512.Create(inverse[row]);
            for (var c = 0; c < width; c += Vector512<float>.Count)
                Sixteen.Store((Vector512.Load(from + c) - mean) * scale, target + c);
        }
    }

    /// <summary>In place: gradient by the normalised rows → gradient by the rows before.</summary>
    /// <param name="gradient">rows × width.</param>
    /// <param name="normalised">What <see cref="Forward"/> gave as target.</param>
    /// <param name="inverse">What it gave as such.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="width">Number of channels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<T>(float* gradient, T* normalised, float* inverse, int rows, int width)
        where T : unmanaged
    {
        for (var row = 0; row < rows; row++, gradient += width, normalised += width)
        {
            Vector512<float> sum = Vector512<float>.Zero, product = Vector512<float>.Zero;
            for (var c = 0; c < width; c += Vector512<float>.Count)
            {
                var g = Vector512.Load(gradient + c);
                sum += g;
                product = Vector512.FusedMultiplyAdd(g, Sixteen.Load(normalised + c), product);
            }

            var (mean, slope, scale) = (Vector512.Create(Vector512.Sum(sum) / width), Vector512.Create(-Vector512.Sum(product) / width), Vector512.Create(inverse[row]));
            for (var c = 0; c < width; c += Vector512<float>.Count)
                (Vector512.FusedMultiplyAdd(Sixteen.Load(normalised + c), slope, Vector512.Load(gradient + c) - mean) * scale).Store(gradient + c);
        }
    }
}
