namespace RruffGeo.Evaluation;

/// <summary>Probabilities from logits, with the largest logit taken out first.</summary>
public static class Softmax
{
    /// <summary>Cross-entropy −ln p(true), nat (paper eq. 8).</summary>
    /// <param name="logits">One finite logit per class.</param>
    /// <param name="truth">The true class.</param>
    public static double CrossEntropy(ReadOnlySpan<float> logits, int truth)
    {
        double largest = Largest(logits);
        return Math.Log(SumOfExponentials(logits, largest)) - (logits[truth] - largest);
    }

    /// <summary>The largest probability, 1/C … 1: the network's confidence.</summary>
    /// <param name="logits">One finite logit per class.</param>
    public static double Confidence(ReadOnlySpan<float> logits) => 1 / SumOfExponentials(logits, Largest(logits));

    private static double SumOfExponentials(ReadOnlySpan<float> logits, double largest)
    {
        var sum = 0.0;
        foreach (var logit in logits)
            sum += Math.Exp(logit - largest);
        return sum;
    }

    private static float Largest(ReadOnlySpan<float> logits)
    {
        var largest = float.NegativeInfinity;
        foreach (var logit in logits)
            largest = Math.Max(largest, logit);
        return largest;
    }
}
