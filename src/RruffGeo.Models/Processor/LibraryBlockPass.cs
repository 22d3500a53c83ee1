using TorchSharp;

namespace RruffGeo.Models;

/// <summary>A block by a library's products, each of them whole: where the processor has no registers of sixteen values, where widths do not fit, and for bfloat16.</summary>
/// <typeparam name="T">Type of the factors of its matrix products, and so of what is kept for going backwards: <see cref="float"/> or <see cref="BFloat16"/>.</typeparam>
internal sealed unsafe class LibraryBlockPass<T> : IBlockPass
    where T : unmanaged
{
    private readonly LibraryBlockWeights<T> factors;
    private readonly int length, width, hidden;
    private readonly NativeMatrix<T> normalised, activation, derivative;
    private readonly NativeMatrix<float> inverse;
    private readonly BlockScratch<T> scratch;

    /// <summary>Buffers for <paramref name="samples"/> samples of <paramref name="length"/> positions.</summary>
    public LibraryBlockPass(PassMemory memory, LibraryBlockWeights<T> factors, int samples, int length, BlockScratch<T> scratch)
    {
        (this.factors, this.length, width, hidden, this.scratch) = (factors, length, factors.Folded.Project.Rows, factors.Folded.Project.Columns, scratch);
        normalised = memory.Take<T>(samples * length, width);
        inverse = memory.Take<float>(samples * length, 1);
        activation = memory.Take<T>(samples * length, hidden);
        derivative = memory.Take<T>(samples * length, hidden);
    }

    /// <inheritdoc/>
    public void Forward(NativeMatrix<float> x, NativeMatrix<float> next, ReadOnlySpan<float> branch, int samples)
    {
        var weights = factors.Folded;
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

    /// <inheritdoc/>
    public void Backward(FoldedBlock gradients, NativeMatrix<float> x, NativeMatrix<float> gradient, ReadOnlySpan<float> branch, int samples)
    {
        var weights = factors.Folded;
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
