using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RruffGeo.Stages.Tests;

public sealed class RealLocalitiesTests(RealArchives archives) : IClassFixture<RealArchives>
{
    private const int Drawn = 100;
    private const string Draw = "audit 2026\n"; // seeds the drawing: another word, another sample
    private static readonly string[] CountryVerdicts = ["right", "wrong", "rightly-none", "wrongly-none"];
    private static readonly string[] RegionVerdicts = ["right", "wrong", "unclaimed", "cannot-tell"];

    [Fact]
    public void Every_row_of_the_real_archives_is_accounted_for() => RowFlowTests.AddsUp(RowFlow.Of(archives.Rows()));

    [Fact]
    public void The_hand_checked_sample_still_refers_to_the_same_placements()
    {
        var table = Path.Combine(RealArchives.Root(), "tests", "RruffGeo.Stages.Tests", "02-geocoded", "hand-checked-localities.tsv");
        var verdicts = File.ReadLines(table).Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split('\t'))
            .ToDictionary(fields => fields[0], fields => (Placement: fields[1], Country: fields[2], Region: fields[3]));

        var drawn = archives.Geocoded.Localities
            .OrderBy(row => Digest(Draw + row.Locality), StringComparer.Ordinal).Take(Drawn)
            .ToDictionary(row => SuspiciousPlaces.Id(row.Locality), Placement);

        Assert.Equal(drawn.Keys.Order(StringComparer.Ordinal), verdicts.Keys.Order(StringComparer.Ordinal));
        var moved = drawn.Where(place => verdicts[place.Key].Placement != place.Value).Select(place => $"{place.Key} is now {place.Value}");
        Assert.True(!moved.Any(), $"These placements have changed since they were judged; judge them again:\n{string.Join('\n', moved)}");
        Assert.All(verdicts.Values, verdict => Assert.True(CountryVerdicts.Contains(verdict.Country) && RegionVerdicts.Contains(verdict.Region)));
    }

    // Enough to notice that a point, a precision class or a country is another one.
    private static string Placement(GeocodedLocality row) => Digest(string.Create(
        CultureInfo.InvariantCulture, $"{row.TokenCountry}|{row.Precision}|{row.Latitude:F3}|{row.Longitude:F3}"))[..12];

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
