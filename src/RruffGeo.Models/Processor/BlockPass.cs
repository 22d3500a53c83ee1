namespace RruffGeo.Models;

/// <summary>One block (paper eq. 5) on a slice of samples, forwards and backwards.</summary>
internal sealed unsafe class BlockPass : IDisposable
{
    private readonly int length, width, hidden;
    private readonly NativeMatrix normalised, inverse, activation, derivative;

    /// <summary>Buffers for <paramref name="samples"/> samples of length × width features.</summary>
    public BlockPass(int samples, int length, int width)
    {
        (this.length, this.width, hidden) = (length, width, ConvNeXtArchitecture.Expansion * width);
        normalised = new(samples * length, width);
        inverse = new(samples * length, 1);
        activation = new(samples * length, hidden);
        derivative = new(samples * length, hidden);
    }

    /// <summary>next ← x + s·(γ·W₂·GELU(W₁·LN(DW(x)))), with what going backwards needs kept.</summary>
    /// <param name="weights">Folded weights.</param>
    /// <param name="x">Input features.</param>
    /// <param name="next">Receives the output features.</param>
    /// <param name="factors">s, one a sample: what stochastic depth leaves of its branch. Empty: 1.</param>
    /// <param name="samples">Samples of the slice.</param>
    public void Forward(FoldedBlock weights, NativeMatrix x, NativeMatrix next, ReadOnlySpan<float> factors, int samples)
    {
        var rows = samples * length;
        for (var sample = 0; sample < samples; sample++)
            Depthwise.Forward(x.Row(sample * length), normalised.Row(sample * length), weights.Depthwise.Data, weights.DepthwiseBias.Data, length, width);
        for (var row = 0; row < rows; row++)
            inverse.Data[row] = RowNorm.Forward(normalised.Row(row), width);
        activation.MultiplyTransposed(rows, normalised, weights.Expand, keep: 0);
        for (var sample = 0; sample < samples; sample++)
        {
            var (first, s) = (sample * length, factors.IsEmpty ? 1 : factors[sample]);
            Gelu.Forward(activation.Row(first), derivative.Row(first), weights.ExpandBias.Data, length, hidden, s);
            for (var row = first; row < first + length; row++)
                RowNorm.Sum(x.Row(row), weights.ProjectBias.Data, s, next.Row(row), width);
        }

        next.MultiplyTransposed(rows, activation, weights.Project, keep: 1);
    }

    /// <summary>Turns the gradient by the output into that by the input, in place, and adds the gradients by the weights.</summary>
    /// <param name="weights">Folded weights.</param>
    /// <param name="gradients">Gradients by the folded weights, added to.</param>
    /// <param name="x">Input features, as in <see cref="Forward"/>.</param>
    /// <param name="gradient">By the output before, by the input after.</param>
    /// <param name="scratch">Two buffers, of rows × hidden and rows × width.</param>
    /// <param name="factors">As in <see cref="Forward"/>.</param>
    /// <param name="samples">Samples of the slice.</param>
    public void Backward(
        FoldedBlock weights, FoldedBlock gradients, NativeMatrix x, NativeMatrix gradient, (NativeMatrix Hidden, NativeMatrix Narrow) scratch,
        ReadOnlySpan<float> factors, int samples)
    {
        var rows = samples * length;
        for (var row = 0; row < rows; row++)
            RowNorm.AddScaled(gradients.ProjectBias.Data, gradient.Row(row), factors.IsEmpty ? 1 : factors[row / length], width);
        gradients.Project.AddOuter(rows, gradient, activation);
        scratch.Hidden.Multiply(rows, gradient, weights.Project, keep: 0);
        Gelu.Backward(scratch.Hidden.Data, derivative.Data, gradients.ExpandBias.Data, rows, hidden);
        gradients.Expand.AddOuter(rows, scratch.Hidden, normalised);
        scratch.Narrow.Multiply(rows, scratch.Hidden, weights.Expand, keep: 0);
        for (var row = 0; row < rows; row++)
            RowNorm.Backward(scratch.Narrow.Row(row), normalised.Row(row), inverse.Data[row], width);
        for (var sample = 0; sample < samples; sample++)
            Depthwise.Backward(
                x.Row(sample * length), scratch.Narrow.Row(sample * length), weights.Depthwise.Data, gradient.Row(sample * length),
                gradients.Depthwise.Data, gradients.DepthwiseBias.Data, length, width);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        normalised.Dispose();
        inverse.Dispose();
        activation.Dispose();
        derivative.Dispose();
    }
}
