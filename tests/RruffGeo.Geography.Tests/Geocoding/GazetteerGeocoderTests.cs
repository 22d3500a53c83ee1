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
    [InlineData("Brazil, 2697 ASL", PlacePrecision.Country, "Brazil")]
    [InlineData("Death Valley USA", PlacePrecision.City, "Death Valley, Inyo County, California, United States of America")]
    [InlineData("Somewhere else USA", PlacePrecision.Country, "United States of America")]
    [InlineData("Långban, Sweden", PlacePrecision.Admin1, "Värmland, Sweden")]
    [InlineData("Yukon Canada", PlacePrecision.Admin1, "Yukon, Canada")]
    [InlineData("Bohemia, Czech Republic", PlacePrecision.Country, "Czechia")]
    [InlineData("Dem. Rep. Congo", PlacePrecision.Country, "Dem. Rep. Congo")]
    [InlineData("near Hemet, Riverside County, California, USA", PlacePrecision.City, "Hemet, Riverside County, California, United States of America")]
    [InlineData("Sussex Co., New Jersey, USA", PlacePrecision.Admin2, "Sussex County, New Jersey, United States of America")]
    [InlineData("Sussex, Kings Co., New Brunswick, Canada", PlacePrecision.City, "Sussex, Kings County, New Brunswick, Canada")]
    [InlineData("Dal'negorsk, Primorskiy Kray, Russia", PlacePrecision.City, "Dalnegorsk, Primorye, Russia")]
    [InlineData("Mont St. Hilaire, Quebec, Canada", PlacePrecision.City, "Mont-Saint-Hilaire, Montérégie, Quebec, Canada")]
    [InlineData("Tierra Amarilla, Atacama, Chile", PlacePrecision.City, "Tierra Amarilla, Provincia de Copiapó, Atacama, Chile")]
    [InlineData("Bombay, India", PlacePrecision.City, "Mumbai, Maharashtra, India")]
    [InlineData("Joachimsthal, Bohemia, Czech Republic", PlacePrecision.City, "Jáchymov, Okres Karlovy Vary, Carlsbad Region, Czechia")]
    [InlineData("Urals, Russia", PlacePrecision.Country, "Russia")] // not a village in Siberia
    [InlineData("a quarry near Darmstadt, Odenwald, Germany", PlacePrecision.City, "Darmstadt, Regierungsbezirk Darmstadt, Hesse, Germany")]
    [InlineData("20 km. south of Copiapo, Chile", PlacePrecision.City, "Copiapó, Provincia de Copiapó, Atacama, Chile")]
    [InlineData("Califonia, USA", PlacePrecision.Admin1, "California, United States of America")]
    [InlineData("Conselheiro Pema, Minas Gerias, Brazil", PlacePrecision.City, "Conselheiro Pena, Conselheiro Pena, Minas Gerais, Brazil")]
    [InlineData("Bou Azzer, Morocco", PlacePrecision.Admin1, "Drâa-Tafilalet, Morocco")]
    [InlineData("Mayaguez, Puerto Rico, USA", PlacePrecision.Admin1, "Mayagüez, Puerto Rico")]
    [InlineData("Ettringen, Laacher See, Germany", PlacePrecision.City, "Ettringen, Rheinland-Pfalz, Germany")]
    [InlineData("Luxembourg, Luxembourg", PlacePrecision.Admin1, "Luxembourg, Luxembourg")]
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
    [InlineData("Långban, Filipstad, Värmland, Sweden")] // the town after it is finer than the unit that the mine's name stands for
    [InlineData("Ettringen, a lake nobody knows, Germany")] // two places, and the field between may tell which
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
