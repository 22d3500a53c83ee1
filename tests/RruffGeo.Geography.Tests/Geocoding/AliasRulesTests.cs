namespace RruffGeo.Geography.Tests;

/// <summary>The alias table, group by group: every kind of last field that localities are known to end in.</summary>
public sealed class AliasRulesTests
{
    [Theory]
    [InlineData("UK|U.K.|Great Britain|England|Scotland|Wales|Northern Ireland|Cumbria", "United Kingdom")]
    [InlineData("US|U.S.|U.S.A.|USA.|USA|New Hampshire USA|Death Valley USA|United States", "United States of America")]
    [InlineData("Zaire|Zaïre|Belgian Congo|Congo Zaïre|D.R. Congo|Democratic Republic of the Congo|Democratic Republic of Congo", "Dem. Rep. Congo")]
    [InlineData("Republic of Congo (Brazzaville)|Republic of the Congo", "Congo")]
    [InlineData("Czech Republic|Czech. Republic|Bohemia|Moravia", "Czechia")]
    [InlineData("Slovak Republic", "Slovakia")]
    [InlineData("Burma|Myanmar (Burma)", "Myanmar")]
    [InlineData("Rhodesia|Southern Rhodesia", "Zimbabwe")]
    [InlineData("Nyassaland|Nyasaland", "Malawi")]
    [InlineData("Swaziland", "eSwatini")]
    [InlineData("Malagasy Republic", "Madagascar")]
    [InlineData("Malaya", "Malaysia")]
    [InlineData("Republic of China|Formosa", "Taiwan")]
    [InlineData("Republic of Macedonia|Republic of North Macedonia|North Macedonia", "Macedonia")]
    [InlineData("Morrocco|Morroco", "Morocco")]
    [InlineData("Tadjikistan", "Tajikistan")]
    [InlineData("Kirgizstan", "Kyrgyzstan")]
    [InlineData("Austrailia|Tasmania|South Australia|Western Australia", "Australia")]
    [InlineData("Nambia", "Namibia")]
    [InlineData("Sri-Lanka|Ceylon", "Sri Lanka")]
    [InlineData("Sudáfrica|Sudafrica|Republic of South Africa|Transvaal", "South Africa")]
    [InlineData("Russian Federation|Far East of Russia", "Russia")]
    [InlineData("Sardinia", "Italy")]
    [InlineData("Bavaria", "Germany")]
    [InlineData("Transylvania", "Romania")]
    [InlineData("Inner Mongolia", "China")]
    [InlineData("Quebec|Yukon Canada", "Canada")]
    [InlineData("Minas Gerais Brazil|Southeast Brazil", "Brazil")]
    [InlineData("southern Israel", "Israel")]
    [InlineData("Eastern Thailand", "Thailand")]
    [InlineData("Greenland", "Greenland")]
    [InlineData("Georgia", "Georgia")]
    public void A_last_field_names_its_country(string lastFields, string country) =>
        Assert.All(lastFields.Split('|'), field => Assert.Equal(country, CountryReader.Read(LocalityText.Clean(field).Text).Country));

    [Fact]
    public void Every_state_of_the_USA_stands_for_itself_but_Georgia()
    {
        var states = "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine "
            + "Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada New-Hampshire New-Jersey New-Mexico New-York North-Carolina "
            + "North-Dakota Ohio Oklahoma Oregon Pennsylvania Rhode-Island South-Carolina South-Dakota Tennessee Texas Utah Vermont Virginia Washington West-Virginia Wisconsin Wyoming";

        Assert.Equal(49, states.Split(' ').Length);
        Assert.All(states.Split(' '), state => Assert.Equal(
            ("United States of America", PlaceKey.Of(state)), (CountryReader.Read(state).Country, CountryReader.Read(state).Unit)));
    }

    [Theory]
    [InlineData("Alberta British-Columbia Manitoba New-Brunswick Nova-Scotia Nunavut Ontario Quebec Saskatchewan Yukon", "Canada")]
    [InlineData("Victoria Tasmania Queensland New-South-Wales Northern-Territory", "Australia")]
    public void Provinces_stand_for_themselves(string provinces, string country) =>
        Assert.All(provinces.Split(' '), province => Assert.Equal(country, CountryReader.Read(province).Country));

    [Theory]
    [InlineData("USSR|U.S.S.R.|Czechoslovakia|Yugoslavia|Serbia and Montenegro|Prussia|Austria-Hungary", "historic-state")]
    [InlineData("Congo|Tyrol|Borneo|Pakistan-Afganistan|Korea|Erzgebirge", "ambiguous")]
    [InlineData("Africa|South America", "continent")]
    [InlineData("East Africa|Northwest Africa|Central Asia", "region")]
    [InlineData("Atlantic Ocean|Red Sea|Mid-Atlantic Ridge|Aegean Sea", "sea")]
    [InlineData("Antarctica|Ross Island, Antarctica", "antarctica")]
    [InlineData("unknown|Unknown|Locality unknown|not recorded", "unknown")]
    [InlineData("Mining concentrate", "product")]
    [InlineData("from Sigma|Sigma-Aldrich", "maker")]
    [InlineData("Mars|Moon", "space")]
    [InlineData("3694 ft. ASL|made in the Czech Republic|somewhere nobody knows", "no-country-named")]
    [InlineData("", "empty")]
    public void A_text_that_names_no_country_for_certain_gets_the_reason(string texts, string reason) =>
        Assert.All(texts.Split('|'), text => Assert.Equal(("", reason), (CountryReader.Read(text).Country, CountryReader.Read(text).Reason)));

    [Theory]
    [InlineData("Likasi, Katanga, Congo", "Dem. Rep. Congo")]
    [InlineData("a mine, Shaba, Congo", "Dem. Rep. Congo")]
    [InlineData("Joachimsthal, Czechoslovakia", "Czechia")] // by the city's German name
    [InlineData("Bor, Serbia, Yugoslavia", "Serbia")]
    [InlineData("Trepča, Kosovo, Yugoslavia", "Kosovo")]
    [InlineData("Tbilisi, Georgia, USSR", "Georgia")]
    [InlineData("Baku, Azerbaijan SSR, USSR", "Azerbaijan")]
    [InlineData("Broken Hill, Rhodesia", "Zambia")] // Kabwe's older name
    [InlineData("Gweru, Rhodesia", "Zimbabwe")]
    [InlineData("Atlanta, Georgia", "United States of America")]
    [InlineData("Fannin Co., Georgia", "United States of America")]
    [InlineData("Hongcheon, Kangwon-do, Korea", "South Korea")] // the province is divided, the town is not
    [InlineData("Mayaguez, Puerto Rico, USA", "Puerto Rico")]
    [InlineData("Narsaq, Greenland, Denmark", "Greenland")]
    [InlineData("Franceville, Gabon, Africa", "Gabon")]
    public void Other_fields_decide_where_the_last_one_does_not(string locality, string country) =>
        Assert.Equal(country, CountryReader.Read(locality).Country);

    [Theory]
    [InlineData("Synthetic, made in the Czech Republic", "Czechia")]
    [InlineData("Synthetic, pill is from Vietnam", "Vietnam")]
    public void A_sentence_gives_a_country_only_to_the_reading_that_mimics_the_paper(string cleaned, string country)
    {
        Assert.Equal("", CountryReader.Read(cleaned).Country);
        Assert.Equal(country, CountryReader.Read(cleaned, FieldReading.Sentences).Country);
    }

    [Fact]
    public void Every_exonym_leads_to_a_city_and_hides_none()
    {
        Assert.True(Exonyms.All.Count() > 150);
        Assert.All(Exonyms.All, row =>
        {
            var places = Gazetteer.Load().In(row.Country);
            Assert.True(places.Cities(PlaceKey.Of(row.Name)).Count > 0, $"{row.Key}, {row.Country}: no city is called {row.Name}");
            Assert.True(places.Cities(row.Key).Count == 0, $"{row.Key}, {row.Country}: the gazetteer has a city of that name");
        });
    }

    [Fact]
    public void Every_alias_without_a_country_says_what_it_stands_for() =>
        Assert.All(PlaceAliases.All.Where(alias => alias.Value.Kind == AliasKind.None), alias => Assert.Matches("^[a-z]+$", alias.Value.Reason));
}
