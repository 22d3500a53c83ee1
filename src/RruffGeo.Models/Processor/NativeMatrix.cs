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

    /// <summary>A matrix of zeros.</summary>
    public NativeMatrix(int rows, int columns)
        : this(zeros((long)rows * columns, typeof(T) == typeof(float) ? ScalarType.Float32 : ScalarType.BFloat16), 0, rows, columns, owned: true)
    {
    }

    /// <summary>A matrix over <paramref name="first"/> and the following values of a flat tensor, which stays its owner's.</summary>
    public NativeMatrix(Tensor flat, long first, int rows, int columns)
        : this(flat, first, rows, columns, owned: false)
    {
    }

    private NativeMatrix(Tensor flat, long first, int rows, int columns, bool owned)
    {
        using var scope = NewDisposeScope();
        all = flat.detach().narrow(0, first, (long)rows * columns).view(rows, columns).DetachFromDisposeScope();
        (Rows, Columns) = (rows, columns);
        Data = (T*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(all.bytes));
        if (owned)
            flat.Dispose();
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

    /// <summary>The same memory, or the beginning of it, as a matrix of other sizes.</summary>
    public NativeMatrix<T> Reshaped(int rows, int columns)
    {
        using var flat = all.view(-1);
        return new(flat, 0, rows, columns);
    }

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
