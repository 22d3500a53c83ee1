using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace RruffGeo.Models;

/// <summary>Where the matrices of a pass lie: side by side in large pieces of memory, which the system is asked to map by large pages.</summary>
/// <remarks>A pass walks through more memory, again and again, than the processor's table of small pages covers. Disposing this disposes all it gave.</remarks>
internal sealed unsafe partial class PassMemory : IDisposable
{
    private const int PieceBytes = 32 << 20, LargePage = 2 << 20, Line = 64, AskForLargePages = 14;
    private readonly List<IDisposable> given = [];
    private readonly Dictionary<ScalarType, (Tensor Piece, long Used)> pieces = [];

    /// <summary>A matrix of zeros.</summary>
    public NativeMatrix<T> Take<T>(int rows, int columns)
        where T : unmanaged
    {
        var type = typeof(T) == typeof(float) ? ScalarType.Float32 : ScalarType.BFloat16;
        var count = (long)rows * columns;
        if (!pieces.TryGetValue(type, out var at) || at.Used + count > at.Piece.shape[0])
            at = (NewPiece(type, sizeof(T), Math.Max(PieceBytes / sizeof(T), count)), 0);
        pieces[type] = (at.Piece, at.Used + ((count * sizeof(T)) + Line - 1) / Line * Line / sizeof(T));
        var matrix = Keep(new NativeMatrix<T>(at.Piece, at.Used, rows, columns));
        matrix.Values.Clear();
        return matrix;
    }

    /// <summary>The values of <paramref name="matrix"/> from <paramref name="first"/> on as a matrix of other sizes.</summary>
    public NativeMatrix<T> Part<T>(NativeMatrix<T> matrix, long first, int rows, int columns)
        where T : unmanaged
    {
        using var flat = matrix.Flat();
        return Keep(new NativeMatrix<T>(flat, first, rows, columns));
    }

    /// <inheritdoc/>
    public void Dispose() => given.ForEach(part => part.Dispose());

    private TPart Keep<TPart>(TPart part)
        where TPart : IDisposable
    {
        given.Add(part);
        return part;
    }

    /// <summary>A piece of at least so many values that begins with a large page.</summary>
    private Tensor NewPiece(ScalarType type, int valueBytes, long count)
    {
        var whole = Keep(empty(count + (LargePage / valueBytes), type).DetachFromDisposeScope());
        var address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(whole.bytes));
        var skipped = (LargePage - (address % LargePage)) % LargePage;
        if (OperatingSystem.IsLinux())
            _ = Advise(address + skipped, (nuint)(count * valueBytes), AskForLargePages);
        return Keep(whole.narrow(0, skipped / valueBytes, count).DetachFromDisposeScope());
    }

    /// <summary><c>madvise</c>. Where it refuses, memory is as it was.</summary>
    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);
}
