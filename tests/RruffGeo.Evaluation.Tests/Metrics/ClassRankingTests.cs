namespace RruffGeo.Evaluation.Tests;

public sealed class ClassRankingTests
{
    [Fact]
    public void The_highest_score_is_first() => Assert.Equal(2, ClassRanking.First([0.1f, -3, 0.7f, 0.2f]));

    [Fact]
    public void Equal_scores_go_to_the_lower_class() => Assert.Equal(1, ClassRanking.First([0, 2, 2, 1]));

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public void Ranks_count_the_classes_before_ties_by_index(int index, int rank) =>
        Assert.Equal(rank, ClassRanking.RankOf([0, 2, 2, 1], index));
}
