namespace RruffGeo.Evaluation.Tests;

public sealed class FittedClassifierTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Classifiers => ["logistic-regression", "boosted-trees"];

    [Theory, MemberData(nameof(Classifiers))]
    public void Separable_classes_are_told_apart(string classifier)
    {
        var task = Bands(seed: 3);
        var logits = Fit(classifier, task, Token);
        int[] expected = [.. Enumerable.Range(0, task.HeldOut.Length).Select(row => row % 3)];
        Assert.Equal(expected, logits.Select(row => ClassRanking.First(row)));
        Assert.All(logits, row => Assert.Equal(1, row.Sum(logit => Math.Exp(logit)), 3));
    }

    [Theory, MemberData(nameof(Classifiers))]
    public void A_class_without_training_rows_is_never_likely(string classifier)
    {
        var task = Bands(seed: 4) with { ClassCount = 5 };
        Assert.All(Fit(classifier, task, Token), row => Assert.True(row[3] < row[..3].Max() && row[4] < row[..3].Max()));
    }

    [Theory, MemberData(nameof(Classifiers))]
    public void Fitting_twice_gives_the_same_numbers(string classifier) =>
        Assert.Equal(Fit(classifier, Bands(seed: 5), Token), Fit(classifier, Bands(seed: 5), Token));

    [Theory, MemberData(nameof(Classifiers))]
    public void A_cancelled_fit_stops(string classifier) =>
        Assert.ThrowsAny<OperationCanceledException>(() => Fit(classifier, Bands(seed: 6), new CancellationToken(canceled: true)));

    [Fact]
    public void Band_averages_cover_the_grid_without_gap_or_overlap()
    {
        Assert.Equal([0.5f, 2.5f, 5], BandAverages.Of([0, 1, 2, 3, 4, 5, 6], 3));
        Assert.Equal([1, 2], BandAverages.Of([1, 2], 8));
    }

    private static float[][] Fit(string classifier, FittingTask task, CancellationToken cancellation) => classifier == "boosted-trees"
        ? FittedClassifier.BoostedTrees(task, rounds: 20, leaves: 4, cancellation)
        : FittedClassifier.LogisticRegression(task, penalty: 0.01, iterations: 100, cancellation);

    /// <summary>Three classes, each with its own band of twelve; a quarter of noise.</summary>
    private static FittingTask Bands(uint seed)
    {
        var generator = new MersenneTwister(seed);
        float[] Row(int label) => [.. Enumerable.Range(0, 12).Select(band => (band / 4 == label ? 0.75f : 0) + generator.NextUpTo(1000) / 4000f)];
        return new FittingTask(
            [.. Enumerable.Range(0, 120).Select(row => Row(row % 3))], [.. Enumerable.Range(0, 120).Select(row => row % 3)], 3,
            [.. Enumerable.Range(0, 30).Select(row => Row(row % 3))]);
    }
}
