namespace RruffGeo.Geography.Tests;

public sealed class OriginRefusalTests
{
    [Theory]
    [InlineData("Synthetic, made in the Czech Republic", "synthetic")]
    [InlineData("Springwater meteorite, Springwater, Canada", "meteorite")]
    [InlineData("NWA 2086 at a university, Hungary", "meteorite")]
    [InlineData("a carbonaceous chondrite, Poland", "meteorite")]
    [InlineData("unknown", "unknown")]
    [InlineData("", "empty")]
    [InlineData("from Sigma", "maker")]
    [InlineData("5000 m depth, Atlantic Ocean", "sea")]
    [InlineData("Mt. Erebus, Antarctica", "antarctica")]
    [InlineData("Northwest Africa", "region")]
    public void A_text_without_an_origin_is_refused_with_its_reason(string locality, string code) => Assert.Equal(code, Refusal(locality)?.Code);

    [Theory]
    [InlineData("Meteor Crater, Coconino County, Arizona, USA")] // a place
    [InlineData("Labrador, Newfoundland and Labrador, Canada")]
    [InlineData("Fumade, Tarn, France")]
    [InlineData("Tucson, Arizona, USA")]
    [InlineData("USSR")] // undecided, but a geocoder may know
    [InlineData("Borneo")]
    public void A_text_that_may_have_an_origin_is_not_refused(string locality) => Assert.Null(Refusal(locality));

    private static OriginRefusal? Refusal(string locality) => OriginRefusal.Of(locality, CountryReader.Read(LocalityText.Clean(locality).Text));
}
