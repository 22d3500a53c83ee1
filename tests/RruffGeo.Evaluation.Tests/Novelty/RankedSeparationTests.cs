using CsCheck;

namespace RruffGeo.Evaluation.Tests;

public sealed class RankedSeparationTests
{
    [Fact]
    public void The_area_is_the_share_of_pairs_in_the_right_order_ties_counting_half() =>
        // Strange 3 and 1 against usual 2, 1 and 0: of six pairs 3>2, 3>1, 3>0, 1>0 are right and 1=1 is half.
        Assert.Equal(4.5 / 6, RankedSeparation.Area([3, 1, 2, 1, 0], [true, true, false, false, false])!.Value, 12);

    [Fact]
    public void One_sort_alone_has_no_area() => Assert.Null(RankedSeparation.Area([1, 2], [true, true]));

    [Fact]
    public void Turning_the_scores_round_turns_the_area_round() => Gen.Select(Gen.Int[0, 5], Gen.Bool).Array[2, 40].Sample(rows =>
    {
        double[] scores = [.. rows.Select(row => (double)row.Item1)];
        bool[] strange = [.. rows.Select(row => row.Item2)];
        if (RankedSeparation.Area(scores, strange) is { } area)
            Assert.Equal(1 - area, RankedSeparation.Area([.. scores.Select(score => -score)], strange)!.Value, 12);
    });
}
