using static TorchSharp.torch;

namespace RruffGeo.Models;

/// <summary>Products of matrices, added to a float32 matrix: by MKL inside libtorch where this exports it, float32 ones else by torch.</summary>
internal static class MatrixProducts
{
    /// <summary>target ← <paramref name="keep"/>·target + a·b, over the first <paramref name="rows"/> rows of target and a.</summary>
    public static void Multiply<T>(this NativeMatrix<float> target, int rows, NativeMatrix<T> a, NativeMatrix<T> b, float keep)
        where T : unmanaged => Add(target, rows, (a, false), (b, false), b.Rows, keep);

    /// <summary>target ← <paramref name="keep"/>·target + a·bᵀ, over the first <paramref name="rows"/> rows of target and a.</summary>
    public static void MultiplyTransposed<T>(this NativeMatrix<float> target, int rows, NativeMatrix<T> a, NativeMatrix<T> b, float keep)
        where T : unmanaged => Add(target, rows, (a, false), (b, true), b.Columns, keep);

    /// <summary>target ← target + aᵀ·b, over the first <paramref name="rows"/> rows of a and b.</summary>
    public static void AddOuter<T>(this NativeMatrix<float> target, int rows, NativeMatrix<T> a, NativeMatrix<T> b)
        where T : unmanaged => Add(target, target.Rows, (a, true), (b, false), rows, 1);

    /// <summary>As <see cref="Mkl.Multiply"/>, by torch.</summary>
    internal static void ByTorch(
        NativeMatrix<float> c, int rows, (NativeMatrix<float> Matrix, bool Transposed) a, (NativeMatrix<float> Matrix, bool Transposed) b, int inner, float keep)
    {
        using var mode = no_grad();
        var first = a.Transposed ? a.Matrix.Top(inner).Transposed : a.Matrix.Top(rows).Plain;
        var second = b.Transposed ? b.Matrix.Top(b.Matrix.Rows).Transposed : b.Matrix.Top(inner).Plain;
        c.Top(rows).Plain.addmm_(first, second, keep, 1);
    }

    private static void Add<T>(NativeMatrix<float> c, int rows, (NativeMatrix<T> Matrix, bool Transposed) a, (NativeMatrix<T> Matrix, bool Transposed) b, int inner, float keep)
        where T : unmanaged
    {
        if (Mkl.Has<T>())
            Mkl.Multiply(c, rows, a, b, inner, keep);
        else
            ByTorch(c, rows, (a.Matrix.As<float>()!, a.Transposed), (b.Matrix.As<float>()!, b.Transposed), inner, keep);
    }
}
