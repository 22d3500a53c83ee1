namespace RruffGeo.Evaluation;

/// <summary>A 95 % interval.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Percentiles 2.5 and 97.5, interpolated linearly between order statistics.</summary>
    /// <param name="draws">Values in any order; NaN (nothing to divide by in a draw) is left out.</param>
    /// <exception cref="ArgumentException">No value is left.</exception>
    public static Interval Percentile(IEnumerable<double> draws)
    {
        double[] sorted = [.. draws.Where(value => !double.IsNaN(value)).Order()];
        if (sorted.Length == 0)
            throw new ArgumentException("Expected at least one draw that is a number.", nameof(draws));
        return new Interval(Quantile(sorted, 0.025), Quantile(sorted, 0.975));
    }

    private static double Quantile(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
