namespace RruffGeo.Models;

/// <summary>Turns tiles of h to s·GELU(h + bias), and writes s·GELU'(h + bias).</summary>
/// <param name="derivative">Receives the derivatives.</param>
/// <param name="bias">A value a column.</param>
/// <param name="branch">s, one a sample; empty: 1.</param>
/// <param name="length">Rows of a sample.</param>
internal readonly unsafe ref struct GeluFinish(Panels derivative, NativeMatrix<float> bias, ReadOnlySpan<float> branch, int length) : ITileFinish
{
    private readonly Panels derivative = derivative;
    private readonly NativeMatrix<float> bias = bias;
    private readonly ReadOnlySpan<float> branch = branch;
    private readonly int length = length;

    /// <inheritdoc/>
    public void Run(float* tile, int panel, int row, int rows)
    {
        var columns = derivative.Columns;
        for (var end = row + rows; row < end;)
        {
            var sample = row / length;
            var count = Math.Min(end, (sample + 1) * length) - row;
            Gelu.Forward(tile, tile, derivative.Row(panel, row), bias.Data + (panel * columns), count, columns, BlockPass.Kept(branch, sample));
            row += count;
            tile += count * columns;
        }
    }
}

/// <summary>Turns tiles of the gradient by activations to that by what was activated, and adds their column sums to the gradient by the bias.</summary>
/// <param name="derivative">Of the activation.</param>
/// <param name="bias">A value a column.</param>
internal readonly unsafe struct GeluBackwardFinish(Panels derivative, NativeMatrix<float> bias) : ITileFinish
{
    /// <inheritdoc/>
    public void Run(float* tile, int panel, int row, int rows)
    {
        Prefetch.Near(derivative.Row(panel, row + rows), derivative.Columns, rows, derivative.Columns);
        Gelu.Backward(tile, derivative.Row(panel, row), tile, bias.Data + (panel * derivative.Columns), rows, derivative.Columns);
    }
}
