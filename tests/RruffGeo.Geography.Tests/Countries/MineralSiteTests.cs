using System.Globalization;
using System.IO.Compression;

namespace RruffGeo.Geography.Tests;

/// <summary>The join against sites whose country is known from elsewhere; points made from the polygons would prove nothing.</summary>
public sealed class MineralSiteTests
{
    [Theory]
    [InlineData(AtlasScale.Scale10m, 98.3)]
    [InlineData(AtlasScale.Scale110m, 96.9)]
    public void Mineral_sites_fall_into_the_country_that_their_survey_names(AtlasScale scale, double leastPercent)
    {
        var locator = new CountryLocator(CountryAtlas.LoadEmbedded(scale));
        var sites = Sites(SharedData.Require("mines", "usgs_mineral_sites.tsv.gz")).ToList();

        var right = sites.Count(site => locator.Find(site.Point).Country?.Name == site.Country);

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{right} of {sites.Count}: {100.0 * right / sites.Count:F2} %"));
        Assert.InRange(sites.Count, 81_000, 82_000);
        Assert.InRange(100.0 * right / sites.Count, leastPercent, 100);
    }

    private static IEnumerable<(string Country, GeoPoint Point)> Sites(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var columns = reader.ReadLine()!.Split('\t').ToList();
        var (country, latitude, longitude) = (columns.IndexOf("country"), columns.IndexOf("lat"), columns.IndexOf("lon"));
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            if (!names.TryGetValue(fields[country], out var name))
                names.Add(fields[country], name = CountryReader.Read(LocalityText.Clean(fields[country]).Text).Country);
            if (name.Length > 0)
            {
                yield return (name, new GeoPoint(
                    double.Parse(fields[latitude], CultureInfo.InvariantCulture), double.Parse(fields[longitude], CultureInfo.InvariantCulture)));
            }
        }
    }
}
