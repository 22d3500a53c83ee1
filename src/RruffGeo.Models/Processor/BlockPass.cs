namespace RruffGeo.Models;

/// <summary>One block (paper eq. 5) on a slice of samples, forwards and backwards: what surrounds its two products, which are for others to make.</summary>
/// <param name="weights">Folded weights.</param>
/// <param name="length">Positions of a sample.</param>
internal abstract unsafe class BlockPass(FoldedBlock weights, int length)
{
    /// <summary>Folded weights.</summary>
    protected FoldedBlock Weights { get; } = weights;

    /// <summary>Positions of a sample.</summary>
    protected int Length { get; } = length;

    /// <summary>Channels.</summary>
    protected int Width { get; } = weights.Project.Rows;

    /// <summary>What stochastic depth leaves of a sample's branch.</summary>
    public static float Kept(ReadOnlySpan<float> branch, int sample) => branch.IsEmpty ? 1 : branch[sample];

    /// <summary>next ← x + s·(γ·W₂·GELU(W₁·LN(DW(x)))), with what going backwards needs kept.</summary>
    /// <param name="x">Input features.</param>
    /// <param name="next">Receives the output features.</param>
    /// <param name="branch">s, one a sample: what stochastic depth leaves of its branch. Empty: 1.</param>
    /// <param name="samples">Samples of the slice.</param>
    public abstract void Forward(NativeMatrix<float> x, NativeMatrix<float> next, ReadOnlySpan<float> branch, int samples);

    /// <summary>Turns the gradient by the output into that by the input, in place, and adds the gradients by the weights.</summary>
    /// <param name="gradients">Gradients by the folded weights, added to: those by the two matrices laid out as the block's weights say.</param>
    /// <param name="x">Input features, as in <see cref="Forward"/>.</param>
    /// <param name="gradient">By the output before, by the input after.</param>
    /// <param name="branch">As in <see cref="Forward"/>.</param>
    /// <param name="samples">Samples of the slice.</param>
    public abstract void Backward(FoldedBlock gradients, NativeMatrix<float> x, NativeMatrix<float> gradient, ReadOnlySpan<float> branch, int samples);

    /// <summary>convolved ← DW(x); next ← x + s·γ·b₂.</summary>
    protected void Convolve(NativeMatrix<float> x, NativeMatrix<float> convolved, NativeMatrix<float> next, ReadOnlySpan<float> branch, int samples)
    {
        for (var sample = 0; sample < samples; sample++)
        {
            var first = sample * Length;
            Depthwise.Forward(
                x.Row(first), convolved.Row(first), next.Row(first), Weights.ProjectBias.Data, Kept(branch, sample), Weights.Depthwise.Data, Weights.DepthwiseBias.Data, Length, Width);
        }
    }

    /// <summary>Adds the gradients by x and by the convolution's weights, given that by what it gave.</summary>
    protected void ConvolveBackwards(FoldedBlock gradients, NativeMatrix<float> x, NativeMatrix<float> convolved, NativeMatrix<float> gradient, int samples)
    {
        for (var sample = 0; sample < samples; sample++)
        {
            var first = sample * Length;
            Depthwise.Backward(
                x.Row(first), convolved.Row(first), Weights.Depthwise.Data, gradient.Row(first), gradients.Depthwise.Data, gradients.DepthwiseBias.Data, Length, Width);
        }
    }

    /// <summary>Adds the gradient by γ·b₂; <paramref name="copy"/> ← the gradient by the output.</summary>
    protected void AddProjectBias<T>(FoldedBlock gradients, NativeMatrix<float> gradient, NativeMatrix<T> copy, ReadOnlySpan<float> branch, int samples)
        where T : unmanaged
    {
        for (var sample = 0; sample < samples; sample++)
            RowSums.AddAll(gradient.Row(sample * Length), Kept(branch, sample), gradients.ProjectBias.Data, copy.Row(sample * Length), Length, Width);
    }
}
