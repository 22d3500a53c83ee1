namespace RruffGeo.Geography.Tests;

public sealed class SiteAgreementTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rruffgeo-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Sites_are_counted_by_where_they_fall()
    {
        var atlas = CountryAtlas.LoadEmbedded(AtlasScale.Scale10m);
        MineralSite[] sites =
        [
            new("USA", new GeoPoint(32.22, -110.97)), // Tucson
            new("United States", new GeoPoint(61.2, -149.9)), // Anchorage
            new("Mexico", new GeoPoint(32.22, -110.97)), // Tucson again: in another country
            new("Brasil", new GeoPoint(0, -30)), // mid-Atlantic: in none, and none near
            new("Portugal", new GeoPoint(38.70, -9.53)), // a few kilometres west of Cabo Raso
            new("Atlantis", new GeoPoint(0, 0)),
            new("", new GeoPoint(10, 10)),
        ];

        var agreement = SiteAgreement.Measure(sites, atlas);

        Assert.Equal((5, 2, 2, 1), (agreement.Sites, agreement.Same, agreement.InNone, agreement.InAnother));
        Assert.Equal((1, 1, 1, 6), (agreement.Snapped, agreement.SnappedSame, agreement.Unnamed, agreement.Spellings));
        Assert.Equal([("Atlantis", 1)], agreement.Unmatched);
        Assert.Equal(40, agreement.SamePercent, 9);
        Assert.Equal(60, agreement.SnappedPercent, 9);
    }

    [Fact]
    public void A_table_is_read_with_its_quotes_and_without_the_rows_that_lack_coordinates()
    {
        var path = Write("name\tcountry\tlat\tlon\n\"The \"\"old\"\" mine\tand tab\"\tPeru\t-12\t-77\nx\tChile\t\t\ny\t\t0\t0\n");

        Assert.Equal([new MineralSite("Peru", new GeoPoint(-12, -77)), new MineralSite("", new GeoPoint(0, 0))], MineralSites.Read(path));
    }

    [Theory]
    [InlineData("name\tcountry\tlat\n", "no column 'lon'")]
    [InlineData("country\tlat\tlon\nPeru\t-95\t0\n", "(2): expected degrees but found lat '-95'")]
    [InlineData("country\tlat\tlon\nPeru\tabc\t0\n", "found lat 'abc'")]
    [InlineData("", "no column 'country'")]
    public void A_table_that_cannot_be_used_is_refused_with_its_line(string text, string found)
    {
        var error = Assert.Throws<InvalidDataException>(() => MineralSites.Read(Write(text)).ToList());
        Assert.Contains(found, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "embedded", 98.3, 0.9)]
    [InlineData("compact10m_valid.zip", "10m", 98.4, 0.9)]
    [InlineData("compact50m.zip", "50m", 97.9, 0.9)]
    [InlineData("compact110m.zip", "110m", 97.0, 0.3)]
    public void The_survey_s_sites_fall_into_the_countries_that_it_names(string shapefile, string scale, double leastPercent, double leastSnappedRight)
    {
        var sites = MineralSites.Read(SharedData.Require("mines", "usgs_mineral_sites.tsv.gz")).ToList();
        var atlas = shapefile.Length == 0 ? CountryAtlas.LoadEmbedded(AtlasScale.Scale10m) : CountryAtlas.LoadShapefile(SharedData.Require("naturalearth", shapefile));

        var agreement = SiteAgreement.Measure(sites, atlas);

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{scale}: {agreement}"));
        Assert.Equal(82_532, sites.Count);
        Assert.InRange(agreement.Sites, 81_000, 82_000);
        Assert.InRange(agreement.SamePercent, leastPercent, 100);
        Assert.InRange((double)agreement.SnappedSame / agreement.Snapped, leastSnappedRight, 1);
    }

    [Fact]
    public void Points_of_the_gazetteer_are_repeated_when_it_has_too_few() => Assert.Equal(200_000, GazetteerPoints.Take(200_000).Count);

    private string Write(string text)
    {
        var path = Path.Combine(folder.FullName, "sites.tsv");
        File.WriteAllText(path, text);
        return path;
    }
}
