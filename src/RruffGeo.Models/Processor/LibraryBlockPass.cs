using TorchSharp;

namespace RruffGeo.Models;

/// <summary>A block by a library's products, each of them whole: where the processor has no registers of sixteen values, where widths do not fit, and for bfloat16.</summary>
/// <typeparam name="T">Type of the factors of its matrix products, and so of what is kept for going backwards: <see cref="float"/> or <see cref="BFloat16"/>.</typeparam>
internal sealed unsafe class LibraryBlockPass<T> : BlockPass
    where T : unmanaged
{
    private readonly LibraryBlockWeights<T> factors;
    private readonly int hidden;
    private readonly NativeMatrix<T> normalised, activation, derivative;
    private readonly NativeMatrix<float> inverse;
    private readonly BlockScratch<T> scratch;

    /// <summary>Buffers for <paramref name="samples"/> samples of <paramref name="length"/> positions.</summary>
    public LibraryBlockPass(PassMemory memory, LibraryBlockWeights<T> factors, int samples, int length, BlockScratch<T> scratch)
        : base(factors.Folded, length)
    {
        (this.factors, hidden, this.scratch) = (factors, factors.Folded.Project.Columns, scratch);
        normalised = memory.Take<T>(samples * length, Width);
        inverse = memory.Take<float>(samples * length, 1);
        activation = memory.Take<T>(samples * length, hidden);
        derivative = memory.Take<T>(samples * length, hidden);
    }

    /// <inheritdoc/>
    public override void Forward(NativeMatrix<float> x, NativeMatrix<float> next, ReadOnlySpan<float> branch, int samples)
    {
        var rows = samples * Length;
        NativeMatrix<float> convolved = normalised.As<float>() ?? scratch.Narrow, expanded = activation.As<float>() ?? scratch.Hidden;
        Convolve(x, convolved, next, branch, samples);
        RowNorm.Forward(convolved.Data, normalised.Data, inverse.Data, rows, Width);
        expanded.MultiplyTransposed(rows, normalised, factors.Expand, keep: 0);
        for (var sample = 0; sample < samples; sample++)
        {
            var (first, s) = (sample * Length, Kept(branch, sample));
            Gelu.Forward(expanded.Row(first), activation.Row(first), derivative.Row(first), Weights.ExpandBias.Data, Length, hidden, s);
        }

        next.MultiplyTransposed(rows, activation, factors.Project, keep: 1);
    }

    /// <inheritdoc/>
    public override void Backward(FoldedBlock gradients, NativeMatrix<float> x, NativeMatrix<float> gradient, ReadOnlySpan<float> branch, int samples)
    {
        var rows = samples * Length;
        var outer = gradient.As<T>() ?? scratch.NarrowFactor;
        AddProjectBias(gradients, gradient, outer, branch, samples);
        gradients.Project.AddOuter(rows, outer, activation);
        scratch.Hidden.Multiply(rows, outer, factors.Project, keep: 0);
        Gelu.Backward(scratch.Hidden.Data, derivative.Data, scratch.HiddenFactor.Data, gradients.ExpandBias.Data, rows, hidden);
        gradients.Expand.AddOuter(rows, scratch.HiddenFactor, normalised);
        scratch.Narrow.Multiply(rows, scratch.HiddenFactor, factors.Expand, keep: 0);
        RowNorm.Backward(scratch.Narrow.Data, normalised.Data, inverse.Data, rows, Width);
        ConvolveBackwards(gradients, x, scratch.Narrow, gradient, samples);
    }
}
