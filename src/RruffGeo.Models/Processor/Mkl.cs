using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using TorchSharp;

namespace RruffGeo.Models;

/// <summary>The matrix products of Intel's MKL that libtorch for Linux contains and exports, called without torch around them.</summary>
/// <remarks>
/// The same routine that torch calls for float32. Torch's own product of bfloat16 rounds its result to bfloat16 as well; MKL's adds it to
/// float32, so that gradients by the weights are summed in full.
/// </remarks>
internal static unsafe class Mkl
{
    private static readonly delegate* unmanaged[Cdecl]<byte*, byte*, int*, int*, int*, float*, void*, int*, void*, int*, float*, float*, int*, void> Single =
        (delegate* unmanaged[Cdecl]<byte*, byte*, int*, int*, int*, float*, void*, int*, void*, int*, float*, float*, int*, void>)Find("SGEMM");

    private static readonly delegate* unmanaged[Cdecl]<byte*, byte*, int*, int*, int*, float*, void*, int*, void*, int*, float*, float*, int*, void> Brain =
        (delegate* unmanaged[Cdecl]<byte*, byte*, int*, int*, int*, float*, void*, int*, void*, int*, float*, float*, int*, void>)Find("GEMM_BF16BF16F32");

    private static readonly delegate* unmanaged[Cdecl]<int, int> SetThreadsOfThisThread = (delegate* unmanaged[Cdecl]<int, int>)Find("MKL_Set_Num_Threads_Local");

    /// <summary>True if products of <typeparamref name="T"/> are to be had here; those of <see cref="BFloat16"/> only where the processor multiplies it.</summary>
    public static bool Has<T>()
        where T : unmanaged => SetThreadsOfThisThread is not null && (typeof(T) == typeof(float) ? Single is not null : Brain is not null && HasTiles);

    /// <summary>True if this processor has matrix tiles for bfloat16 (AMX-BF16).</summary>
    private static bool HasTiles { get; } = Avx512F.IsSupported && X86Base.CpuId(0, 0).Eax >= 7 && (X86Base.CpuId(7, 0).Edx >> 22 & 1) == 1;

    /// <summary>c ← keep·c + op(a)·op(b), where op is nothing or transposes; on the calling thread alone.</summary>
    /// <param name="c">Target.</param>
    /// <param name="rows">Rows of it that are computed.</param>
    /// <param name="a">First factor, and whether it is transposed.</param>
    /// <param name="b">Second factor, and whether it is transposed.</param>
    /// <param name="inner">Length of each sum.</param>
    /// <param name="keep">Factor of what c holds; 0 forgets it, whatever it is.</param>
    public static void Multiply<T>(NativeMatrix<float> c, int rows, (NativeMatrix<T> Matrix, bool Transposed) a, (NativeMatrix<T> Matrix, bool Transposed) b, int inner, float keep)
        where T : unmanaged
    {
        // MKL's matrices are column-major: there c is its transpose, and cᵀ = op(b)ᵀ·op(a)ᵀ.
        byte ofA = Letter(a.Transposed), ofB = Letter(b.Transposed);
        var one = 1f;
        var (columns, rowA, rowB) = (c.Columns, a.Matrix.Columns, b.Matrix.Columns);
        var before = SetThreadsOfThisThread(1);
        (typeof(T) == typeof(float) ? Single : Brain)(&ofB, &ofA, &columns, &rows, &inner, &one, b.Matrix.Data, &rowB, a.Matrix.Data, &rowA, &keep, c.Data, &columns);
        SetThreadsOfThisThread(before);
    }

    private static byte Letter(bool transposed) => (byte)(transposed ? 'T' : 'N');

    private static void* Find(string name) => TorchRuntime.ProcessorLibrary is { } library && NativeLibrary.TryGetExport(library, name, out var address) ? (void*)address : null;
}
