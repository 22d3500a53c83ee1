using RruffGeo.Presentation.Claims;

namespace RruffGeo.Presentation.Tests;

/// <summary>The claims about wording and method that the paper's pages decide alone.</summary>
public sealed class MethodClaimsTests
{
    private static CheckedClaim Claim(string id) => ArithmeticClaims.Check().Single(c => c.Id == id);

    // 0.35 / 0.05 = 7. Depths 2, 2, 3, 2 are no published variant's. Both sections on preprocessing list padding first.
    [Theory]
    [InlineData("C60", Verdict.ReproducedUnderReading, "“of 93%” in the abstract")]
    [InlineData("C63", Verdict.NotSpecified, "–")]
    [InlineData("C68", Verdict.NotSpecified, "at least four orders")]
    [InlineData("C69", Verdict.Contradicted, "4 < 7")]
    [InlineData("C72", Verdict.NotSpecified, "no published variant; nearest: Atto 2, 2, 6, 2; 40–320")]
    [InlineData("C74", Verdict.NotSpecified, "bounds not given")]
    [InlineData("C75", Verdict.NotSpecified, "no smoothing, no class weights stated")]
    [InlineData("C76", Verdict.NotSpecified, "warm-up not stated")]
    [InlineData("C77", Verdict.NotSpecified, "7 × the recipe of ConvNeXt")]
    [InlineData("C78", Verdict.NotSpecified, "three values missing")]
    [InlineData("C83", Verdict.NotTestable, "–")]
    [InlineData("C84", Verdict.Contradicted, "[5] and [6] are one work; “shown in 78”; two spellings")]
    [InlineData("C86", Verdict.NotSpecified, "–")]
    public void A_claim_about_words_has_the_verdict_that_its_words_give(string id, Verdict verdict, string recomputed) =>
        Assert.Equal((verdict, recomputed), (Claim(id).Verdict, Claim(id).Recomputed));

    // 101 stands in the abstract beside "over 32,900" and in 5.1 beside 32,892.
    [Fact]
    public void The_number_of_countries_is_tied_to_two_totals() =>
        Assert.Equal(("101 in both places", "of over 32,900 in the abstract, of 32,892 in §5.1", Verdict.ReproducedUnderReading), (Claim("C07").Printed, Claim("C07").Recomputed, Claim("C07").Verdict));

    // The spread of a normal distribution cut at ±2 σ, by the trapezoid rule: ∫ x² φ(x) dx / ∫ φ(x) dx over −2 … 2 = 0.7737, its root 0.8796; 0.02 × 0.8796 = 0.0176.
    [Fact]
    public void Cutting_at_two_standard_deviations_would_narrow_the_initial_weights()
    {
        double mass = 0, square = 0;
        for (var i = 0; i <= 40_000; i++)
        {
            var x = -2 + (i / 10_000.0);
            var weight = (i is 0 or 40_000 ? 0.5 : 1) * Math.Exp(-x * x / 2);
            (mass, square) = (mass + weight, square + (x * x * weight));
        }

        Assert.Equal("0.0176", (0.02 * Math.Sqrt(square / mass)).ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("its spread is 0.0176", Claim("C74").Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_check_says_how_it_was_made_and_from_where() => Assert.All(ArithmeticClaims.Check(), claim =>
    {
        Assert.NotEqual("", claim.How);
        Assert.Equal(CheckedClaim.PaperItself, claim.Artifact);
        Assert.NotEqual("", claim.Row);
        Assert.NotEqual("", claim.Evidence);
    });

    [Fact]
    public void A_verdict_on_the_paper_alone_is_one_of_six() =>
        Assert.DoesNotContain(ArithmeticClaims.Check(), claim => claim.Verdict is Verdict.NotApplicable or Verdict.Differs);
}
