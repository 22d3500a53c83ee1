using CsCheck;

namespace RruffGeo.Geography.Tests;

public sealed class SpellingToleranceTests
{
    [Theory]
    [InlineData("califonia", "california", true)] // too few
    [InlineData("pennsylvannia", "pennsylvania", true)] // too many
    [InlineData("tucsany", "tuscany", true)] // changed over
    [InlineData("zecatecas", "zacatecas", true)] // another
    [InlineData("california", "california", false)]
    [InlineData("dalifornia", "california", false)] // the first letter
    [InlineData("calofinia", "california", false)] // two slips
    [InlineData("puna", "pune", false)] // too short
    [InlineData("minas gerias", "minas gerais", true)]
    public void One_slip_is_forgiven_in_a_long_name(string written, string meant, bool forgiven) =>
        Assert.Equal(forgiven, SpellingTolerance.IsOneSlip(written, meant));

    [Fact]
    public void The_slip_goes_both_ways() =>
        Gen.Select(Gen.String["abcd"], Gen.String["abcd"]).Sample((a, b) => a.Length == 0 || b.Length == 0 || SpellingTolerance.IsOneSlip(a, b) == SpellingTolerance.IsOneSlip(b, a));

    [Fact]
    public void Any_one_letter_put_in_is_forgiven() =>
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 8, 20], Gen.Int[1, 7], Gen.Char['a', 'z']).Sample((name, at, letter) =>
            SpellingTolerance.IsOneSlip(name.Insert(at, letter.ToString()), name));
}
