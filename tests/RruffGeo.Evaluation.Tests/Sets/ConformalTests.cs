using CsCheck;

namespace RruffGeo.Evaluation.Tests;

public sealed class ConformalTests
{
    [Theory]
    [InlineData(9, 0.1, 8)] // (9+1)·0.9 = 9: the ninth smallest
    [InlineData(10, 0.1, 9)] // 9.9 → the tenth
    [InlineData(19, 0.1, 17)] // 18: the eighteenth, and not the nineteenth by rounding noise
    [InlineData(4, 0.5, 2)] // 2.5 → the third
    public void The_threshold_is_the_score_of_the_rank_worked_by_hand(int count, double alpha, double expected) =>
        Assert.Equal(expected, ConformalThreshold.Of(Enumerable.Range(0, count).Select(i => (double)i).Reverse(), alpha));

    [Fact]
    public void Too_few_scores_put_every_class_in_every_set() =>
        Assert.Equal(double.PositiveInfinity, ConformalThreshold.Of([0.1, 0.2, 0.3], 0.1));

    [Fact]
    public void A_specimen_speaks_with_the_median_of_its_rows() =>
        Assert.Equal([2, 4.5], ConformalThreshold.Medians([1, 2, 9, 4, 5], [7, 7, 7, 3, 3]));

    [Fact]
    public void Lac_scores_are_what_is_missing_to_certainty()
    {
        var scores = new double[3];
        ConformalScore.Lac.Write([0.5, 0.3, 0.2], scores);
        Assert.Equal([0.5, 0.7, 0.8], scores);
    }

    [Fact]
    public void Aps_scores_add_up_from_the_likeliest_class_and_ties_from_the_lower_class()
    {
        var scores = new double[4];
        ConformalScore.Aps.Write([0.125, 0.25, 0.5, 0.125], scores);
        Assert.Equal([0.875, 0.75, 0.5, 1], scores);
    }

    [Fact]
    public void Sets_of_one_half_come_from_the_scores_of_the_other()
    {
        // Half 0: three specimens whose true class has probability 1/2, 3/4, 7/8. α = 1/4: k = 3, q̂ = 1 − 1/2.
        float[][] logits = [Odds(1), Odds(3), Odds(7), Odds(1), Odds(1 / 3.0f)];
        var task = new FoldedTask([0, 0, 0, 1, 0], 2, new int[5]);
        var scores = ClassScores.Of(logits, 2, ConformalScore.Lac);
        var sets = PredictionSets.Of(task, scores, [0, 1, 2, 3, 4], [0, 0, 0, 1, 1], 0.25, CalibrationUnit.Specimen);
        // Row 3 is undecided: both classes are in. Row 4 has 1/4 for the truth: only the other class is in.
        Assert.Equal([2, 1], sets.Sizes[3..]);
        Assert.Equal([true, false], sets.Covered[3..]);
        // Half 1 has two specimens: k = ⌈3·3/4⌉ = 3 > 2, so that half 0 gets all classes.
        Assert.Equal([2, 2, 2], sets.Sizes[..3]);
        // All five specimens: k = ⌈6·3/4⌉ = 5, the largest score; at 9/10 k is 6 > 5.
        Assert.Equal(0.75, PredictionSets.ThresholdOfFold(task, scores, [0, 1, 2, 3, 4], 0, 0.25), 6);
        Assert.Equal(double.PositiveInfinity, PredictionSets.ThresholdOfFold(task, scores, [0, 1, 2, 3, 4], 0, 0.1));
    }

    [Fact]
    public void Coverage_over_exchangeable_rows_is_about_what_was_asked_for() =>
        Gen.Int[0, 1000].Sample(seed =>
        {
            var random = new MersenneTwister((uint)seed);
            float[][] logits = [.. Enumerable.Range(0, 4000).Select(_ => Odds(random.NextUpTo(1000) / 100f + 0.01f))];
            // The truth follows the probabilities that the logits state.
            int[] truths = [.. logits.Select(row => random.NextUpTo(999_999) / 1e6 < Math.Exp(row[0]) / (1 + Math.Exp(row[0])) ? 0 : 1)];
            int[] rows = [.. Enumerable.Range(0, 4000)];
            var task = new FoldedTask(truths, 2, new int[4000]);
            foreach (var score in new[] { ConformalScore.Lac, ConformalScore.Aps })
            {
                var sets = PredictionSets.Of(task, ClassScores.Of(logits, 2, score), rows, [.. rows.Select(row => row % 2)], 0.1, CalibrationUnit.Row);
                Assert.InRange(sets.Covered.Count(covered => covered) / 4000.0, 0.88, 1);
            }
        }, iter: 10);

    private static float[] Odds(float odds) => [(float)Math.Log(odds), 0];
}
