namespace RruffGeo.Evaluation;

/// <summary>The quadratic score of a probability forecast (Brier 1950; SCIENCE section 7).</summary>
public static class BrierScore
{
    /// <summary>Σ_c (p_c − 1[c = truth])², 0 … 2.</summary>
    /// <param name="probabilities">One probability per class.</param>
    /// <param name="truth">The true class.</param>
    public static double Of(ReadOnlySpan<double> probabilities, int truth)
    {
        var sum = 0.0;
        for (var c = 0; c < probabilities.Length; c++)
        {
            var error = probabilities[c] - (c == truth ? 1 : 0);
            sum += error * error;
        }
        return sum;
    }
}
