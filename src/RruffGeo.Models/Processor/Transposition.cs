using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RruffGeo.Models;

/// <summary>Copies a matrix transposed, four rows by four columns at a time where the processor shuffles.</summary>
internal static unsafe class Transposition
{
    private const int Four = 4;

    /// <summary>target(j, i) ← from(i, j).</summary>
    /// <param name="from">First value of the source.</param>
    /// <param name="fromRow">Values from one of its rows to the next.</param>
    /// <param name="target">First value of the target.</param>
    /// <param name="targetRow">Values from one of its rows to the next.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(float* from, nint fromRow, float* target, nint targetRow, int rows, int columns)
    {
        var (wholeRows, wholeColumns) = Sse.IsSupported ? (rows - (rows % Four), columns - (columns % Four)) : (0, 0);
        for (var row = 0; row < wholeRows; row += Four)
            for (var column = 0; column < wholeColumns; column += Four)
                FourByFour(from + (row * fromRow) + column, fromRow, target + (column * targetRow) + row, targetRow);
        for (var row = 0; row < rows; row++)
            for (var column = row < wholeRows ? wholeColumns : 0; column < columns; column++)
                target[(column * targetRow) + row] = from[(row * fromRow) + column];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourByFour(float* from, nint fromRow, float* target, nint targetRow)
    {
        Vector128<float> r0 = Vector128.Load(from), r1 = Vector128.Load(from + fromRow), r2 = Vector128.Load(from + (2 * fromRow)), r3 = Vector128.Load(from + (3 * fromRow));
        Vector128<float> upperLeft = Sse.UnpackLow(r0, r1), lowerLeft = Sse.UnpackLow(r2, r3), upperRight = Sse.UnpackHigh(r0, r1), lowerRight = Sse.UnpackHigh(r2, r3);
        Sse.MoveLowToHigh(upperLeft, lowerLeft).Store(target);
        Sse.MoveHighToLow(lowerLeft, upperLeft).Store(target + targetRow);
        Sse.MoveLowToHigh(upperRight, lowerRight).Store(target + (2 * targetRow));
        Sse.MoveHighToLow(lowerRight, upperRight).Store(target + (3 * targetRow));
    }
}
