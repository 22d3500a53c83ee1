using System.Numerics;

namespace RruffGeo.Evaluation;

/// <summary>Bootstrap over specimens: rows of one specimen are drawn together, because they are not independent (SCIENCE 7).</summary>
public static class ClusterBootstrap
{
    // Draws made before all cores turn to the statistics: enough that they have work.
    private const int BlockDraws = 64;

    /// <summary>Draws clusters with replacement and gives the accuracy Σ hits / Σ rows of every statistic in every draw.</summary>
    /// <param name="statistics">Statistics over the same clusters. All see the same draws, so that differences between them are paired.</param>
    /// <param name="draws">Number of draws, ≥ 1.</param>
    /// <param name="seed">Seed of the <see cref="MersenneTwister"/>.</param>
    /// <param name="cancellation">Checked once per 64 draws.</param>
    /// <returns>[statistic][draw]; NaN where a draw holds no row of the statistic.</returns>
    /// <remarks>All cores work; the result does not depend on how many there are, since sums of counts are exact.</remarks>
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
        var counts = statistics.Select(statistic => (Hits: Doubles(statistic.Hits), Rows: Doubles(statistic.Rows))).ToArray();
        var block = Enumerable.Range(0, Math.Min(BlockDraws, draws)).Select(_ => new double[clusters]).ToArray();
        for (var first = 0; first < draws; first += BlockDraws)
        {
            cancellation.ThrowIfCancellationRequested();
            var (begin, count) = (first, Math.Min(BlockDraws, draws - first));
            for (var draw = 0; draw < count; draw++)
                Draw(generator, block[draw]);
            Parallel.For(0, accuracies.Length, s =>
            {
                for (var draw = 0; draw < count; draw++)
                    accuracies[s][begin + draw] = Product(counts[s].Hits, block[draw]) / Product(counts[s].Rows, block[draw]);
            });
        }
        return accuracies;
    }

    /// <summary>How often each cluster is drawn.</summary>
    private static void Draw(MersenneTwister generator, double[] times)
    {
        Array.Clear(times);
        for (var i = 0; i < times.Length; i++)
            times[generator.NextUpTo((uint)times.Length - 1)]++;
    }

    /// <summary>Σ count · times: whole numbers below 2⁵³, so that the order of addition does not matter.</summary>
    private static double Product(ReadOnlySpan<double> counts, ReadOnlySpan<double> times)
    {
        var (sums, i) = (Vector<double>.Zero, 0);
        for (; i + Vector<double>.Count <= counts.Length; i += Vector<double>.Count)
            sums += new Vector<double>(counts[i..]) * new Vector<double>(times[i..]);
        var sum = Vector.Sum(sums);
        for (; i < counts.Length; i++)
            sum += counts[i] * times[i];
        return sum;
    }

    private static double[] Doubles(int[] counts) => Array.ConvertAll(counts, count => (double)count);
}
