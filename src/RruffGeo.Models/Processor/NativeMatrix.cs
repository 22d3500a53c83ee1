using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace RruffGeo.Models;

/// <summary>A float32 matrix in torch's memory that our kernels reach through a pointer and torch multiplies.</summary>
internal sealed unsafe class NativeMatrix : IDisposable
{
    private readonly Dictionary<int, (Tensor Plain, Tensor Transposed)> tops = [];
    private readonly Tensor all;

    /// <summary>A matrix of zeros.</summary>
    public NativeMatrix(int rows, int columns)
    {
        all = zeros(rows, columns).DetachFromDisposeScope();
        (Rows, Columns) = (rows, columns);
        Data = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(all.bytes));
    }

    /// <summary>A matrix over <paramref name="first"/> and the following values of a flat tensor, which stays its owner's.</summary>
    public NativeMatrix(Tensor flat, long first, int rows, int columns)
    {
        using var scope = NewDisposeScope();
        all = flat.detach().narrow(0, first, (long)rows * columns).view(rows, columns).DetachFromDisposeScope();
        (Rows, Columns) = (rows, columns);
        Data = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(all.bytes));
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>First value; row-major.</summary>
    public float* Data { get; }

    /// <summary>All values.</summary>
    public Span<float> Values => new(Data, Rows * Columns);

    /// <summary>Row <paramref name="row"/>.</summary>
    public float* Row(int row) => Data + ((long)row * Columns);

    /// <summary>this ← <paramref name="keep"/>·this + a·b, over the first <paramref name="rows"/> rows of this and a.</summary>
    public void Multiply(int rows, NativeMatrix a, NativeMatrix b, float keep) => Add(Top(rows).Plain, a.Top(rows).Plain, b.Top(b.Rows).Plain, keep);

    /// <summary>this ← <paramref name="keep"/>·this + a·bᵀ, over the first <paramref name="rows"/> rows of this and a.</summary>
    public void MultiplyTransposed(int rows, NativeMatrix a, NativeMatrix b, float keep) => Add(Top(rows).Plain, a.Top(rows).Plain, b.Top(b.Rows).Transposed, keep);

    /// <summary>this ← this + aᵀ·b, over the first <paramref name="rows"/> rows of a and b.</summary>
    public void AddOuter(int rows, NativeMatrix a, NativeMatrix b) => Add(Top(Rows).Plain, a.Top(rows).Transposed, b.Top(rows).Plain, 1);

    /// <summary>The same memory, or the beginning of it, as a matrix of other sizes.</summary>
    public NativeMatrix Reshaped(int rows, int columns)
    {
        using var flat = all.view(-1);
        return new(flat, 0, rows, columns);
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

    private static void Add(Tensor target, Tensor a, Tensor b, float keep)
    {
        using var mode = no_grad();
        target.addmm_(a, b, keep, 1);
    }

    private (Tensor Plain, Tensor Transposed) Top(int rows)
    {
        lock (tops)
        {
            if (tops.TryGetValue(rows, out var top))
                return top;
            var plain = all.narrow(0, 0, rows).DetachFromDisposeScope();
            return tops[rows] = (plain, plain.t().DetachFromDisposeScope());
        }
    }
}
