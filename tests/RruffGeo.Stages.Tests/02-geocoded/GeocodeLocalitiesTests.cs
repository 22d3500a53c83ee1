using RruffGeo.Artifacts;

namespace RruffGeo.Stages.Tests;

public sealed class GeocodeLocalitiesTests
{
    [Fact]
    public void Each_distinct_text_has_one_row_in_ordinal_order()
    {
        using var corpus = LocalityCorpus.At("Tucson, Arizona, USA", "", "unknown", "Tucson, Arizona, USA", "Peru");

        Assert.Equal(["", "Peru", "Tucson, Arizona, USA", "unknown"], corpus.Geocode().Localities.Select(row => row.Locality));
    }

    [Fact]
    public void A_row_tells_how_its_point_was_found()
    {
        using var corpus = LocalityCorpus.At("Copper Queen mine (old shaft), Bisbee, Cochise County, Arizona, USA");

        var row = Assert.Single(corpus.Geocode().Localities);

        Assert.Equal(
            ("found", "Gazetteer", 1, "city", "old shaft", "United States of America"),
            (row.Status, row.Geocoder, row.Depth, row.Precision, row.Removed, row.TokenCountry));
        Assert.Equal("Bisbee, Cochise County, Arizona, United States of America", row.Matched);
        Assert.Equal(
            "Copper Queen mine, Bisbee, Cochise County, Arizona, USA\nBisbee, Cochise County, Arizona, USA", row.Candidates);
        Assert.InRange(row.Latitude!.Value, 31.3, 31.6);
        Assert.InRange(row.Longitude!.Value, -110, -109.8);
        Assert.False(row.Uncertain);
    }

    [Theory]
    [InlineData("Synthetic, made in the Czech Republic", "synthetic: 'synthetic' in the locality, so the places it names are no origin")]
    [InlineData("unknown", "'unknown' names no country: the locality is not known")]
    [InlineData("", "the locality is empty")]
    [InlineData("USSR", "historic-state: 'ussr' is now ")]
    public void A_text_without_an_origin_gets_no_point_but_a_reason(string locality, string why)
    {
        using var corpus = LocalityCorpus.At(locality);

        var row = Assert.Single(corpus.Geocode().Localities);

        Assert.Equal(("not-found", null, null, null, ""), (row.Status, row.Latitude, row.Longitude, row.Depth, row.TokenCountry));
        Assert.StartsWith(why, row.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Synthetic; pill is from Vietnam", "synthetic")]
    [InlineData("Springwater meteorite, Springwater, Canada", "meteorite")]
    [InlineData("unknown", "unknown")]
    [InlineData("", "empty")]
    [InlineData("Mt. Erebus, Antarctica", "antarctica")]
    [InlineData("5000 m depth, Atlantic Ocean", "sea")]
    [InlineData("from Sigma", "maker")]
    [InlineData("USSR", "historic-state")]
    [InlineData("Borneo", "ambiguous")]
    [InlineData("a place nobody knows", "no-country-named")]
    [InlineData("Peru", "")]
    public void A_row_without_a_point_has_the_reason_in_one_word(string locality, string reason)
    {
        using var corpus = LocalityCorpus.At(locality);

        Assert.Equal(reason, Assert.Single(corpus.Geocode().Localities).Reason);
    }

    [Fact]
    public void A_reading_that_mimics_the_paper_sends_texts_without_an_origin_and_says_so()
    {
        using var corpus = LocalityCorpus.At("Synthetic, made in the Czech Republic", "Springwater meteorite, Canada", "unknown", "Peru");

        var rows = corpus.Geocode(new GeocodedParameters { WithoutOrigin = "send" }).Localities;

        Assert.Equal(
            [
                ("Peru", "found", "Peru", "Peru", ""),
                ("Springwater meteorite, Canada", "found", "Canada", "", ""),
                ("Synthetic, made in the Czech Republic", "found", "Czechia", "", ""),
                ("unknown", "not-found", "", "", "unknown"), // the gazetteer has no such place; a live geocoder finds one
            ],
            rows.Select(row => (row.Locality, row.Status, row.Matched, row.TokenCountry, row.Reason)));
        Assert.StartsWith("sent although synthetic; ", rows[2].Why, StringComparison.Ordinal);
        Assert.StartsWith("sent although meteorite; ", rows[1].Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pakistan (?)")]
    [InlineData("Pakistan?")]
    public void A_question_mark_leaves_a_match_and_marks_it(string locality)
    {
        using var corpus = LocalityCorpus.At(locality);

        var row = Assert.Single(corpus.Geocode().Localities);

        Assert.Equal(("found", "country", "Pakistan", true), (row.Status, row.Precision, row.TokenCountry, row.Uncertain));
    }

    [Fact]
    public void The_licence_notice_travels_with_the_coordinates()
    {
        using var corpus = LocalityCorpus.At("Peru");
        corpus.Geocode();

        var metadata = ParquetTable.ReadMetadata(corpus.Stage("02-geocoded").File("geocoded.parquet"));

        Assert.Contains("Contains data from GeoNames", metadata["attribution"], StringComparison.Ordinal);
        Assert.Equal("Gazetteer", metadata["geocoders"]);
    }
}
