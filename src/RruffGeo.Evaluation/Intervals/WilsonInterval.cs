namespace RruffGeo.Evaluation;

/// <summary>Wilson's score interval of a share, without continuity correction (Wilson 1927).</summary>
public static class WilsonInterval
{
    private const double Z = 1.959963984540054;

    /// <summary>The 95 % interval of <paramref name="hits"/> out of <paramref name="trials"/> independent trials; 0 … 1 without trials.</summary>
    public static Interval Of(long hits, long trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, trials);
        if (trials == 0)
            return new Interval(0, 1);

        double n = trials, share = hits / n;
        var centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        var half = Z / (1 + Z * Z / n) * Math.Sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return new Interval(hits == 0 ? 0 : centre - half, hits == trials ? 1 : centre + half);
    }
}
