using CsCheck;

namespace RruffGeo.Evaluation.Tests;

public sealed class ExpectedSiblingsTests
{
    [Fact]
    public void A_specimen_of_one_row_has_no_sibling_and_one_of_three_misses_it_in_one_of_twenty_five() =>
        Assert.Equal((0 + (3 * (1 - (1 / 25.0)))) / 4, ExpectedSiblings.Share([7, 3, 3, 3], 5), 12);

    [Fact]
    public void Without_rows_there_is_no_share() => Assert.Equal(0, ExpectedSiblings.Share([], 5));

    [Fact]
    public void Rows_thrown_into_folds_by_chance_have_siblings_as_often_as_expected() => Gen.Int[2, 6].Sample(
        folds =>
        {
            var random = new MersenneTwister((uint)folds);
            int[] units = [.. Enumerable.Range(0, 20_000).Select(row => row < 8000 ? row / 2 : 8000 + (row / 5))];
            int[] thrown = [.. units.Select(_ => (int)random.NextUpTo((uint)folds - 1))];
            Assert.Equal(ExpectedSiblings.Share(units, folds), SharedUnits.InTraining(units, thrown).Average(shared => shared ? 1.0 : 0), 0.015);
        }, iter: 5);
}
