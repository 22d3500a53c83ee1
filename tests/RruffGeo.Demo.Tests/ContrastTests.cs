namespace RruffGeo.Demo.Tests;

public sealed class ContrastTests(ITestOutputHelper output)
{
    [Fact]
    public void Split_by_row_the_nearest_neighbour_knows_the_country_and_split_by_specimen_it_guesses_better_than_the_majority()
    {
        using var corpus = new DemoFiles(new DemoParameters());
        var neighbour = new NearestNeighbour(corpus);
        var (row, specimen) = (neighbour.ByRow(), neighbour.BySpecimen());
        output.WriteLine($"row {row:P1}, specimen {specimen:P1}, majority {neighbour.Majority:P1}");
        Assert.True(row > 0.8, $"row {row:P1}");
        Assert.True(row - specimen > 0.3, $"row {row:P1}, specimen {specimen:P1}");
        Assert.True(specimen - neighbour.Majority > 0.05, $"specimen {specimen:P1}, majority {neighbour.Majority:P1}");
    }

    [Fact]
    public void Without_the_leak_both_ways_of_splitting_agree()
    {
        using var corpus = new DemoFiles(DemoParameters.WithoutLeak);
        var neighbour = new NearestNeighbour(corpus);
        var (row, specimen) = (neighbour.ByRow(), neighbour.BySpecimen());
        output.WriteLine($"row {row:P1}, specimen {specimen:P1}, majority {neighbour.Majority:P1}");
        Assert.InRange(row - specimen, -0.05, 0.05);
    }

    [Fact]
    public void Several_scans_of_a_specimen_leak_nothing_where_specimens_have_no_fingerprint()
    {
        using var corpus = new DemoFiles(DemoParameters.WithoutLeak with { Scans = 2 });
        var neighbour = new NearestNeighbour(corpus);
        var (row, specimen) = (neighbour.ByRow(), neighbour.BySpecimen());
        output.WriteLine($"row {row:P1}, specimen {specimen:P1}, majority {neighbour.Majority:P1}");
        Assert.InRange(row - specimen, -0.05, 0.05);
    }
}
