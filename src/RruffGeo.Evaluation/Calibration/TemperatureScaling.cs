using MathNet.Numerics.RootFinding;

namespace RruffGeo.Evaluation;

/// <summary>One temperature T by which all logits are divided (Guo et al. 2017; SCIENCE section 7).</summary>
public static class TemperatureScaling
{
    /// <summary>Lowest temperature tried.</summary>
    public const double Lowest = 0.05;

    /// <summary>Highest temperature tried.</summary>
    public const double Highest = 20;

    private const double Tolerance = 1e-9;
    private const int Iterations = 200;

    /// <summary>The T in 0.05 … 20 that minimises the mean cross-entropy of softmax(logits / T) on rows kept apart for it; 1 without rows.</summary>
    /// <param name="logits">Finite logits of each row, one per class.</param>
    /// <param name="truths">True class of each row.</param>
    /// <remarks>The loss is convex in β = 1/T, so that its slope has at most one root; without a root the better end is taken.</remarks>
    public static double Fit(IReadOnlyList<float[]> logits, IReadOnlyList<int> truths)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(truths.Count, logits.Count, nameof(truths));
        if (logits.Count == 0)
            return 1;
        if (Slope(1 / Lowest) <= 0)
            return Lowest;
        return Slope(1 / Highest) >= 0 ? Highest : 1 / Brent.FindRoot(Slope, 1 / Highest, 1 / Lowest, Tolerance, Iterations);

        double Slope(double inverse) => SlopeOfLoss(logits, truths, inverse);
    }

    /// <summary>Fits on one half of a fold's specimens for the other half, and the other way round: no row helps to choose its own temperature.</summary>
    /// <param name="task">Rows, classes and folds.</param>
    /// <param name="logits">Logits of each row by the network that never saw its fold.</param>
    /// <param name="halves">Half of each row, 0 or 1, the same for all rows of a specimen.</param>
    /// <returns>The temperature of each row; 0 in a fold without logits.</returns>
    public static double[] FitByHalves(FoldedTask task, float[]?[] logits, int[] halves)
    {
        var parts = Enumerable.Range(0, task.Rows).ToLookup(row => (Fold: task.Folds[row], Half: halves[row]));
        var temperatures = new double[task.Rows];
        Parallel.ForEach(parts.Where(part => logits[part.First()] is not null), part =>
        {
            int[] kept = [.. parts[(part.Key.Fold, 1 - part.Key.Half)]];
            var temperature = Fit([.. kept.Select(row => logits[row]!)], [.. kept.Select(row => task.Classes[row])]);
            foreach (var row in part)
                temperatures[row] = temperature;
        });
        return temperatures;
    }

    /// <summary>Mean of Σ_c p_c (z_c − z_true) at p = softmax(βz): the derivative of the mean cross-entropy by β.</summary>
    private static double SlopeOfLoss(IReadOnlyList<float[]> logits, IReadOnlyList<int> truths, double inverse)
    {
        var probabilities = new double[logits[0].Length];
        var sum = 0.0;
        for (var row = 0; row < logits.Count; row++)
        {
            Softmax.Probabilities(logits[row], 1 / inverse, probabilities);
            for (var c = 0; c < probabilities.Length; c++)
                sum += probabilities[c] * ((double)logits[row][c] - logits[row][truths[row]]);
        }
        return sum / logits.Count;
    }
}
