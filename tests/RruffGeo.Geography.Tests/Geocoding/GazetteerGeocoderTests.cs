namespace RruffGeo.Geography.Tests;

public sealed class GazetteerGeocoderTests
{
    private static readonly GazetteerGeocoder Geocoder = new(CountryAtlas.LoadEmbedded(AtlasScale.Scale10m));

    [Theory]
    [InlineData("Bisbee, Cochise County, Arizona, USA", PlacePrecision.City, "Bisbee, Cochise County, Arizona, United States of America")]
    [InlineData("Tsumeb, Otavi District, Oshikoto, Namibia", PlacePrecision.City, "Tsumeb, Oshikoto Region, Namibia")]
    [InlineData("Cochise County, Arizona, USA", PlacePrecision.Admin2, "Cochise County, Arizona, United States of America")]
    [InlineData("California, USA", PlacePrecision.Admin1, "California, United States of America")] // not the town in Maryland
    [InlineData("Arizona", PlacePrecision.Admin1, "Arizona, United States of America")]
    [InlineData("Varmland, Sweden", PlacePrecision.Admin1, "Värmland, Sweden")]
    [InlineData("Toscana, Italy", PlacePrecision.Admin1, "Tuscany, Italy")]
    [InlineData("Oshikoto, Namibia", PlacePrecision.Admin1, "Oshikoto Region, Namibia")]
    [InlineData("Yukon Canada", PlacePrecision.Admin1, "Yukon, Canada")]
    [InlineData("Bohemia, Czech Republic", PlacePrecision.Country, "Czechia")]
    [InlineData("Dem. Rep. Congo", PlacePrecision.Country, "Dem. Rep. Congo")]
    [InlineData("near Hemet, Riverside County, California, USA", PlacePrecision.City, "Hemet, Riverside County, California, United States of America")]
    public void A_place_is_found_inside_what_the_fields_after_it_name(string candidate, PlacePrecision precision, string matched)
    {
        var found = Assert.IsType<GeocodeAnswer.Found>(Geocode(candidate));

        Assert.Equal((precision, matched), (found.Precision, found.Matched));
    }

    [Fact]
    public void A_city_has_its_coordinates()
    {
        var found = Assert.IsType<GeocodeAnswer.Found>(Geocode("Tucson, Arizona, USA"));

        Assert.InRange(found.Point.Latitude, 32.1, 32.3);
        Assert.InRange(found.Point.Longitude, -111.1, -110.8);
    }

    [Fact]
    public void Of_several_cities_the_most_populous_is_taken_and_the_number_is_said()
    {
        var found = Assert.IsType<GeocodeAnswer.Found>(Geocode("Springfield, USA"));

        Assert.Equal("Springfield, Greene County, Missouri, United States of America", found.Matched);
        Assert.Matches(@"^most populous of \d+ places of that name$", found.Why);
    }

    [Theory]
    [InlineData("Bisbee, Maricopa County, Arizona, USA")] // the town lies in another county
    [InlineData("Oktyabr'sky mine, Noril'sk, Russia")] // a town of that name lies far from Noril'sk
    [InlineData("no such place at all, Chile")]
    [InlineData("Unknown")]
    [InlineData("USSR")]
    public void A_place_that_is_not_there_is_not_found(string candidate) => Assert.IsType<GeocodeAnswer.NotFound>(Geocode(candidate));

    [Fact]
    public void Every_country_but_the_smallest_gets_a_label_point()
    {
        var missing = CountryCodes.All.Select(row => row.Name).Distinct()
            .Where(name => name is not ("Antarctica" or "Congo") && Geocode(name) is not GeocodeAnswer.Found);

        Assert.Equal(["Vatican"], missing);
    }

    private static GeocodeAnswer Geocode(string candidate) => Geocoder.Geocode(candidate, TestContext.Current.CancellationToken);
}
