using CsCheck;

namespace RruffGeo.Geography.Tests;

public sealed class LocalityTextTests
{
    [Theory]
    [InlineData("Tsumeb mine,Tsumeb ,  Namibia.", "Tsumeb mine, Tsumeb, Namibia", "")]
    [InlineData("Old mine (North (upper) shaft), Peru", "Old mine, Peru", "upper; North shaft")] // inner before outer
    [InlineData("Cave (unmatched, Spain", "Cave (unmatched, Spain", "")]
    [InlineData("Cave) unmatched, Spain", "Cave) unmatched, Spain", "")]
    [InlineData("Hill; Valley | Town / Italy", "Hill, Valley, Town, Italy", "")]
    [InlineData(", ,. Elba,, ,Italy , .", "Elba, Italy", "")]
    [InlineData("St. John's Island,\tEgypt", "St. John's Island, Egypt", "")] // full stops inside stay
    [InlineData("Långban,\u00a0Värmland,\r\nSweden", "Långban, Värmland, Sweden", "")]
    [InlineData("Alpe Rosso (Italy)", "Alpe Rosso", "Italy")] // a country that stands only in parentheses is lost, and kept here
    [InlineData("Somewhere ( ), Chile", "Somewhere, Chile", "")]
    [InlineData("(all of it)", "", "all of it")]
    [InlineData("  ", "", "")]
    public void Cleaning_follows_its_six_rules_in_order(string locality, string text, string removed) =>
        Assert.Equal(new CleanedLocality(text, removed), LocalityText.Clean(locality));

    [Fact]
    public void Cleaning_a_cleaned_text_changes_nothing() =>
        Gen.String[Gen.Char["ab ,.;|/()?é"], 0, 24].Sample(text =>
        {
            var once = LocalityText.Clean(text).Text;
            return LocalityText.Clean(once) == new CleanedLocality(once, "");
        });

    [Fact]
    public void Candidates_lose_their_first_field_down_to_the_last_one() =>
        Assert.Equal(
            ["Jeffrey mine, Asbestos, Quebec, Canada", "Asbestos, Quebec, Canada", "Quebec, Canada", "Canada"],
            LocalityText.Candidates("Jeffrey mine, Asbestos, Quebec, Canada"));

    [Fact]
    public void An_empty_text_has_no_candidates() => Assert.Empty(LocalityText.Candidates(""));

    [Theory]
    [InlineData("Tsumeb, Namibia", "tsumeb, namibia")]
    [InlineData("UNKNOWN", "")]
    [InlineData("", "")]
    public void The_group_of_a_locality_is_its_case_folded_text(string cleaned, string group) =>
        Assert.Equal(group, LocalityText.Group(cleaned));
}
