using CsCheck;

namespace RruffGeo.Evaluation.Tests;

public sealed class StratifiedFoldsTests
{
    // Expected folds were made with scikit-learn 1.2.1 and numpy 1.24.2.
    private static readonly int[] Classes = [2, 0, 0, 1, 2, 1, 0, 2, 2, 0, 1, 0, 0, 2, 2, 1, 0, 0, 2, 2, 0, 3];

    [Fact]
    public void Folds_in_order_equal_scikit_learns() =>
        Assert.Equal([0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 2, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 0], StratifiedFolds.InOrder(Classes, 3));

    [Fact]
    public void Three_shuffled_folds_of_seed_42_equal_scikit_learns() =>
        Assert.Equal([0, 1, 2, 0, 1, 1, 0, 0, 2, 1, 2, 1, 2, 0, 1, 2, 0, 0, 1, 2, 2, 0], StratifiedFolds.Shuffled(Classes, 3, 42));

    [Fact]
    public void Five_shuffled_folds_of_seed_0_equal_scikit_learns() =>
        Assert.Equal([3, 1, 0, 2, 1, 0, 4, 0, 4, 3, 4, 4, 0, 1, 0, 3, 2, 1, 2, 2, 3, 1], StratifiedFolds.Shuffled(Classes, 5, 0));

    [Fact]
    public void Relabelling_classes_changes_no_fold()
    {
        var relabelled = Array.ConvertAll(Classes, label => 90 - 7 * label);
        Assert.Equal(StratifiedFolds.Shuffled(Classes, 5, 9), StratifiedFolds.Shuffled(relabelled, 5, 9));
    }

    [Fact]
    public void A_class_smaller_than_the_folds_is_kept_if_another_is_large_enough() =>
        Assert.Equal([0, 1, 2, 0], StratifiedFolds.InOrder([5, 5, 5, 6], 3));

    [Fact]
    public void Classes_that_are_all_too_small_are_an_error_that_says_what_to_do()
    {
        var error = Assert.Throws<InvalidDataException>(() => StratifiedFolds.InOrder([0, 0, 1, 1, 2], 3));
        Assert.Equal(
            "No class can be divided into 3 folds: the largest of 3 classes has 2 rows. Use fewer folds or more spectra.",
            error.Message);
    }

    [Fact]
    public void Counts_of_a_class_and_sizes_of_folds_differ_by_at_most_one() =>
        Gen.Select(Gen.Int[0, 6].Array[20, 200], Gen.Int[2, 5], Gen.UInt)
            .Where((classes, folds, _) => classes.GroupBy(label => label).Any(group => group.Count() >= folds))
            .Sample((classes, folds, seed) =>
            {
                var assigned = StratifiedFolds.Shuffled(classes, folds, seed);
                Assert.All(assigned, fold => Assert.InRange(fold, 0, folds - 1));
                AssertEven(assigned, folds);
                foreach (var label in classes.Distinct())
                    AssertEven(assigned.Where((_, row) => classes[row] == label), folds);
            });

    private static void AssertEven(IEnumerable<int> assigned, int folds)
    {
        var sizes = new int[folds];
        foreach (var fold in assigned)
            sizes[fold]++;
        Assert.InRange(sizes.Max() - sizes.Min(), 0, 1);
    }
}
