using TorchSharp;

namespace RruffGeo.Models;

/// <summary>One block (paper eq. 5) on a slice of samples, forwards and backwards.</summary>
/// <typeparam name="T">Type of the factors of its matrix products, and so of what is kept for going backwards: <see cref="float"/> or <see cref="BFloat16"/>.</typeparam>
internal sealed unsafe class BlockPass<T>
    where T : unmanaged
{
    private readonly int length, width, hidden;
    private readonly NativeMatrix<T> normalised, activation, derivative;
    private readonly NativeMatrix<float> inverse;
    private readonly BlockScratch<T> scratch;

    /// <summary>Buffers for <paramref name="samples"/> samples of length × width features.</summary>
    public BlockPass(PassMemory memory, int samples, int length, int width, BlockScratch<T> scratch)
    {
        (this.length, this.width, hidden, this.scratch) = (length, width, ConvNeXtArchitecture.Expansion * width, scratch);
        normalised = memory.Take<T>(samples * length, width);
        inverse = memory.Take<float>(samples * length, 1);
        activation = memory.Take<T>(samples * length, hidden);
        derivative = memory.Take<T>(samples * length, hidden);
    }

    /// <summary>next ← x + s·(γ·W₂·GELU(W₁·LN(DW(x)))), with what going backwards needs kept.</summary>
    /// <param name="weights">Folded weights.</param>
    /// <param name="factors">Its two matrices as factors of products.</param>
    /// <param name="x">Input features.</param>
    /// <param name="next">Receives the output features.</param>
    /// <param name="branch">s, one a sample: what stochastic depth leaves of its branch. Empty: 1.</param>
    /// <param name="samples">Samples of the slice.</param>
    public void Forward(FoldedBlock weights, BlockFactors<T> factors, NativeMatrix<float> x, NativeMatrix<float> next, ReadOnlySpan<float> branch, int samples)
    {
        var rows = samples * length;
        NativeMatrix<float> convolved = normalised.As<float>() ?? scratch.Narrow, expanded = activation.As<float>() ?? scratch.Hidden;
        for (var sample = 0; sample < samples; sample++)
            Depthwise.Forward(
                x.Row(sample * length), convolved.Row(sample * length), next.Row(sample * length), weights.ProjectBias.Data, branch.IsEmpty ? 1 : branch[sample],
                weights.Depthwise.Data, weights.DepthwiseBias.Data, length, width);
        RowNorm.Forward(convolved.Data, normalised.Data, inverse.Data, rows, width);
        expanded.MultiplyTransposed(rows, normalised, factors.Expand, keep: 0);
        for (var sample = 0; sample < samples; sample++)
        {
            var (first, s) = (sample * length, branch.IsEmpty ? 1 : branch[sample]);
            Gelu.Forward(expanded.Row(first), activation.Row(first), derivative.Row(first), weights.ExpandBias.Data, length, hidden, s);
        }

        next.MultiplyTransposed(rows, activation, factors.Project, keep: 1);
    }

    /// <summary>Turns the gradient by the output into that by the input, in place, and adds the gradients by the weights.</summary>
    /// <param name="weights">Folded weights.</param>
    /// <param name="factors">Its two matrices as factors of products.</param>
    /// <param name="gradients">Gradients by the folded weights, added to.</param>
    /// <param name="x">Input features, as in <see cref="Forward"/>.</param>
    /// <param name="gradient">By the output before, by the input after.</param>
    /// <param name="branch">As in <see cref="Forward"/>.</param>
    /// <param name="samples">Samples of the slice.</param>
    public void Backward(
        FoldedBlock weights, BlockFactors<T> factors, FoldedBlock gradients, NativeMatrix<float> x, NativeMatrix<float> gradient, ReadOnlySpan<float> branch, int samples)
    {
        var rows = samples * length;
        var outer = gradient.As<T>() ?? scratch.NarrowFactor;
        for (var sample = 0; sample < samples; sample++)
            RowSums.AddAll(gradient.Row(sample * length), branch.IsEmpty ? 1 : branch[sample], gradients.ProjectBias.Data, outer.Row(sample * length), length, width);
        gradients.Project.AddOuter(rows, outer, activation);
        scratch.Hidden.Multiply(rows, outer, factors.Project, keep: 0);
        Gelu.Backward(scratch.Hidden.Data, derivative.Data, scratch.HiddenFactor.Data, gradients.ExpandBias.Data, rows, hidden);
        gradients.Expand.AddOuter(rows, scratch.HiddenFactor, normalised);
        scratch.Narrow.Multiply(rows, scratch.HiddenFactor, factors.Expand, keep: 0);
        RowNorm.Backward(scratch.Narrow.Data, normalised.Data, inverse.Data, rows, width);
        for (var sample = 0; sample < samples; sample++)
            Depthwise.Backward(
                x.Row(sample * length), scratch.Narrow.Row(sample * length), weights.Depthwise.Data, gradient.Row(sample * length),
                gradients.Depthwise.Data, gradients.DepthwiseBias.Data, length, width);
    }
}
