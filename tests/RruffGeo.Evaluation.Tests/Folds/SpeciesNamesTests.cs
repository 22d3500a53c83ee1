namespace RruffGeo.Evaluation.Tests;

public sealed class SpeciesNamesTests
{
    [Fact]
    public void Names_of_one_specimen_are_one_species_even_through_a_third_name() =>
        Assert.Equal(
            ["A", "A", "A", "A", "Quartz"],
            SpeciesNames.Join(["C", "B", "B", "A", "Quartz"], ["R1", "R1", "R2", "R2", "R3"]));

    [Fact]
    public void Rows_without_a_specimen_join_nothing() =>
        Assert.Equal(["A", "B"], SpeciesNames.Join(["A", "B"], ["", ""]));
}
