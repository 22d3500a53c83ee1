namespace RruffGeo.Geography.Tests;

public sealed class WorldRegionTests
{
    [Theory]
    [InlineData("MX", "Americas", "Central America")]
    [InlineData("RU", "Europe", "Eastern Europe")]
    [InlineData("TR", "Asia", "Western Asia")]
    [InlineData("GL", "Americas", "Northern America")]
    [InlineData("XK", "Europe", "Southern Europe")]
    public void Countries_lie_where_the_standard_puts_them(string code, string continent, string name) =>
        Assert.Equal(new WorldRegion(continent, name), WorldRegion.Of(code));

    [Fact]
    public void Every_country_of_the_atlas_with_a_code_lies_in_a_region() =>
        Assert.All(
            CountryAtlas.LoadEmbedded(AtlasScale.Scale110m).Countries.Where(country => country.IsoCode.Length > 0),
            country => Assert.NotNull(WorldRegion.Of(country.IsoCode)));

    [Fact]
    public void No_code_is_no_region() => Assert.Null(WorldRegion.Of(""));
}
