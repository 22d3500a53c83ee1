namespace RruffGeo.Geography.Tests;

public sealed class CountryReaderTests
{
    [Theory]
    [InlineData("Tucson, Arizona, USA", "United States of America")]
    [InlineData("Bisbee, Arizona", "United States of America")]
    [InlineData("Northern Ireland", "United Kingdom")]
    [InlineData("Kolwezi, Zaïre", "Dem. Rep. Congo")]
    [InlineData("Kladno, Czech. Republic", "Czechia")]
    [InlineData("Taipei, Republic of China", "Taiwan")]
    [InlineData("Bou Azzer, Morrocco", "Morocco")]
    [InlineData("southern Israel", "Israel")]
    [InlineData("Far East of Russia", "Russia")]
    [InlineData("Death Valley USA", "United States of America")]
    [InlineData("Lundazi area of eastern Zambia", "Zambia")]
    [InlineData("Tijuana, Baja California", "Mexico")]
    [InlineData("South Africa", "South Africa")] // its direction is part of the name
    [InlineData("Pakistan?", "Pakistan")]
    [InlineData("Franceville, Gabon, Africa", "Gabon")]
    [InlineData("Minas Gerais, Brazil, 2697 ASL", "Brazil")]
    [InlineData("Narsaq, Greenland", "Greenland")]
    [InlineData("Saint-Denis, Reunion", "France")]
    public void The_last_field_names_the_country(string locality, string country) =>
        Assert.Equal(country, CountryReader.Read(locality).Country);

    [Theory]
    [InlineData("Kolwezi, Congo", "Dem. Rep. Congo")]
    [InlineData("a mine, Katanga, Congo", "Dem. Rep. Congo")]
    [InlineData("Pointe-Noire, Congo", "Congo")]
    [InlineData("Georgia", "Georgia")]
    [InlineData("Graves Mountain, Lincoln County, Georgia", "United States of America")]
    [InlineData("Tbilisi, Georgia", "Georgia")]
    [InlineData("Slavkov, Bohemia, Czechoslovakia", "Czechia")]
    [InlineData("Pezinok, Czechoslovakia", "Slovakia")]
    [InlineData("a pass, Kola Peninsula, USSR", "Russia")]
    [InlineData("Innsbruck, Tyrol", "Austria")]
    [InlineData("Bolzano, Tyrol", "Italy")]
    public void A_name_of_several_countries_is_decided_by_the_fields_before_it(string locality, string country) =>
        Assert.Equal(country, CountryReader.Read(locality).Country);

    [Theory]
    [InlineData("Congo", "ambiguous")]
    [InlineData("USSR", "historic-state")]
    [InlineData("a village nobody knows, Czechoslovakia", "historic-state")]
    [InlineData("Borneo", "ambiguous")]
    [InlineData("Africa", "a continent")]
    [InlineData("Atlantic Ocean", "a sea")]
    [InlineData("Mt. Erebus, Antarctica", "no state")]
    [InlineData("Unknown", "not known")]
    [InlineData("made in the Czech Republic", "no country is known")] // a sentence, not a name with a country behind it
    [InlineData("", "empty")]
    public void A_text_without_a_certain_country_says_why(string locality, string why)
    {
        var reading = CountryReader.Read(locality);

        Assert.Equal("", reading.Country);
        Assert.Contains(why, reading.Why, StringComparison.Ordinal);
    }
}
