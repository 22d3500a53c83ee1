namespace RruffGeo.Stages;

/// <summary>Spearman's rank correlation; tied values share their mean rank.</summary>
internal static class RankCorrelation
{
    private const double Z = 1.959963984540054;

    /// <summary>The correlation of two equally long lists, −1 … 1; 0 if one of them is constant.</summary>
    public static double Spearman(double[] a, double[] b)
    {
        var (ranksA, ranksB) = (Ranks(a), Ranks(b));
        var mean = (a.Length + 1) / 2.0;
        double product = 0, squareA = 0, squareB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            product += (ranksA[i] - mean) * (ranksB[i] - mean);
            squareA += (ranksA[i] - mean) * (ranksA[i] - mean);
            squareB += (ranksB[i] - mean) * (ranksB[i] - mean);
        }

        return squareA == 0 || squareB == 0 ? 0 : product / Math.Sqrt(squareA * squareB);
    }

    /// <summary>The 95 % interval by Fisher's z; n ≥ 4.</summary>
    public static (double Low, double High) Interval(double correlation, int n)
    {
        var (z, half) = (Math.Atanh(Math.Clamp(correlation, -0.999999, 0.999999)), Z / Math.Sqrt(n - 3));
        return (Math.Tanh(z - half), Math.Tanh(z + half));
    }

    private static double[] Ranks(double[] values) =>
        [.. values.Select(value => values.Count(other => other < value) + ((values.Count(other => other == value) + 1) / 2.0))];
}
