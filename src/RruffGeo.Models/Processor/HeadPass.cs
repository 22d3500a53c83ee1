namespace RruffGeo.Models;

/// <summary>The head (paper eqs. 6 and 8) on a slice of samples: mean over the length, LayerNorm, dropout, linear map, cross-entropy.</summary>
internal sealed unsafe class HeadPass
{
    private readonly int length, width, classes;
    private readonly NativeMatrix<float> normalised, inverse, features, gradient;

    /// <summary>Buffers for <paramref name="samples"/> samples of length × width features.</summary>
    public HeadPass(PassMemory memory, int samples, int length, int width, int classes)
    {
        (this.length, this.width, this.classes) = (length, width, classes);
        (normalised, inverse, features, gradient) = (Take(width), Take(1), Take(width), Take(width));
        Logits = Take(classes);

        NativeMatrix<float> Take(int columns) => memory.Take<float>(samples, columns);
    }

    /// <summary>The slice's logits; after <see cref="Backward"/> the gradient by them.</summary>
    public NativeMatrix<float> Logits { get; }

    /// <summary>Logits ← W·(mask·(g·LN(mean x) + β)) + b.</summary>
    /// <param name="weights">The head's weights.</param>
    /// <param name="x">Features of the last stage.</param>
    /// <param name="masks">What dropout leaves, samples × width; empty: everything.</param>
    /// <param name="samples">Samples of the slice.</param>
    public void Forward(FoldedHead weights, NativeMatrix<float> x, ReadOnlySpan<float> masks, int samples)
    {
        for (var sample = 0; sample < samples; sample++)
        {
            var row = normalised.Row(sample);
            new Span<float>(row, width).Clear();
            for (var l = 0; l < length; l++)
                RowSums.AddScaled(row, x.Row((sample * length) + l), 1f / length, width);
            RowNorm.Forward(row, row, inverse.Row(sample), 1, width);
            var target = new Span<float>(features.Row(sample), width);
            weights.NormBias.Values.CopyTo(target);
            Rows.AddProduct(target, new(row, width), weights.NormWeight.Values);
            for (var c = 0; c < width && !masks.IsEmpty; c++)
                target[c] *= masks[(sample * width) + c];
            weights.Bias.Values.CopyTo(new Span<float>(Logits.Row(sample), classes));
        }

        Logits.MultiplyTransposed(samples, features, weights.Weight, keep: 1);
    }

    /// <summary>Cross-entropy of the slice, and all gradients of its share in the batch's mean.</summary>
    /// <param name="weights">The head's weights.</param>
    /// <param name="gradients">Gradients by them, added to.</param>
    /// <param name="gradientX">Set to the gradient by x.</param>
    /// <param name="truth">Class of each sample.</param>
    /// <param name="masks">As in <see cref="Forward"/>.</param>
    /// <param name="batch">Samples of the whole batch.</param>
    public BatchOutcome Backward(FoldedHead weights, FoldedHead gradients, NativeMatrix<float> gradientX, ReadOnlySpan<int> truth, ReadOnlySpan<float> masks, int batch)
    {
        var outcome = CrossEntropy(truth, batch);
        for (var sample = 0; sample < truth.Length; sample++)
            Rows.AddScaled(gradients.Bias.Values, new(Logits.Row(sample), classes), 1);
        gradients.Weight.AddOuter(truth.Length, Logits, features);
        gradient.Multiply(truth.Length, Logits, weights.Weight, keep: 0);
        for (var sample = 0; sample < truth.Length; sample++)
        {
            var row = new Span<float>(gradient.Row(sample), width);
            for (var c = 0; c < width && !masks.IsEmpty; c++)
                row[c] *= masks[(sample * width) + c];
            Rows.AddScaled(gradients.NormBias.Values, row, 1);
            Rows.AddProduct(gradients.NormWeight.Values, row, new(normalised.Row(sample), width));
            for (var c = 0; c < width; c++)
                row[c] *= weights.NormWeight.Values[c];
            RowNorm.Backward(gradient.Row(sample), normalised.Row(sample), inverse.Row(sample), 1, width);
            for (var c = 0; c < width; c++)
                row[c] /= length;
            for (var l = 0; l < length; l++)
                row.CopyTo(new Span<float>(gradientX.Row((sample * length) + l), width));
        }

        return outcome;
    }

    /// <summary>−ln p(true) by log-sum-exp with the largest logit taken out (paper eq. 8); leaves (p − 1[true])/batch in <see cref="Logits"/>.</summary>
    private BatchOutcome CrossEntropy(ReadOnlySpan<int> truth, int batch)
    {
        var (lossSum, correct) = (0.0, 0);
        for (var sample = 0; sample < truth.Length; sample++)
        {
            var logits = new Span<float>(Logits.Row(sample), classes);
            var (best, sum) = (0, 0.0);
            for (var c = 1; c < classes; c++)
                best = logits[c] > logits[best] ? c : best;
            var (largest, own) = (logits[best], logits[truth[sample]]);
            foreach (var logit in logits)
                sum += Math.Exp(logit - largest);
            lossSum += Math.Log(sum) + largest - own;
            correct += best == truth[sample] ? 1 : 0;
            for (var c = 0; c < classes; c++)
                logits[c] = (float)(((Math.Exp(logits[c] - largest) / sum) - (c == truth[sample] ? 1 : 0)) / batch);
        }

        return new(lossSum, correct);
    }
}
