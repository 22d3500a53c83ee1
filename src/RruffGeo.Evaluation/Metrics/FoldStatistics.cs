namespace RruffGeo.Evaluation;

/// <summary>Mean and spread of a metric over folds.</summary>
public static class FoldStatistics
{
    /// <summary>Arithmetic mean.</summary>
    /// <param name="values">One value per fold, at least one.</param>
    public static double Mean(IReadOnlyCollection<double> values) => values.Average();

    /// <summary>Standard deviation with n−1; null for fewer than two folds.</summary>
    /// <param name="values">One value per fold.</param>
    public static double? Deviation(IReadOnlyCollection<double> values)
    {
        if (values.Count < 2)
            return null;
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
