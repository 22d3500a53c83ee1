using RruffGeo.Presentation.Claims;

namespace RruffGeo.Presentation.Tests;

public sealed class ClaimTextTests
{
    [Fact]
    public Task The_printed_claims_on_a_terminal() => Verify(string.Join('\n', ClaimText.Lines(ArithmeticClaims.Check())));

    [Fact]
    public void No_line_is_wider_than_100_characters() => Assert.All(ClaimText.Lines(ArithmeticClaims.Check()), line => Assert.True(line.Length <= 100, line));

    [Fact]
    public void A_word_that_is_longer_than_its_column_is_cut_and_not_lost()
    {
        var word = new string('x', 23) + "y";
        var lines = ClaimText.Lines([new CheckedClaim("C01", "§", "s", "p", word, Verdict.Reproduced, "e")]).ToList();
        Assert.Contains(lines, line => line.Contains(new string('x', 21), StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Trim() == "xxy");
    }
}
