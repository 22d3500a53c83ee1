namespace RruffGeo.Geography.Tests;

public sealed class PlaceKeyTests
{
    [Theory]
    [InlineData("Långban", "langban")]
    [InlineData("La\u030angban", "langban")] // the same, with a combining ring
    [InlineData("Dal'negorsk", "dalnegorsk")]
    [InlineData("Dal’negorsk", "dalnegorsk")]
    [InlineData("Mont-Saint-Hilaire", "mont saint hilaire")]
    [InlineData("Mont St. Hilaire", "mont saint hilaire")]
    [InlineData("Mt. Malosa", "mount malosa")]
    [InlineData("Sussex Co.", "sussex county")]
    [InlineData("Hunan Prov.", "hunan province")]
    [InlineData("Pakistan?", "pakistan")]
    [InlineData("Łódź, Straße", "lodz strasse")]
    [InlineData("Kragerø", "kragero")]
    [InlineData("?", "")]
    public void Spellings_of_a_name_share_a_key(string name, string key) => Assert.Equal(key, PlaceKey.Of(name));

    [Theory]
    [InlineData("Provincia di Siracusa", "siracusa")]
    [InlineData("Siracusa Province", "siracusa")]
    [InlineData("Guangxi Autonomous Region", "guangxi")]
    [InlineData("Province", "province")]
    [InlineData("Rio de Janeiro", "rio de janeiro")]
    public void The_core_of_a_unit_lacks_the_word_for_its_kind(string name, string core) =>
        Assert.Equal(core, PlaceKey.Core(PlaceKey.Of(name)));

    [Theory]
    [InlineData("near Hemet", "hemet")]
    [InlineData("NW of Flagstaff", "flagstaff")]
    [InlineData("Kapunda Quarry", "kapunda")]
    [InlineData("Tucson", null)]
    [InlineData("the mine", null)]
    public void Words_for_mines_and_surroundings_can_be_dropped(string name, string? without) =>
        Assert.Equal(without, PlaceKey.WithoutSiteWords(PlaceKey.Of(name)));
}
