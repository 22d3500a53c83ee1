namespace RruffGeo.Evaluation.Tests;

public sealed class BaselineTests
{
    [Fact]
    public void The_majority_is_that_of_the_training_rows_and_ties_go_to_the_lower_class()
    {
        // Fold 0 held out: one row of class 1, two of class 2. Fold 1 held out: one each of classes 0 and 2.
        var predictions = MajorityBaseline.Predict(new FoldedTask([0, 2, 1, 2, 2], 3, [0, 0, 1, 1, 1]));
        Assert.Equal([2, 2, 0, 0, 0], predictions.Predicted);
        Assert.Equal([2, 0, 2, 1, 1], predictions.RankOfTruth!);
    }

    [Fact]
    public void The_species_prior_blends_the_species_counts_with_the_shares()
    {
        // Held out: rows of fold 0. Training: class 0 four times (Quartz once), class 1 twice (Quartz once), class 2 three times (Beryl).
        // Quartz: class 0 (1 + 4/9)/3 before class 1 (1 + 2/9)/3 before class 2 (3/9)/3. Unseen: the shares.
        var task = new FoldedTask([1, 2, 1, 0, 0, 0, 0, 1, 1, 2, 2, 2], 3, [0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
        string[] species = ["Quartz", "Beryl", "New", "Quartz", "Talc", "Talc", "Talc", "Quartz", "Zircon", "Beryl", "Beryl", "Beryl"];
        var predictions = SpeciesPriorBaseline.Predict(task, species);
        Assert.Equal([0, 2, 0], predictions.Predicted[..3]);
        Assert.Equal([1, 0, 2], predictions.RankOfTruth![..3]);
    }

    [Fact]
    public void A_majority_of_the_species_beats_a_larger_class()
    {
        var task = new FoldedTask([0, 0, 0, 0, 0, 1, 1, 1], 2, [1, 1, 1, 1, 1, 1, 1, 0]);
        var predictions = SpeciesPriorBaseline.Predict(task, ["T", "T", "T", "T", "Q", "Q", "Q", "Q"]);
        // (2 + 2/7)/4 for class 1 against (1 + 5/7)/4 for class 0.
        Assert.Equal(1, predictions.Predicted[7]);
    }

    [Fact]
    public void Metadata_are_weighed_as_naive_bayes_weighs_them()
    {
        // Training: class 0 with x twice and y once, class 1 with y once.
        // x: 3·(2.5/4) = 1.875 against 1·(0.5/2) = 0.25; y: 3·(1.5/4) = 1.125 against 1·(1.5/2) = 0.75.
        // Owner q: a factor of 0.25/4 against 1.25/2; owner p: 3.75/4 against 0.75/2.
        var task = new FoldedTask([0, 0, 0, 1, 0, 1, 1], 2, [1, 1, 1, 1, 0, 0, 0]);
        string[] laser = ["x", "x", "y", "y", "x", "y", "y"];
        string[] owner = ["p", "p", "p", "q", "q", "p", "q"];
        Assert.Equal([0, 0, 0], MetadataBaseline.Predict(task, [laser]).Predicted[4..]);
        Assert.Equal([0, 1, 1], MetadataBaseline.Predict(task, [laser]).RankOfTruth![4..]);
        Assert.Equal([1, 0, 1], MetadataBaseline.Predict(task, [laser, owner]).Predicted[4..]);
    }

    [Fact]
    public void A_value_unseen_in_training_and_one_that_all_share_change_nothing()
    {
        var task = new FoldedTask([0, 1, 1, 0, 0], 2, [1, 1, 1, 0, 0]);
        string[] constant = ["c", "c", "c", "c", "new"];
        Assert.Equal([1, 1], MetadataBaseline.Predict(task, [constant, constant]).Predicted[3..]);
        Assert.Equal([0, 1], MetadataBaseline.Predict(task, [["v", "w", "w", "v", "new"], constant]).Predicted[3..]);
    }

    [Fact]
    public void The_padding_mask_takes_the_commonest_class_at_the_nearest_mask()
    {
        var task = new FoldedTask([0, 1, 1, 0, 0, 0, 2], 3, [1, 1, 1, 1, 1, 1, 0]);
        PaddingMask[] masks = [new(0, 50), new(0, 50), new(0, 50), new(9, 9), new(9, 9), new(9, 9), new(2, 48)];
        Assert.Equal(1, PaddingMaskBaseline.Predict(task, masks).Predicted[6]);
    }

    [Fact]
    public void Masks_at_equal_distance_vote_together_and_ties_go_to_the_larger_class()
    {
        var task = new FoldedTask([1, 0, 0, 2], 3, [1, 1, 1, 0]);
        PaddingMask[] masks = [new(0, 10), new(0, 14), new(40, 90), new(0, 12)];
        Assert.Equal(0, PaddingMaskBaseline.Predict(task, masks).Predicted[3]);
    }

    [Theory]
    [InlineData(100.0, 400.0, 0, 30)]
    [InlineData(100.1, 399.9, 1, 29)]
    [InlineData(50.0, 2000.0, 0, 90)]
    public void A_mask_spans_the_grid_points_inside_the_native_range(double first, double last, int expectedFirst, int expectedLast) =>
        Assert.Equal(new PaddingMask(expectedFirst, expectedLast), PaddingMask.Of(first, last, 100, 1000, 91));
}
