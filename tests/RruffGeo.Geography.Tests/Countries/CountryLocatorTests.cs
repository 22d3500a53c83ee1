using System.Collections.Concurrent;

namespace RruffGeo.Geography.Tests;

public sealed class CountryLocatorTests
{
    private static readonly CountryLocator Plain = new(CountryAtlas.LoadEmbedded(AtlasScale.Scale10m));

    [Theory]
    [InlineData(32.2226, -110.9747, "United States of America")] // Tucson
    [InlineData(67.6142, 33.6630, "Russia")] // Kirovsk
    [InlineData(-29.31, 27.48, "Lesotho")] // Maseru, inside a hole of South Africa
    [InlineData(43.936, 12.447, "San Marino")] // inside a hole of Italy
    [InlineData(-10.7167, 25.4667, "Dem. Rep. Congo")] // Kolwezi
    [InlineData(-4.2634, 15.2429, "Congo")] // Brazzaville
    [InlineData(72, -40, "Greenland")]
    [InlineData(66.2, -172.5, "Russia")] // Chukotka, east of the antimeridian
    [InlineData(-85, 0, "Antarctica")]
    [InlineData(-16.5, 179.3, "Fiji")] // just west of the antimeridian
    public void A_point_is_found_in_its_country(double latitude, double longitude, string country)
    {
        var match = Plain.Find(new GeoPoint(latitude, longitude));

        Assert.Equal((country, MatchRule.Inside, 0.0), (match.Country?.Name, match.Rule, match.DistanceDegrees));
    }

    [Fact]
    public void A_point_at_sea_has_no_country_under_the_plain_join() =>
        Assert.Equal(default, Plain.Find(new GeoPoint(0, -30)));

    [Fact]
    public void A_point_off_the_coast_takes_the_nearest_country_within_the_snap_distance()
    {
        var offLisbon = new GeoPoint(38.60, -9.60); // about 0.1° west of Cabo Raso

        Assert.Equal(MatchRule.None, Plain.Find(offLisbon).Rule);
        var snapped = new CountryLocator(CountryAtlas.LoadEmbedded(AtlasScale.Scale10m), 0.5).Find(offLisbon);
        Assert.Equal(("Portugal", MatchRule.Nearest), (snapped.Country?.Name, snapped.Rule));
        Assert.InRange(snapped.DistanceDegrees, 0.05, 0.25);
        Assert.Equal(MatchRule.None, new CountryLocator(CountryAtlas.LoadEmbedded(AtlasScale.Scale10m), 0.01).Find(offLisbon).Rule);
    }

    [Fact]
    public void A_point_on_a_border_belongs_to_the_ordinally_first_name()
    {
        var (france, spain) = (Shape("France"), Shape("Spain"));
        var common = france.Geometry.Coordinates.Intersect(spain.Geometry.Coordinates).Skip(5).First();

        Assert.Equal("France", Plain.Find(new GeoPoint(common.Y, common.X)).Country?.Name);
    }

    [Fact]
    public void Threads_get_the_answers_of_one_thread()
    {
        var points = Grid(20_000).ToArray();
        var alone = points.Select(point => Plain.Find(point).Country?.Name).ToArray();

        var together = new ConcurrentDictionary<int, string?>();
        Parallel.For(0, points.Length, i => together[i] = Plain.Find(points[i]).Country?.Name);

        Assert.All(Enumerable.Range(0, points.Length), i => Assert.Equal(alone[i], together[i]));
    }

    [Fact]
    public void About_a_third_of_a_latitude_longitude_grid_is_land() =>
        Assert.InRange(Grid(20_000).Count(point => Plain.Find(point).Rule == MatchRule.Inside), 5_000, 9_000);

    private static CountryShape Shape(string name) => CountryAtlas.LoadEmbedded(AtlasScale.Scale10m).Countries.Single(country => country.Name == name);

    /// <summary>Points spread over the globe by two irrational steps.</summary>
    private static IEnumerable<GeoPoint> Grid(int count) => Enumerable.Range(0, count).Select(i =>
        new GeoPoint((i * 0.6180339887 % 1 * 180) - 90, (i * 0.7548776662 % 1 * 360) - 180));
}
