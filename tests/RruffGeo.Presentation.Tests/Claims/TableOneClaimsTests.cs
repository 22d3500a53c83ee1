using RruffGeo.Presentation.Claims;

namespace RruffGeo.Presentation.Tests;

/// <summary>C09–C28, rank by rank: sums of the printed counts and their shares of 31,188, worked by hand.</summary>
public sealed class TableOneClaimsTests
{
    private static CheckedClaim Claim(string id) => ArithmeticClaims.Check().Single(c => c.Id == id);

    // 9,656 + 2,758 = 12,414, + 1,514 = 13,928, + 1,390 = 15,318, …; 9,656 / 31,188 = 0.309606…, 12,414 / 31,188 = 0.398037…, and so on.
    [Theory]
    [InlineData("C09", "9,656 so far = 30.96 % of 31,188")]
    [InlineData("C10", "12,414 so far = 39.80 % of 31,188")]
    [InlineData("C11", "13,928 so far = 44.66 % of 31,188")]
    [InlineData("C12", "15,318 so far = 49.12 % of 31,188")]
    [InlineData("C13", "16,520 so far = 52.97 % of 31,188")]
    [InlineData("C14", "17,542 so far = 56.25 % of 31,188")]
    [InlineData("C15", "18,488 so far = 59.28 % of 31,188")]
    [InlineData("C16", "19,324 so far = 61.96 % of 31,188")]
    [InlineData("C17", "20,158 so far = 64.63 % of 31,188")]
    [InlineData("C18", "20,986 so far = 67.29 % of 31,188")]
    [InlineData("C19", "21,740 so far = 69.71 % of 31,188")]
    [InlineData("C20", "22,470 so far = 72.05 % of 31,188")]
    [InlineData("C21", "23,052 so far = 73.91 % of 31,188")]
    [InlineData("C22", "23,518 so far = 75.41 % of 31,188")]
    [InlineData("C23", "23,980 so far = 76.89 % of 31,188")]
    [InlineData("C24", "24,426 so far = 78.32 % of 31,188")]
    [InlineData("C25", "24,858 so far = 79.70 % of 31,188")]
    [InlineData("C26", "25,248 so far = 80.95 % of 31,188")]
    [InlineData("C27", "25,596 so far = 82.07 % of 31,188")]
    [InlineData("C28", "25,928 so far = 83.13 % of 31,188")]
    public void A_cumulative_percentage_is_of_31188_and_of_no_printed_total(string id, string recomputed)
    {
        Assert.Equal((recomputed, Verdict.ReproducedUnderReading), (Claim(id).Recomputed, Claim(id).Verdict));
        Assert.EndsWith("Reading: percentages are of N.", Claim(id).Evidence, StringComparison.Ordinal);
    }

    // Neighbours: 9,656 / 31,189 is still 30.96 %, but 25,928 / 31,187 = 83.137… rounds to 83.14; 15,318 / 31,189 = 49.1134… rounds to 49.11.
    [Fact]
    public void The_totals_beside_31188_break_a_percentage_each()
    {
        Assert.False(PrintedShares.IsRounded(25_928, 31_187, 8313));
        Assert.False(PrintedShares.IsRounded(15_318, 31_189, 4912));
        Assert.Equal([31_188], TableOneClaims.Denominators.AsSpan().ToArray());
    }

    // 15,318 / 32,940 = 46.50 %; 15,318 / 32,892 = 46.57 %; 15,318 / 32,214 = 47.55 %.
    [Fact]
    public void The_shares_of_the_printed_totals_stand_beside_it() =>
        Assert.StartsWith("Of the printed totals it is 46.50 % of 32,940, 46.57 % of 32,892, 47.55 % of 32,214.", Claim("C12").Evidence, StringComparison.Ordinal);
}
