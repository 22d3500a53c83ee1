namespace RruffGeo.Evaluation.Tests;

public sealed class ClusterBootstrapTests
{
    [Fact]
    public void A_draw_weighs_clusters_by_how_often_they_are_drawn()
    {
        // Seed 42 gives 1608637542 (even: cluster 0), then 3421126067 (odd: cluster 1).
        var draws = Draw([new ClusterTotals([3, 0], [4, 6])], 1, 42);
        Assert.Equal([0.3], draws[0]);
    }

    [Fact]
    public void Two_clusters_give_the_three_accuracies_in_the_proportions_of_two_coins()
    {
        var draws = Draw([new ClusterTotals([3, 0], [3, 1])], 4000, 1)[0];
        Assert.Equal([0, 0.75, 1], draws.Distinct().Order());
        Assert.InRange(draws.Count(value => value == 0.75), 1850, 2150);
        Assert.InRange(draws.Count(value => value == 1), 850, 1150);
    }

    [Fact]
    public void Rows_that_stand_and_fall_together_make_the_interval_wider_than_rows_of_their_own()
    {
        var together = new ClusterTotals([.. Enumerable.Range(0, 20).Select(c => c % 2 * 10)], [.. Enumerable.Repeat(10, 20)]);
        var apart = new ClusterTotals([.. Enumerable.Range(0, 200).Select(c => c % 2)], [.. Enumerable.Repeat(1, 200)]);
        var (wide, narrow) = (Interval.Percentile(Draw([together], 2000, 1)[0]), Interval.Percentile(Draw([apart], 2000, 1)[0]));
        // √10 times as wide in the limit of many clusters.
        Assert.InRange((wide.High - wide.Low) / (narrow.High - narrow.Low), 2.5, 4);
    }

    [Fact]
    public void Every_draw_equals_the_one_that_a_plain_loop_over_the_generator_gives()
    {
        // 23 clusters, so that vectors leave a rest; 130 draws, so that the last block is not full.
        int[] hits = [.. Enumerable.Range(0, 23).Select(c => c * 7 % 5)], rows = [.. Enumerable.Range(0, 23).Select(c => 5 + (c % 3))];
        var generator = new MersenneTwister(9);
        var expected = new double[130];
        for (var draw = 0; draw < expected.Length; draw++)
        {
            var drawn = Enumerable.Range(0, 23).Select(_ => (int)generator.NextUpTo(22)).ToArray();
            expected[draw] = drawn.Sum(c => hits[c]) / (double)drawn.Sum(c => rows[c]);
        }

        Assert.Equal(expected, Draw([new ClusterTotals(hits, rows)], expected.Length, 9)[0]);
    }

    [Fact]
    public void Statistics_see_the_same_draws()
    {
        var totals = new ClusterTotals([1, 0, 2], [2, 2, 2]);
        var draws = Draw([totals, totals], 50, 3);
        Assert.Equal(draws[0], draws[1]);
    }

    [Fact]
    public void Rows_and_hits_are_added_up_by_cluster()
    {
        var totals = ClusterTotals.Of([0, 0, 1, 1], 2, [true, false, false, true]);
        Assert.Equal([1, 1], totals.Hits);
        Assert.Equal([2, 2], totals.Rows);
    }

    private static double[][] Draw(IReadOnlyList<ClusterTotals> statistics, int draws, uint seed) =>
        ClusterBootstrap.Accuracies(statistics, draws, seed, TestContext.Current.CancellationToken);
}
