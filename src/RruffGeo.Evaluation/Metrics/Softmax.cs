namespace RruffGeo.Evaluation;

/// <summary>Probabilities from logits, with the largest logit taken out first.</summary>
public static class Softmax
{
    /// <summary>Cross-entropy −ln p(true), nat (paper eq. 8).</summary>
    /// <param name="logits">One finite logit per class.</param>
    /// <param name="truth">The true class.</param>
    /// <param name="temperature">Divides the logits, &gt; 0.</param>
    public static double CrossEntropy(ReadOnlySpan<float> logits, int truth, double temperature = 1)
    {
        double largest = Largest(logits);
        return Math.Log(SumOfExponentials(logits, largest, temperature)) - (logits[truth] - largest) / temperature;
    }

    /// <summary>The largest probability, 1/C … 1: the network's confidence.</summary>
    /// <param name="logits">One finite logit per class.</param>
    public static double Confidence(ReadOnlySpan<float> logits) => 1 / SumOfExponentials(logits, Largest(logits), 1);

    /// <summary>The energy −ln Σ exp(z_c), nat: high where a network knows no class (Liu et al. 2020).</summary>
    /// <param name="logits">One finite logit per class.</param>
    public static double Energy(ReadOnlySpan<float> logits)
    {
        double largest = Largest(logits);
        return -(largest + Math.Log(SumOfExponentials(logits, largest, 1)));
    }

    /// <summary>Writes the probabilities of all classes.</summary>
    /// <param name="logits">One finite logit per class.</param>
    /// <param name="temperature">Divides the logits, &gt; 0.</param>
    /// <param name="probabilities">Receives one probability per class; they add up to 1.</param>
    public static void Probabilities(ReadOnlySpan<float> logits, double temperature, Span<double> probabilities)
    {
        double largest = Largest(logits), sum = 0;
        for (var c = 0; c < logits.Length; c++)
            sum += probabilities[c] = Math.Exp((logits[c] - largest) / temperature);
        for (var c = 0; c < logits.Length; c++)
            probabilities[c] /= sum;
    }

    private static double SumOfExponentials(ReadOnlySpan<float> logits, double largest, double temperature)
    {
        var sum = 0.0;
        foreach (var logit in logits)
            sum += Math.Exp((logit - largest) / temperature);
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
