using System.Runtime.Intrinsics;

namespace RruffGeo.Models;

/// <summary>The stem (paper eq. 2) on a slice of samples: LayerNorm(Conv(k = 4, s = 4)), forwards and backwards.</summary>
internal sealed unsafe class StemPass
{
    private const int Patch = 4;
    private readonly int length, width;
    private readonly NativeMatrix<float> normalised, inverse, scratch;

    /// <summary>Buffers for <paramref name="samples"/> spectra of 4·length points.</summary>
    public StemPass(PassMemory memory, int samples, int length, int width)
    {
        (this.length, this.width) = (length, width);
        Spectra = memory.Take<float>(samples, Patch * length);
        (normalised, inverse, scratch) = (memory.Take<float>(samples * length, width), memory.Take<float>(samples * length, 1), memory.Take<float>(samples * length, width));
    }

    /// <summary>The slice's spectra, a row each; filled by the caller.</summary>
    public NativeMatrix<float> Spectra { get; }

    /// <summary>next ← g·LN(W·patches + b) + β.</summary>
    public void Forward(FoldedStem weights, NativeMatrix<float> next, int samples)
    {
        var rows = samples * length;
        for (var c = 0; c < width; c += Vector512<float>.Count)
        {
            float* w = weights.Convolution.Data + c, target = normalised.Data + c, patch = Spectra.Data;
            Vector512<float> w0 = Vector512.Load(w), w1 = Vector512.Load(w + width), w2 = Vector512.Load(w + (2 * width)), w3 = Vector512.Load(w + (3 * width));
            var bias = Vector512.Load(weights.Bias.Data + c);
            for (var row = 0; row < rows; row++, target += width, patch += Patch)
            {
                var sum = Vector512.FusedMultiplyAdd(w0, Vector512.Create(patch[0]), bias);
                sum = Vector512.FusedMultiplyAdd(w1, Vector512.Create(patch[1]), sum);
                sum = Vector512.FusedMultiplyAdd(w2, Vector512.Create(patch[2]), sum);
                Vector512.FusedMultiplyAdd(w3, Vector512.Create(patch[3]), sum).Store(target);
            }
        }

        RowNorm.Forward(normalised.Data, normalised.Data, inverse.Data, rows, width);
        for (var c = 0; c < width; c += Vector512<float>.Count)
        {
            Vector512<float> g = Vector512.Load(weights.NormWeight.Data + c), beta = Vector512.Load(weights.NormBias.Data + c);
            for (var row = 0; row < rows; row++)
                Vector512.FusedMultiplyAdd(Vector512.Load(normalised.Row(row) + c), g, beta).Store(next.Row(row) + c);
        }
    }

    /// <summary>Adds the gradients by the weights, given that by the output.</summary>
    public void Backward(FoldedStem weights, FoldedStem gradients, NativeMatrix<float> gradient, int samples)
    {
        var rows = samples * length;
        for (var c = 0; c < width; c += Vector512<float>.Count)
        {
            Vector512<float> g = Vector512.Load(weights.NormWeight.Data + c), sum = default, product = default;
            for (var row = 0; row < rows; row++)
            {
                var outer = Vector512.Load(gradient.Row(row) + c);
                sum += outer;
                product = Vector512.FusedMultiplyAdd(outer, Vector512.Load(normalised.Row(row) + c), product);
                (outer * g).Store(scratch.Row(row) + c);
            }

            Add(sum, gradients.NormBias.Data + c);
            Add(product, gradients.NormWeight.Data + c);
        }

        RowNorm.Backward(scratch.Data, normalised.Data, inverse.Data, rows, width);
        for (var c = 0; c < width; c += Vector512<float>.Count)
        {
            Vector512<float> sum = default, d0 = default, d1 = default, d2 = default, d3 = default;
            float* inner = scratch.Data + c, patch = Spectra.Data, d = gradients.Convolution.Data + c;
            for (var row = 0; row < rows; row++, inner += width, patch += Patch)
            {
                var value = Vector512.Load(inner);
                sum += value;
                d0 = Vector512.FusedMultiplyAdd(value, Vector512.Create(patch[0]), d0);
                d1 = Vector512.FusedMultiplyAdd(value, Vector512.Create(patch[1]), d1);
                d2 = Vector512.FusedMultiplyAdd(value, Vector512.Create(patch[2]), d2);
                d3 = Vector512.FusedMultiplyAdd(value, Vector512.Create(patch[3]), d3);
            }

            Add(sum, gradients.Bias.Data + c);
            Add(d0, d);
            Add(d1, d + width);
            Add(d2, d + (2 * width));
            Add(d3, d + (3 * width));
        }
    }

    private static void Add(Vector512<float> value, float* target) => (Vector512.Load(target) + value).Store(target);
}
