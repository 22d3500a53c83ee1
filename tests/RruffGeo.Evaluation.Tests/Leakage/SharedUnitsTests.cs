namespace RruffGeo.Evaluation.Tests;

public sealed class SharedUnitsTests
{
    [Fact]
    public void A_unit_is_shared_if_any_of_its_rows_lies_in_another_fold() =>
        Assert.Equal([true, true, true, false, false], SharedUnits.InTraining([7, 7, 7, 8, 8], [0, 0, 1, 2, 2]));

    [Fact]
    public void Units_are_numbered_by_first_appearance_and_nameless_rows_are_units_of_their_own() =>
        Assert.Equal([0, 1, 0, 2], SharedUnits.Number(["R2", "", "R2", ""]));

    [Fact]
    public void Random_folds_share_specimens_as_often_as_the_formula_says()
    {
        // A specimen with m rows has a sibling in training with probability 1 − (1/K)^(m−1): 1 − 1/25 for m = 3, K = 5.
        var units = Enumerable.Range(0, 30_000).Select(row => row / 3).ToArray();
        var generator = new MersenneTwister(1);
        var folds = units.Select(_ => (int)generator.NextUpTo(4)).ToArray();
        Assert.InRange(SharedUnits.InTraining(units, folds).Average(shared => shared ? 1.0 : 0), 0.95, 0.97);
    }
}
