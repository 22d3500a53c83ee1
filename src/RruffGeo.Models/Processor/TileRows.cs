using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RruffGeo.Models;

/// <summary>Some rows of a tile, summed in eight registers.</summary>
internal unsafe interface ITileRows
{
    /// <summary>Rows.</summary>
    static abstract int Rows { get; }

    /// <summary>Columns.</summary>
    static abstract int Columns { get; }

    /// <summary>Adds the products of a value of each row, found at values + offset and from there <paramref name="stride"/> apart, with a row of a panel.</summary>
    void AddOuter(float* values, nint stride, nint offset, in PanelRow row);

    /// <summary>target ← the sums, or target ← target + the sums.</summary>
    void Store(float* target, nint stride, bool add);
}

/// <summary>A row of a panel, in two or four registers.</summary>
internal readonly unsafe struct PanelRow
{
    private const int Vector = 16;

    /// <summary>The row at <paramref name="panel"/> + <paramref name="offset"/>; of 32 columns, the last two vectors stay empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PanelRow(float* panel, int offset, int columns)
    {
        First = Vector512.Load(panel + offset);
        Second = Vector512.Load(panel + offset + Vector);
        if (columns == 2 * Vector)
            return;
        Third = Vector512.Load(panel + offset + (2 * Vector));
        Fourth = Vector512.Load(panel + offset + (3 * Vector));
    }

    /// <summary>Columns 0 to 15.</summary>
    public Vector512<float> First { get; }

    /// <summary>Columns 16 to 31.</summary>
    public Vector512<float> Second { get; }

    /// <summary>Columns 32 to 47.</summary>
    public Vector512<float> Third { get; }

    /// <summary>Columns 48 to 63.</summary>
    public Vector512<float> Fourth { get; }
}

/// <summary>Two rows of 64 columns.</summary>
internal unsafe struct TwoRowsOf64 : ITileRows
{
    private Vector512<float> upper0, upper1, upper2, upper3, lower0, lower1, lower2, lower3;

    /// <inheritdoc/>
    public static int Rows => 2;

    /// <inheritdoc/>
    public static int Columns => 64;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddOuter(float* values, nint stride, nint offset, in PanelRow row)
    {
        // One sum after the other: sums that are assigned together cost moves between registers.
        var value = Vector512.Create(values[offset]);
        upper0 = Vector512.FusedMultiplyAdd(value, row.First, upper0);
        upper1 = Vector512.FusedMultiplyAdd(value, row.Second, upper1);
        upper2 = Vector512.FusedMultiplyAdd(value, row.Third, upper2);
        upper3 = Vector512.FusedMultiplyAdd(value, row.Fourth, upper3);
        value = Vector512.Create((values + stride)[offset]);
        lower0 = Vector512.FusedMultiplyAdd(value, row.First, lower0);
        lower1 = Vector512.FusedMultiplyAdd(value, row.Second, lower1);
        lower2 = Vector512.FusedMultiplyAdd(value, row.Third, lower2);
        lower3 = Vector512.FusedMultiplyAdd(value, row.Fourth, lower3);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* target, nint stride, bool add)
    {
        TileRow.Store(target, upper0, upper1, add);
        TileRow.Store(target + 32, upper2, upper3, add);
        TileRow.Store(target + stride, lower0, lower1, add);
        TileRow.Store(target + stride + 32, lower2, lower3, add);
    }
}

/// <summary>Four rows of 32 columns.</summary>
internal unsafe struct FourRowsOf32 : ITileRows
{
    private Vector512<float> left0, right0, left1, right1, left2, right2, left3, right3;

    /// <inheritdoc/>
    public static int Rows => 4;

    /// <inheritdoc/>
    public static int Columns => 32;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddOuter(float* values, nint stride, nint offset, in PanelRow row)
    {
        var value = Vector512.Create(values[offset]);
        left0 = Vector512.FusedMultiplyAdd(value, row.First, left0);
        right0 = Vector512.FusedMultiplyAdd(value, row.Second, right0);
        value = Vector512.Create((values + stride)[offset]);
        left1 = Vector512.FusedMultiplyAdd(value, row.First, left1);
        right1 = Vector512.FusedMultiplyAdd(value, row.Second, right1);
        value = Vector512.Create((values + (2 * stride))[offset]);
        left2 = Vector512.FusedMultiplyAdd(value, row.First, left2);
        right2 = Vector512.FusedMultiplyAdd(value, row.Second, right2);
        value = Vector512.Create((values + (3 * stride))[offset]);
        left3 = Vector512.FusedMultiplyAdd(value, row.First, left3);
        right3 = Vector512.FusedMultiplyAdd(value, row.Second, right3);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* target, nint stride, bool add)
    {
        TileRow.Store(target, left0, right0, add);
        TileRow.Store(target + stride, left1, right1, add);
        TileRow.Store(target + (2 * stride), left2, right2, add);
        TileRow.Store(target + (3 * stride), left3, right3, add);
    }
}

/// <summary>Thirty-two values of a row.</summary>
internal static unsafe class TileRow
{
    /// <summary>target ← the values, or target ← target + the values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* target, Vector512<float> left, Vector512<float> right, bool add)
    {
        var second = target + Vector512<float>.Count;
        (add ? left + Vector512.Load(target) : left).Store(target);
        (add ? right + Vector512.Load(second) : right).Store(second);
    }
}
