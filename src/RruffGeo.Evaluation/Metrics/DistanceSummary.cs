namespace RruffGeo.Evaluation;

/// <summary>How far predicted places lie from the true ones (SCIENCE section 7).</summary>
/// <param name="Mean">Mean distance, km; 0 without rows.</param>
/// <param name="Median">Median distance, km, the mean of the middle two where they are even in number; 0 without rows.</param>
/// <param name="Within25">Share of rows within 25 km, inclusive.</param>
/// <param name="Within200">Share within 200 km.</param>
/// <param name="Within750">Share within 750 km.</param>
/// <param name="Within2500">Share within 2,500 km.</param>
public readonly record struct DistanceSummary(
    double Mean, double Median, double Within25, double Within200, double Within750, double Within2500)
{
    /// <summary>Summarises distances.</summary>
    /// <param name="kilometres">Distance of each row, km, ≥ 0, in any order.</param>
    public static DistanceSummary Of(IEnumerable<double> kilometres)
    {
        double[] sorted = [.. kilometres.Order()];
        return sorted.Length == 0 ? default : new DistanceSummary(
            sorted.Average(), (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2,
            Within(25), Within(200), Within(750), Within(2500));

        double Within(double limit) => sorted.Count(distance => distance <= limit) / (double)sorted.Length;
    }
}
