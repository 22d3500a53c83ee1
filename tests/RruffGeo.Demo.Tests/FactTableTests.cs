namespace RruffGeo.Demo.Tests;

public sealed class FactTableTests
{
    [Fact]
    public void Every_mineral_of_a_locality_has_bands()
    {
        var named = DemoLocality.All.Concat(DemoLocality.Synthetic).Concat(DemoLocality.Unknown).SelectMany(l => l.Minerals);
        Assert.All(named, mineral => Assert.True(DemoMineral.ByName.ContainsKey(mineral), mineral));
    }

    [Fact]
    public void Bands_increase_lie_within_the_measured_range_and_one_is_the_strongest() => Assert.All(DemoMineral.ByName.Values, mineral =>
    {
        var positions = mineral.Bands.Select(band => band.Position).ToArray();
        Assert.Equal(positions.Order().Distinct(), positions);
        Assert.InRange(positions[0], 100, 1500);
        Assert.InRange(positions[^1], 100, 1500);
        Assert.Single(mineral.Bands, band => band.Height == 100);
    });

    [Fact]
    public void Quartz_has_its_main_band_at_464() =>
        Assert.Equal(464, DemoMineral.ByName["Quartz"].Bands.MaxBy(band => band.Height).Position);

    [Fact]
    public void A_row_with_another_number_of_fields_is_named_by_file_and_line()
    {
        var error = Assert.Throws<InvalidDataException>(() => FactTable.Rows("localities.txt", 4).ToList());
        Assert.StartsWith("localities.txt(3): expected 4 fields parted by '|' but found 'Herkimer", error.Message, StringComparison.Ordinal);
    }
}
