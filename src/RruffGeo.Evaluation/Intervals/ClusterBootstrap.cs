namespace RruffGeo.Evaluation;

/// <summary>Bootstrap over specimens: rows of one specimen are drawn together, because they are not independent (SCIENCE 7).</summary>
public static class ClusterBootstrap
{
    /// <summary>Draws clusters with replacement and gives the accuracy Σ hits / Σ rows of every statistic in every draw.</summary>
    /// <param name="statistics">Statistics over the same clusters. All see the same draws, so that differences between them are paired.</param>
    /// <param name="draws">Number of draws, ≥ 1.</param>
    /// <param name="seed">Seed of the <see cref="MersenneTwister"/>.</param>
    /// <param name="cancellation">Checked once per draw.</param>
    /// <returns>[statistic][draw]; NaN where a draw holds no row of the statistic.</returns>
    public static double[][] Accuracies(
        IReadOnlyList<ClusterTotals> statistics, int draws, uint seed, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var accuracies = statistics.Select(_ => new double[draws]).ToArray();
        var clusters = statistics.Count == 0 ? 0 : statistics[0].Rows.Length;
        if (clusters == 0)
            return accuracies;
        if (statistics.Any(statistic => statistic.Rows.Length != clusters || statistic.Hits.Length != clusters))
            throw new ArgumentException($"Expected {clusters} clusters in every statistic.", nameof(statistics));

        var generator = new MersenneTwister(seed);
        var times = new int[clusters];
        for (var draw = 0; draw < draws; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            Array.Clear(times);
            for (var i = 0; i < clusters; i++)
                times[generator.NextUpTo((uint)clusters - 1)]++;
            for (var s = 0; s < accuracies.Length; s++)
                accuracies[s][draw] = Accuracy(statistics[s], times);
        }
        return accuracies;
    }

    private static double Accuracy(ClusterTotals totals, int[] times)
    {
        long hits = 0, rows = 0;
        for (var c = 0; c < times.Length; c++)
        {
            hits += (long)times[c] * totals.Hits[c];
            rows += (long)times[c] * totals.Rows[c];
        }
        return hits / (double)rows;
    }
}
