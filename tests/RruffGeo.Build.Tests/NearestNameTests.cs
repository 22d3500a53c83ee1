using CsCheck;
using RruffGeo.Build.Arguments;

namespace RruffGeo.Build.Tests;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("Paper", "Papr", 1)]
    [InlineData("Folds", "Fodls", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)]
    public void The_distance_counts_edits_and_swaps(string a, string b, int edits) => Assert.Equal(edits, NearestName.Distance(a, b));

    [Fact]
    public void The_distance_is_symmetric_and_zero_only_for_equal_words() => Gen.Select(Gen.String["abc"], Gen.String["abc"]).Sample(
        (a, b) => NearestName.Distance(a, b) == NearestName.Distance(b, a) && NearestName.Distance(a, b) == 0 == (a == b));

    [Fact]
    public void A_near_name_is_offered() => Assert.Equal(" Did you mean 'Metrics'?", NearestName.Hint("metrcis", ["Models", "Metrics"]));

    [Fact]
    public void All_names_are_offered_if_none_is_near() => Assert.Equal(" Expected one of: Models, Metrics.", NearestName.Hint("xyzzy", ["Models", "Metrics"]));
}
