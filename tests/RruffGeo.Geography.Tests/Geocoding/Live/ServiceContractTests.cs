using RruffGeo.Loopback;

namespace RruffGeo.Geography.Tests;

public sealed class ServiceContractTests
{
    [Fact]
    public async Task Nominatim_is_asked_and_read_as_documented()
    {
        using var asking = new Asking("Nominatim", LoopbackReply.Ok(GeocoderBodies.Nominatim("46.0212076", "7.7488220", "Zermatt, Valais, Switzerland")));

        var found = Assert.IsType<GeocodeAnswer.Found>(await asking.AskAsync("Zermatt & Täsch, Switzerland"));

        Assert.Equal("/search?q=Zermatt%20%26%20T%C3%A4sch%2C%20Switzerland&format=jsonv2&limit=1&accept-language=en", Assert.Single(asking.Requests).Target);
        Assert.Equal(new GeocodeAnswer.Found(
            new GeoPoint(46.0212076, 7.748822), PlacePrecision.City, "Zermatt, Valais, Switzerland", "village, answered 2026-03-01"), found);
    }

    [Fact]
    public async Task Photon_is_asked_and_read_as_documented()
    {
        using var asking = new Asking("Photon", LoopbackReply.Ok(GeocoderBodies.Photon("46.0212", "7.7488", "Zermatt", "county")));

        var found = Assert.IsType<GeocodeAnswer.Found>(await asking.AskAsync());

        Assert.Equal("/api?q=Zermatt%2C%20Switzerland&limit=1&lang=en", Assert.Single(asking.Requests).Target);
        Assert.Equal(new GeocodeAnswer.Found(
            new GeoPoint(46.0212, 7.7488), PlacePrecision.Admin2, "Zermatt, Switzerland", "county, answered 2026-03-01"), found);
    }

    [Fact]
    public async Task ArcGIS_is_asked_and_read_as_documented()
    {
        using var asking = new Asking("ArcGIS", LoopbackReply.Ok(GeocoderBodies.ArcGis("46.0212", "7.7488", "Zermatt, Valais")));

        var found = Assert.IsType<GeocodeAnswer.Found>(await asking.AskAsync());

        var request = Assert.Single(asking.Requests);
        Assert.StartsWith(
            "/findAddressCandidates?singleLine=Zermatt%2C%20Switzerland&f=json&maxLocations=1&outFields=Addr_type,Type&forStorage=true&token=",
            request.Target, StringComparison.Ordinal);
        Assert.Equal(Asking.Secret, request.Query["token"]);
        Assert.Equal(new GeocodeAnswer.Found(
            new GeoPoint(46.0212, 7.7488), PlacePrecision.City, "Zermatt, Valais", "Locality/City, score 97.5, answered 2026-03-01"), found);
    }

    [Theory]
    [InlineData("Nominatim")]
    [InlineData("Photon")]
    [InlineData("ArcGIS")]
    public async Task Not_found_is_an_answer_and_is_kept(string service)
    {
        using var asking = new Asking(service, LoopbackReply.Ok(GeocoderBodies.NotFound(service)));

        Assert.Equal(new GeocodeAnswer.NotFound($"{service} knows no such place"), await asking.AskAsync());
        Assert.Equal(new GeocodeAnswer.NotFound($"{service} knows no such place"), await asking.AskAsync());

        Assert.Single(asking.Requests);
        Assert.Equal((null, 200), (asking.Book.Answers.Find("Zermatt, Switzerland", service)!.Point, asking.Book.Answers.Find("Zermatt, Switzerland", service)!.Status));
    }

    [Theory]
    [InlineData("Nominatim")]
    [InlineData("Photon")]
    [InlineData("ArcGIS")]
    public async Task Zero_zero_is_a_place(string service)
    {
        using var asking = new Asking(service, LoopbackReply.Ok(GeocoderBodies.Found(service, "0", "0.0", "Null Island")));
        Assert.Equal(new GeoPoint(0, 0), Assert.IsType<GeocodeAnswer.Found>(await asking.AskAsync()).Point);
    }

    [Theory]
    [InlineData("Nominatim", "90.001", "0")]
    [InlineData("Nominatim", "NaN", "0")]
    [InlineData("Nominatim", "Infinity", "0")]
    [InlineData("Nominatim", "46,02", "7")]
    [InlineData("Photon", "0", "180.5")]
    [InlineData("Photon", "1e999", "0")]
    [InlineData("Photon", "null", "0")]
    [InlineData("ArcGIS", "-91", "0")]
    [InlineData("ArcGIS", "\"NaN\"", "\"NaN\"")]
    public async Task Coordinates_that_are_none_are_a_failure(string service, string latitude, string longitude)
    {
        using var asking = new Asking(service, LoopbackReply.Ok(GeocoderBodies.Found(service, latitude, longitude, "Nowhere")));
        Assert.Equal($"{service}: {service} sent coordinates that are none", await asking.FailureAsync());
    }

    [Fact]
    public async Task A_low_score_counts_as_not_found_and_is_kept_with_its_score()
    {
        using var asking = new Asking("ArcGIS", LoopbackReply.Ok(GeocoderBodies.ArcGis("1", "2", "Quarry Lane 3", score: 71.25)));

        Assert.Equal(new GeocodeAnswer.NotFound("ArcGIS's best match, 'Quarry Lane 3', scores 71.25, below 80"), await asking.AskAsync());

        Assert.Equal(71.25, asking.Book.Answers.Find("Zermatt, Switzerland", "ArcGIS")!.Score);
    }

    [Theory]
    [InlineData("Nominatim", "country", PlacePrecision.Country)]
    [InlineData("Nominatim", "state", PlacePrecision.Admin1)]
    [InlineData("Nominatim", "quarry", PlacePrecision.Site)]
    [InlineData("Photon", "district", PlacePrecision.City)]
    [InlineData("Photon", "house", PlacePrecision.Site)]
    [InlineData("ArcGIS", "POI/Mine", PlacePrecision.Site)]
    [InlineData("ArcGIS", "Locality/State or Province", PlacePrecision.Admin1)]
    [InlineData("ArcGIS", "", PlacePrecision.Site)]
    public void A_kind_of_place_has_a_precision(string service, string kind, PlacePrecision precision) =>
        Assert.Equal(precision, PlaceKind.PrecisionOf(service, kind));

    [Theory]
    [InlineData("Nominatim")]
    [InlineData("Photon")]
    [InlineData("ArcGIS")]
    public async Task Requests_say_who_asks(string service)
    {
        using var asking = new Asking(service, LoopbackReply.Ok(GeocoderBodies.NotFound(service)));
        await asking.AskAsync();
        Assert.Equal("RruffGeo/1.0 (curator@example.org)", asking.Requests[0].Headers["user-agent"]);
    }

    [Fact]
    public async Task A_name_from_a_server_is_one_bounded_line()
    {
        var name = "Zermatt\\u0000\\n=HYPERLINK(\\u202e\\u2028" + new string('x', 1000);
        using var asking = new Asking("Nominatim", LoopbackReply.Ok(GeocoderBodies.Nominatim("46", "7", name)));

        var found = Assert.IsType<GeocodeAnswer.Found>(await asking.AskAsync());

        Assert.Equal("Zermatt =HYPERLINK( " + new string('x', 280) + "…", found.Matched);
    }
}
