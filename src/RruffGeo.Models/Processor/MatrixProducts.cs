using static TorchSharp.torch;

namespace RruffGeo.Models;

/// <summary>Products of matrices, added to a float32 matrix: by MKL inside libtorch where this exports it, float32 ones else by torch.</summary>
internal static unsafe class MatrixProducts
{
    /// <summary>target ← <paramref name="keep"/>·target + a·b, over the first <paramref name="rows"/> rows of target and a.</summary>
    public static void Multiply<T>(this NativeMatrix<float> target, int rows, NativeMatrix<T> a, NativeMatrix<T> b, float keep)
        where T : unmanaged
    {
        if (Mkl.Has<T>())
            Mkl.Multiply(target, rows, (a, false), (b, false), b.Rows, keep);
        else
            Add(target.Top(rows).Plain, a.Top(rows).Plain, b.Top(b.Rows).Plain, keep);
    }

    /// <summary>target ← <paramref name="keep"/>·target + a·bᵀ, over the first <paramref name="rows"/> rows of target and a.</summary>
    public static void MultiplyTransposed<T>(this NativeMatrix<float> target, int rows, NativeMatrix<T> a, NativeMatrix<T> b, float keep)
        where T : unmanaged
    {
        if (Mkl.Has<T>())
            Mkl.Multiply(target, rows, (a, false), (b, true), b.Columns, keep);
        else
            Add(target.Top(rows).Plain, a.Top(rows).Plain, b.Top(b.Rows).Transposed, keep);
    }

    /// <summary>target ← target + aᵀ·b, over the first <paramref name="rows"/> rows of a and b.</summary>
    public static void AddOuter<T>(this NativeMatrix<float> target, int rows, NativeMatrix<T> a, NativeMatrix<T> b)
        where T : unmanaged
    {
        if (Mkl.Has<T>())
            Mkl.Multiply(target, target.Rows, (a, true), (b, false), rows, 1);
        else
            Add(target.Top(target.Rows).Plain, a.Top(rows).Transposed, b.Top(rows).Plain, 1);
    }

    private static void Add(Tensor target, Tensor a, Tensor b, float keep)
    {
        using var mode = no_grad();
        target.addmm_(a, b, keep, 1);
    }
}
