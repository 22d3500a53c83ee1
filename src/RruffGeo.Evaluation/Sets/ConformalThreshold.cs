namespace RruffGeo.Evaluation;

/// <summary>The threshold of split-conformal sets (Vovk; Papadopoulos et al. 2002; SCIENCE section 7).</summary>
public static class ConformalThreshold
{
    /// <summary>Guards the ceiling against the last bits of (n + 1)(1 − α).</summary>
    private const double Noise = 1e-12;

    /// <summary>q̂, the k-th smallest score with k = ⌈(n + 1)(1 − α)⌉; +∞ if k &gt; n, so that every class is in every set.</summary>
    /// <param name="scores">Scores of the true classes of n exchangeable units kept apart, in any order.</param>
    /// <param name="alpha">Share of units that may be missed, 0 &lt; α &lt; 1.</param>
    public static double Of(IEnumerable<double> scores, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(alpha, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(alpha, 1);
        double[] sorted = [.. scores.Order()];
        var k = (int)Math.Ceiling((sorted.Length + 1) * (1 - alpha) - Noise);
        return k > sorted.Length ? double.PositiveInfinity : sorted[Math.Max(k, 1) - 1];
    }

    /// <summary>One score per unit: the median of its rows' scores, the mean of the middle two where they are even in number.</summary>
    /// <param name="scores">Score of each row.</param>
    /// <param name="units">Unit (specimen) of each row: rows of a specimen are not exchangeable with rows of others.</param>
    public static IEnumerable<double> Medians(IReadOnlyList<double> scores, IReadOnlyList<int> units)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(units.Count, scores.Count, nameof(units));
        return Enumerable.Range(0, scores.Count).GroupBy(row => units[row]).Select(unit =>
        {
            double[] sorted = [.. unit.Select(row => scores[row]).Order()];
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        });
    }
}
