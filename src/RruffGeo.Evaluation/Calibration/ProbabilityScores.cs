namespace RruffGeo.Evaluation;

/// <summary>What the probabilities of each row are worth.</summary>
/// <param name="Losses">Cross-entropy −ln p(true), nat.</param>
/// <param name="Briers">Brier score, 0 … 2.</param>
/// <param name="Confidences">Largest probability, 1/C … 1.</param>
public sealed record ProbabilityScores(double[] Losses, double[] Briers, double[] Confidences)
{
    /// <summary>Scores softmax(logits / T).</summary>
    /// <param name="logits">Finite logits of each row; a row without them scores 0 and must not be counted.</param>
    /// <param name="truths">True class of each row.</param>
    /// <param name="temperature">T of each row, &gt; 0.</param>
    public static ProbabilityScores Of(IReadOnlyList<float[]?> logits, IReadOnlyList<int> truths, Func<int, double> temperature)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(truths.Count, logits.Count, nameof(truths));
        var scores = new ProbabilityScores(new double[logits.Count], new double[logits.Count], new double[logits.Count]);
        var probabilities = Array.Empty<double>();
        for (var row = 0; row < logits.Count; row++)
        {
            if (logits[row] is not { } ofRow)
                continue;
            if (probabilities.Length != ofRow.Length)
                probabilities = new double[ofRow.Length];
            Softmax.Probabilities(ofRow, temperature(row), probabilities);
            scores.Losses[row] = Softmax.CrossEntropy(ofRow, truths[row], temperature(row));
            scores.Briers[row] = BrierScore.Of(probabilities, truths[row]);
            scores.Confidences[row] = probabilities.Max();
        }
        return scores;
    }
}
