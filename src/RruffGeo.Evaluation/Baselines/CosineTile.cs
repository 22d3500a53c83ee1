using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RruffGeo.Evaluation;

/// <summary>Scalar products of four rows with three: as many accumulators as registers hold, so that arithmetic and not memory is the limit.</summary>
/// <remarks>Vectors have eight lanes on every machine and every product adds in the same order, so that equal rows give equal bits wherever they stand.</remarks>
internal static class CosineTile
{
    /// <summary>Rows on the left of a tile.</summary>
    public const int Left = 4;

    /// <summary>Rows on the right of a tile.</summary>
    public const int Right = 3;

    /// <summary>Lanes of a vector; the length of rows is a multiple of it.</summary>
    public const int Lanes = 8;

    /// <summary>Computes products[3·l + r] = ⟨left row l, right row r⟩.</summary>
    /// <param name="left">Four rows one after the other.</param>
    /// <param name="right">Three rows one after the other.</param>
    /// <param name="length">Length of a row, a multiple of eight.</param>
    /// <param name="products">Receives twelve products.</param>
    public static void Multiply(ReadOnlySpan<float> left, ReadOnlySpan<float> right, int length, Span<float> products)
    {
        ref var l = ref MemoryMarshal.GetReference(left[..(Left * length)]);
        ref var r = ref MemoryMarshal.GetReference(right[..(Right * length)]);
        nuint n = (nuint)length, n2 = 2 * n, n3 = 3 * n;
        Vector256<float> s00 = default, s01 = default, s02 = default, s10 = default, s11 = default, s12 = default;
        Vector256<float> s20 = default, s21 = default, s22 = default, s30 = default, s31 = default, s32 = default;
        for (nuint i = 0; i < n; i += Lanes)
        {
            var r0 = Vector256.LoadUnsafe(ref r, i);
            var r1 = Vector256.LoadUnsafe(ref r, i + n);
            var r2 = Vector256.LoadUnsafe(ref r, i + n2);
            var x = Vector256.LoadUnsafe(ref l, i);
            s00 = Vector256.FusedMultiplyAdd(x, r0, s00);
            s01 = Vector256.FusedMultiplyAdd(x, r1, s01);
            s02 = Vector256.FusedMultiplyAdd(x, r2, s02);
            x = Vector256.LoadUnsafe(ref l, i + n);
            s10 = Vector256.FusedMultiplyAdd(x, r0, s10);
            s11 = Vector256.FusedMultiplyAdd(x, r1, s11);
            s12 = Vector256.FusedMultiplyAdd(x, r2, s12);
            x = Vector256.LoadUnsafe(ref l, i + n2);
            s20 = Vector256.FusedMultiplyAdd(x, r0, s20);
            s21 = Vector256.FusedMultiplyAdd(x, r1, s21);
            s22 = Vector256.FusedMultiplyAdd(x, r2, s22);
            x = Vector256.LoadUnsafe(ref l, i + n3);
            s30 = Vector256.FusedMultiplyAdd(x, r0, s30);
            s31 = Vector256.FusedMultiplyAdd(x, r1, s31);
            s32 = Vector256.FusedMultiplyAdd(x, r2, s32);
        }

        products[11] = Sum(s32);
        (products[0], products[1], products[2]) = (Sum(s00), Sum(s01), Sum(s02));
        (products[3], products[4], products[5]) = (Sum(s10), Sum(s11), Sum(s12));
        (products[6], products[7], products[8]) = (Sum(s20), Sum(s21), Sum(s22));
        (products[9], products[10]) = (Sum(s30), Sum(s31));
    }

    /// <summary>Adds the lanes in an order of our own: the framework's may differ between processors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(Vector256<float> lanes)
    {
        var four = lanes.GetLower() + lanes.GetUpper();
        var two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        return two.ToScalar() + two.GetElement(1);
    }
}
