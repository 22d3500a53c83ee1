namespace RruffGeo.Models;

/// <summary>LayerNorm and convolution of length and stride 2 on a slice of samples, forwards and backwards.</summary>
internal sealed unsafe class HalvingPass
{
    private readonly int length, width, half;
    private readonly HalvingWeights weights;
    private readonly NativeMatrix<float> normalised, pairs, gradientPairs, gradientRows, inverse;

    /// <summary>Buffers for <paramref name="samples"/> samples of length × width features.</summary>
    public HalvingPass(PassMemory memory, HalvingWeights weights, int samples, int length, int width)
    {
        (this.weights, this.length, this.width, half) = (weights, length, width, length / 2);
        normalised = memory.Take<float>(samples * 2 * half, width);
        pairs = memory.Part(normalised, 0, samples * half, 2 * width);
        gradientPairs = memory.Take<float>(samples * half, 2 * width);
        gradientRows = memory.Part(gradientPairs, 0, samples * 2 * half, width);
        inverse = memory.Take<float>(samples * 2 * half, 1);
    }

    /// <summary>next ← W·pairs(LN(x)) + b; a last odd position is dropped.</summary>
    public void Forward(NativeMatrix<float> x, NativeMatrix<float> next, int samples)
    {
        for (var sample = 0; sample < samples; sample++)
            x.Values.Slice(sample * length * width, 2 * half * width).CopyTo(normalised.Values[(sample * 2 * half * width)..]);
        RowNorm.Forward(normalised.Data, normalised.Data, inverse.Data, samples * 2 * half, width);
        for (var row = 0; row < samples * half; row++)
            weights.Folded.Bias.Values.CopyTo(new Span<float>(next.Row(row), next.Columns));
        weights.AddForwards(next, samples * half, pairs);
    }

    /// <summary>Sets <paramref name="gradient"/> to the gradient by x, given that by the output, and adds the gradients by the weights.</summary>
    public void Backward(FoldedHalving gradients, NativeMatrix<float> gradientNext, NativeMatrix<float> gradient, int samples)
    {
        RowSums.AddAll(gradientNext.Data, 1, gradients.Bias.Data, gradientNext.Data, samples * half, gradientNext.Columns);
        gradients.Weight.AddOuter(samples * half, gradientNext, pairs);
        weights.Backwards(gradientPairs, samples * half, gradientNext);
        RowNorm.Backward(gradientRows.Data, normalised.Data, inverse.Data, samples * 2 * half, width);
        for (var sample = 0; sample < samples; sample++)
        {
            var target = gradient.Values.Slice(sample * length * width, length * width);
            gradientRows.Values.Slice(sample * 2 * half * width, 2 * half * width).CopyTo(target);
            target[(2 * half * width)..].Clear();
        }
    }
}
