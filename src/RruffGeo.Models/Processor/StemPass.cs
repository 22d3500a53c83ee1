namespace RruffGeo.Models;

/// <summary>The stem (paper eq. 2) on a slice of samples: LayerNorm(Conv(k = 4, s = 4)), forwards and backwards.</summary>
internal sealed unsafe class StemPass : IDisposable
{
    private const int Patch = 4;
    private readonly int length, width;
    private readonly NativeMatrix<float> normalised, inverse, scratch;

    /// <summary>Buffers for <paramref name="samples"/> spectra of 4·length points.</summary>
    public StemPass(int samples, int length, int width)
    {
        (this.length, this.width) = (length, width);
        Spectra = new(samples, Patch * length);
        (normalised, inverse, scratch) = (new(samples * length, width), new(samples * length, 1), new(1, width));
    }

    /// <summary>The slice's spectra, a row each; filled by the caller.</summary>
    public NativeMatrix<float> Spectra { get; }

    /// <summary>next ← g·LN(W·patches + b) + β.</summary>
    public void Forward(FoldedStem weights, NativeMatrix<float> next, int samples)
    {
        for (var row = 0; row < samples * length; row++)
        {
            float* features = normalised.Row(row), patch = Spectra.Data + ((long)row * Patch);
            weights.Bias.Values.CopyTo(new Span<float>(features, width));
            for (var k = 0; k < Patch; k++)
                RowSums.AddScaled(features, weights.Convolution.Row(k), patch[k], width);
            RowNorm.Forward(features, features, inverse.Row(row), 1, width);
            var target = new Span<float>(next.Row(row), width);
            weights.NormBias.Values.CopyTo(target);
            Rows.AddProduct(target, new(features, width), weights.NormWeight.Values);
        }
    }

    /// <summary>Adds the gradients by the weights, given that by the output.</summary>
    public void Backward(FoldedStem weights, FoldedStem gradients, NativeMatrix<float> gradient, int samples)
    {
        for (var row = 0; row < samples * length; row++)
        {
            float* features = normalised.Row(row), patch = Spectra.Data + ((long)row * Patch);
            ReadOnlySpan<float> outer = new(gradient.Row(row), width);
            Rows.AddScaled(gradients.NormBias.Values, outer, 1);
            Rows.AddProduct(gradients.NormWeight.Values, outer, new(features, width));
            Rows.Product(outer, weights.NormWeight.Values, scratch.Values);
            RowNorm.Backward(scratch.Data, features, inverse.Row(row), 1, width);
            RowSums.AddScaled(gradients.Bias.Data, scratch.Data, 1, width);
            for (var k = 0; k < Patch; k++)
                RowSums.AddScaled(gradients.Convolution.Row(k), scratch.Data, patch[k], width);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var matrix in new[] { Spectra, normalised, inverse, scratch })
            matrix.Dispose();
    }
}
