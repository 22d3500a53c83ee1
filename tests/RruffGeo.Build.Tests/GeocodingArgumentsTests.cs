using RruffGeo.Build.Arguments;
using RruffGeo.Geography;

namespace RruffGeo.Build.Tests;

public sealed class GeocodingArgumentsTests
{
    private const string LiteralPaper = "set=Geocoded.Services=Nominatim,Photon,ArcGIS";

    [Fact]
    public Task Mistakes_about_geocoders() => Verify(string.Join(
        "\n\n",
        Typed.Mistakes("set=Geocoded.Services=Nominatim,Foton"),
        Typed.Mistakes("set=Geocoded.Services=Photon,Photon", "set=Geocoded.MinimumScore=101"),
        Typed.Mistakes(LiteralPaper),
        Typed.Mistakes("set=Geocoded.Services=Nominatim", "contact=me", "server=Nominatim=ftp://x", "rate=Nominatim=0"),
        Typed.Mistakes("set=Geocoded.Services=Nominatim", "contact=a@example.org", "server=Nominatin=http://x/", "server=http://x/", "rate=Photon"),
        Typed.Mistakes("set=Geocoded.Services=Nominatim", "contact=a@example.org", "server=Nominatim=https://nominatim.openstreetmap.org/", "rate=Nominatim=5"),
        Typed.Mistakes("contact=a@example.org", "rate=Nominatim=5"),
        Typed.Mistakes(LiteralPaper, "offline", "answers=/nowhere/answers.csv")));

    [Fact]
    public void The_gazetteer_is_the_default_and_needs_neither_contact_nor_answers()
    {
        Assert.Empty(Typed.Arguments().Parameters.Geocoded.LiveGeocoders);
        Assert.Empty(Typed.Arguments("offline").Parameters.Geocoded.LiveGeocoders);
    }

    [Fact]
    public void A_plan_of_the_literal_paper_needs_no_contact() =>
        Assert.Equal(GeocoderNames.Live, Typed.Arguments(LiteralPaper, "plan").Parameters.Geocoded.LiveGeocoders);

    [Fact]
    public void Servers_and_rates_are_given_by_geocoder_and_the_rest_is_careful()
    {
        var options = Typed.Arguments(
            "set=Geocoded.Services=Nominatim,Photon", "contact=a@example.org", "server=photon=http://photon.example/own/", "rate=Photon=2.5").Geocoding
            .OptionsOf(["Nominatim", "Photon"]);

        Assert.Equal(
            [("Nominatim", "http://localhost:8080/", 1.0), ("Photon", "http://photon.example/own/", 2.5)],
            options.Select(option => (option.Geocoder, option.Server.AbsoluteUri, option.RequestsPerSecond)));
        Assert.All(options, option => Assert.Equal(
            (TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(2), "a@example.org"), (option.Timeout, option.LongestTime, option.Contact)));
    }
}
