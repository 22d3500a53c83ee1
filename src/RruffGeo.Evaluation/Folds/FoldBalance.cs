namespace RruffGeo.Evaluation;

/// <summary>Rows of each class that each fold holds so far, and how uneven one more group would leave them.</summary>
internal sealed class FoldBalance(double[] classTotals, int folds)
{
    private readonly double[] counts = new double[folds * classTotals.Length];
    private readonly double[] deviations = new double[classTotals.Length];
    private readonly double[] shares = new double[folds];

    /// <summary>Number of folds k.</summary>
    public int Folds => folds;

    /// <summary>Rows in <paramref name="fold"/> so far.</summary>
    public double RowsIn(int fold)
    {
        var rows = 0.0;
        foreach (var count in counts.AsSpan(fold * classTotals.Length, classTotals.Length))
            rows += count;
        return rows;
    }

    /// <summary>Gives a group to a fold.</summary>
    public void Add(int fold, ReadOnlySpan<double> group)
    {
        for (var c = 0; c < group.Length; c++)
            counts[fold * group.Length + c] += group[c];
    }

    /// <summary>Mean over classes of the population standard deviation over folds of (fold count / class total), with the group in <paramref name="candidate"/>.</summary>
    public double UnevennessWith(int candidate, ReadOnlySpan<double> group)
    {
        for (var c = 0; c < deviations.Length; c++)
        {
            for (var fold = 0; fold < folds; fold++)
            {
                var count = counts[fold * deviations.Length + c] + (fold == candidate ? group[c] : 0);
                shares[fold] = count / classTotals[c];
            }
            deviations[c] = NumpySums.SequentialDeviation(shares);
        }
        return NumpySums.Pairwise(deviations) / deviations.Length;
    }
}
