using System.Runtime.Intrinsics;

namespace RruffGeo.Models;

/// <summary>Sums over rows whose length is a multiple of 16.</summary>
internal static unsafe class RowSums
{
    /// <summary>target ← target + factor·row.</summary>
    public static void AddScaled(float* target, float* row, float factor, int width)
    {
        var scale = Vector512.Create(factor);
        for (var c = 0; c < width; c += Vector512<float>.Count)
            Vector512.FusedMultiplyAdd(Vector512.Load(row + c), scale, Vector512.Load(target + c)).Store(target + c);
    }

    /// <summary>sum ← sum + factor·Σ from; <paramref name="copy"/> ← from.</summary>
    /// <param name="from">rows × width.</param>
    /// <param name="factor">Factor of the sum.</param>
    /// <param name="sum">width values.</param>
    /// <param name="copy">rows × width; may be <paramref name="from"/>.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="width">Values of a row.</param>
    public static void AddAll<T>(float* from, float factor, float* sum, T* copy, int rows, int width)
        where T : unmanaged
    {
        var scale = Vector512.Create(factor);
        for (var row = 0; row < rows; row++, from += width, copy += width)
            for (var c = 0; c < width; c += Vector512<float>.Count)
            {
                var value = Vector512.Load(from + c);
                Vector512.FusedMultiplyAdd(value, scale, Vector512.Load(sum + c)).Store(sum + c);
                if (typeof(T) != typeof(float))
                    Sixteen.Store(value, copy + c);
            }
    }
}
