using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RruffGeo.Models;

/// <summary>A product of float32 matrices by tiles of 6 rows and 64 columns, or 12 and 32, whose sums stay in 24 registers of sixteen values.</summary>
/// <remarks>
/// A library packs both factors anew for each product, and gives back the whole. Here weights are packed once a step, activations come
/// packed out of the product before, and a tile is finished while it is in the first cache. A sum has one order, whatever the rows.
/// Kernels are optimised when they are first called: the runtime's first, plain version would take seconds of a short training.
/// </remarks>
internal static unsafe class TiledProduct
{
    // Rows of a panel that are used for all tiles before the next: 32 KiB of 64 columns.
    private const int Depth = 128;

    /// <summary>target ← a·b, or target ← target + a·b.</summary>
    /// <param name="a">First factor.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="b">Second factor; its first rows, as many as a has columns.</param>
    /// <param name="target">rows × all columns of b.</param>
    /// <param name="finish">Takes each tile.</param>
    public static void Run<TFinish>(in TileFactor a, int rows, Panels b, in TileTarget target, TFinish finish)
        where TFinish : ITileFinish, allows ref struct
    {
        if (b.Columns == TwoRowsOf64.Columns)
            Run<TwoRowsOf64, TFinish>(a, rows, b, target, finish);
        else
            Run<FourRowsOf32, TFinish>(a, rows, b, target, finish);
    }

    /// <summary>As the other, with nothing done with a tile.</summary>
    public static void Run(in TileFactor a, int rows, Panels b, in TileTarget target) => Run(a, rows, b, target, default(NoFinish));

    private static void Run<TRows, TFinish>(in TileFactor a, int rows, Panels b, in TileTarget target, TFinish finish)
        where TRows : struct, ITileRows
        where TFinish : ITileFinish, allows ref struct
    {
        for (var panel = 0; panel < b.Count; panel++)
            for (var first = 0; first < a.Columns; first += Depth)
            {
                var (part, last) = (a.Part(first, Math.Min(Depth, a.Columns - first)), first + Depth >= a.Columns);
                var tiles = new TileTarget(target.Data + (panel * target.Apart), target.Row, 0, target.Add || first > 0);
                if (last)
                    Piece<TRows, TFinish>(part, rows, b.Row(panel, first), tiles, panel, finish);
                else
                    Piece<TRows, NoFinish>(part, rows, b.Row(panel, first), tiles, panel, default);
            }
    }

    /// <summary>The product with one piece of a panel, which stays in the first cache.</summary>
    private static void Piece<TRows, TFinish>(in TileFactor a, int rows, float* piece, in TileTarget target, int panel, TFinish finish)
        where TRows : struct, ITileRows
        where TFinish : ITileFinish, allows ref struct
    {
        // Meanwhile the next piece is fetched into the second cache, some of it for each tile.
        nint fetched = TRows.Columns * sizeof(float) / Math.Max(2, rows / (3 * TRows.Rows));
        var ahead = (byte*)(piece + (a.Columns * TRows.Columns));
        float* tile = target.Data, from = a.Data;
        for (var row = 0; row < rows;)
        {
            var taken = rows - row >= 3 * TRows.Rows ? 3 * TRows.Rows : rows - row >= TRows.Rows ? TRows.Rows : 1;
            if (taken == 3 * TRows.Rows)
            {
                if (target.Add)
                    Prefetch.Near(tile + (taken * target.Row), target.Row, taken, TRows.Columns);
                if (a.Step == 1)
                    Three<TRows, AlongRows>(a, from, piece, tile, target, ahead, fetched);
                else
                    Three<TRows, AcrossRows>(a, from, piece, tile, target, ahead, fetched);
                ahead += a.Columns * fetched;
            }
            else if (taken == TRows.Rows)
                One<TRows>(a, from, piece, tile, target);
            else
                Single<TRows>(a, from, piece, tile, target);
            finish.Run(tile, panel, row, taken);
            row += taken;
            tile += taken * target.Row;
            from += taken * a.Row;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* Fetch(byte* ahead, nint step)
    {
        Prefetch.Second(ahead);
        return ahead + step;
    }

    /// <summary>A tile of three times as many rows as <typeparamref name="TRows"/> has, four columns of the first factor at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Three<TRows, TWalk>(in TileFactor factor, float* data, float* panel, float* tile, in TileTarget target, byte* ahead, nint fetched)
        where TRows : struct, ITileRows
        where TWalk : struct, ITileWalk
    {
        TRows first = default, second = default, third = default;
        nint row = TWalk.Row(factor), step = TWalk.Step(factor);
        for (var segment = 0; segment < factor.Segments; segment++, data += factor.Apart)
        {
            float* a = data, a1 = a + (TRows.Rows * row), a2 = a1 + (TRows.Rows * row);
            var left = factor.Inner;
            for (; left >= 4; left -= 4)
            {
                var values = new PanelRow(panel, 0, TRows.Columns);
                first.AddOuter(a, row, 0, in values);
                second.AddOuter(a1, row, 0, in values);
                third.AddOuter(a2, row, 0, in values);
                ahead = Fetch(ahead, fetched);
                values = new PanelRow(panel, TRows.Columns, TRows.Columns);
                first.AddOuter(a, row, step, in values);
                second.AddOuter(a1, row, step, in values);
                third.AddOuter(a2, row, step, in values);
                ahead = Fetch(ahead, fetched);
                values = new PanelRow(panel, 2 * TRows.Columns, TRows.Columns);
                first.AddOuter(a, row, 2 * step, in values);
                second.AddOuter(a1, row, 2 * step, in values);
                third.AddOuter(a2, row, 2 * step, in values);
                ahead = Fetch(ahead, fetched);
                values = new PanelRow(panel, 3 * TRows.Columns, TRows.Columns);
                first.AddOuter(a, row, 3 * step, in values);
                second.AddOuter(a1, row, 3 * step, in values);
                third.AddOuter(a2, row, 3 * step, in values);
                ahead = Fetch(ahead, fetched);
                a += 4 * step;
                a1 += 4 * step;
                a2 += 4 * step;
                panel += 4 * TRows.Columns;
            }

            for (; left > 0; left--, panel += TRows.Columns)
            {
                var values = new PanelRow(panel, 0, TRows.Columns);
                first.AddOuter(a, row, 0, in values);
                second.AddOuter(a1, row, 0, in values);
                third.AddOuter(a2, row, 0, in values);
                a += step;
                a1 += step;
                a2 += step;
            }
        }

        first.Store(tile, target.Row, target.Add);
        second.Store(tile + (TRows.Rows * target.Row), target.Row, target.Add);
        third.Store(tile + (2 * TRows.Rows * target.Row), target.Row, target.Add);
    }

    /// <summary>A tile of as many rows as <typeparamref name="TRows"/> has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One<TRows>(in TileFactor factor, float* data, float* panel, float* tile, in TileTarget target)
        where TRows : struct, ITileRows
    {
        TRows all = default;
        nint row = factor.Row, step = factor.Step;
        for (var segment = 0; segment < factor.Segments; segment++, data += factor.Apart)
        {
            var a = data;
            for (var left = factor.Inner; left > 0; left--, panel += TRows.Columns)
            {
                all.AddOuter(a, row, 0, new PanelRow(panel, 0, TRows.Columns));
                a += step;
            }
        }

        all.Store(tile, target.Row, target.Add);
    }

    /// <summary>A tile of one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Single<TRows>(in TileFactor factor, float* data, float* panel, float* tile, in TileTarget target)
        where TRows : struct, ITileRows
    {
        for (var column = 0; column < TRows.Columns; column += Vector512<float>.Count)
        {
            var sum = Vector512<float>.Zero;
            float* a = data, values = panel + column;
            for (var segment = 0; segment < factor.Segments; segment++, a += factor.Apart)
                for (nint k = 0; k < factor.Inner; k++, values += TRows.Columns)
                    sum = Vector512.FusedMultiplyAdd(Vector512.Create(a[k * factor.Step]), Vector512.Load(values), sum);
            (target.Add ? sum + Vector512.Load(tile + column) : sum).Store(tile + column);
        }
    }
}
