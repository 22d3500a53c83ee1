namespace RruffGeo.Models;

/// <summary>One block (paper eq. 5) on a slice of samples, forwards and backwards.</summary>
internal interface IBlockPass
{
    /// <summary>next ← x + s·(γ·W₂·GELU(W₁·LN(DW(x)))), with what going backwards needs kept.</summary>
    /// <param name="x">Input features.</param>
    /// <param name="next">Receives the output features.</param>
    /// <param name="branch">s, one a sample: what stochastic depth leaves of its branch. Empty: 1.</param>
    /// <param name="samples">Samples of the slice.</param>
    void Forward(NativeMatrix<float> x, NativeMatrix<float> next, ReadOnlySpan<float> branch, int samples);

    /// <summary>Turns the gradient by the output into that by the input, in place, and adds the gradients by the weights.</summary>
    /// <param name="gradients">Gradients by the folded weights, added to: those by the two matrices laid out as the block's weights say.</param>
    /// <param name="x">Input features, as in <see cref="Forward"/>.</param>
    /// <param name="gradient">By the output before, by the input after.</param>
    /// <param name="branch">As in <see cref="Forward"/>.</param>
    /// <param name="samples">Samples of the slice.</param>
    void Backward(FoldedBlock gradients, NativeMatrix<float> x, NativeMatrix<float> gradient, ReadOnlySpan<float> branch, int samples);
}
