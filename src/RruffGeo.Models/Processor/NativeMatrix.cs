using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace RruffGeo.Models;

/// <summary>A matrix in torch's memory that our kernels reach through a pointer.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="BFloat16"/>.</typeparam>
internal sealed unsafe class NativeMatrix<T> : IDisposable
    where T : unmanaged
{
    private readonly Dictionary<int, (Tensor Plain, Tensor Transposed)> tops = [];
    private readonly Tensor all;

    /// <summary>A matrix over <paramref name="first"/> and the following values of a flat tensor, which stays its owner's.</summary>
    public NativeMatrix(Tensor flat, long first, int rows, int columns)
    {
        using var scope = NewDisposeScope();
        all = flat.detach().narrow(0, first, (long)rows * columns).view(rows, columns).DetachFromDisposeScope();
        (Rows, Columns) = (rows, columns);
        Data = (T*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(all.bytes));
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>First value; row-major.</summary>
    public T* Data { get; }

    /// <summary>All values.</summary>
    public Span<T> Values => new(Data, Rows * Columns);

    /// <summary>Row <paramref name="row"/>.</summary>
    public T* Row(int row) => Data + ((long)row * Columns);

    /// <summary>This, if its values are of that type; else null.</summary>
    public NativeMatrix<TOther>? As<TOther>()
        where TOther : unmanaged => (object)this as NativeMatrix<TOther>;

    /// <summary>The values as torch knows them, in a row; the caller disposes it.</summary>
    public Tensor Flat() => all.view(-1);

    /// <summary>The first rows as torch knows them, and transposed.</summary>
    public (Tensor Plain, Tensor Transposed) Top(int rows)
    {
        lock (tops)
        {
            if (tops.TryGetValue(rows, out var top))
                return top;
            var plain = all.narrow(0, 0, rows).DetachFromDisposeScope();
            return tops[rows] = (plain, plain.t().DetachFromDisposeScope());
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (plain, transposed) in tops.Values)
        {
            transposed.Dispose();
            plain.Dispose();
        }

        all.Dispose();
    }
}
