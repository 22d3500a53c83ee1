namespace RruffGeo.Evaluation;

/// <summary>Finds the nearest training rows of every row by cosine similarity, under several protocols in one pass (SCIENCE 7).</summary>
public static class CosineNeighbours
{
    private const int BlockRows = 64;
    private const int PanelRows = 48;

    /// <summary>Compares all pairs of rows once.</summary>
    /// <param name="matrix">Intensities, rows one after the other, finite; any unit.</param>
    /// <param name="length">Length of a row, L ≥ 1.</param>
    /// <param name="foldsByProtocol">Fold of each row under each protocol. Training rows of a row are those of other folds.</param>
    /// <param name="neighbours">Neighbours to find for each row, ≥ 1.</param>
    /// <param name="finished">Told the number of rows done so far, from any thread.</param>
    /// <param name="cancellation">Checked once per block of 64 rows.</param>
    /// <returns>The nearest training rows; ties in float32 similarity go to the lower row.</returns>
    /// <remarks>All cores work; the result does not depend on how many there are. A zero row has similarity 0 to every row.</remarks>
    public static NearestNeighbours Find(
        ReadOnlySpan<float> matrix, int length, IReadOnlyList<int[]> foldsByProtocol, int neighbours,
        Action<int> finished, CancellationToken cancellation)
    {
        var rows = UnitRows.Of(matrix, length);
        if (foldsByProtocol.Any(folds => folds.Length != rows.Rows))
            throw new ArgumentException($"Expected a fold for each of {rows.Rows} rows.", nameof(foldsByProtocol));

        var best = new NearestNeighbours(foldsByProtocol, rows.Rows, neighbours);
        var blocks = (rows.Rows + BlockRows - 1) / BlockRows;
        var done = 0;
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellation }, block =>
        {
            var first = block * BlockRows;
            var end = Math.Min(first + BlockRows, rows.Rows);
            Search(rows, first, end, best);
            finished(Interlocked.Add(ref done, end - first));
        });
        return best;
    }

    /// <summary>Panels of right-hand rows stay in the second-level cache while all left-hand rows of the block pass over them.</summary>
    private static void Search(UnitRows rows, int first, int end, NearestNeighbours best)
    {
        Span<float> products = stackalloc float[CosineTile.Left * CosineTile.Right];
        for (var panel = 0; panel < rows.Rows; panel += PanelRows)
        {
            var panelEnd = Math.Min(panel + PanelRows, rows.Rows);
            for (var left = first; left < end; left += CosineTile.Left)
            {
                for (var right = panel; right < panelEnd; right += CosineTile.Right)
                {
                    CosineTile.Multiply(rows.From(left), rows.From(right), rows.Length, products);
                    Offer(products, left, end, right, panelEnd, best);
                }
            }
        }
    }

    private static void Offer(ReadOnlySpan<float> products, int left, int end, int right, int panelEnd, NearestNeighbours best)
    {
        var lefts = Math.Min(CosineTile.Left, end - left);
        var rights = Math.Min(CosineTile.Right, panelEnd - right);
        for (var l = 0; l < lefts; l++)
            for (var r = 0; r < rights; r++)
                best.Offer(left + l, right + r, products[CosineTile.Right * l + r]);
    }
}
