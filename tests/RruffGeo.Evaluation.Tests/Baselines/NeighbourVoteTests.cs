namespace RruffGeo.Evaluation.Tests;

public sealed class NeighbourVoteTests
{
    // Row 0 is tested; cosines to it: row 1 → 1, rows 2 and 3 → 0.8, row 4 → 0.6, row 5 → 0.
    private static readonly float[] Rows = [1, 0, 2, 0, 0.8f, 0.6f, 0.8f, -0.6f, 0.6f, 0.8f, 0, 1];
    private static readonly int[] Folds = [0, 1, 1, 1, 1, 1];

    [Theory]
    [InlineData(1, 2)] // the nearest row alone
    [InlineData(2, 2)] // 1 against 0.8
    [InlineData(3, 1)] // 1 against 0.8 + 0.8
    [InlineData(5, 1)]
    public void The_class_with_the_largest_sum_of_similarities_wins(int neighbours, int expected) =>
        Assert.Equal(expected, Vote([0, 2, 1, 1, 0, 0], neighbours));

    [Fact]
    public void Equal_sums_go_to_the_lower_class() => Assert.Equal(1, Vote([0, 0, 2, 1, 1, 0], neighbours: 2, start: 2));

    [Fact]
    public void Fewer_training_rows_than_neighbours_vote_alone()
    {
        var task = new FoldedTask([0, 1], 3, [0, 1]);
        var nearest = CosineNeighbours.Find([1, 0, -1, 0], 2, [task.Folds], 5, _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal([1, 0], NeighbourVote.Predict(task, nearest, 0, 5).Predicted);
    }

    [Fact]
    public void Neighbours_stand_in_order_and_ties_in_the_order_of_rows()
    {
        var nearest = CosineNeighbours.Find(Rows, 2, [Folds], 4, _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal([1, 2, 3, 4], nearest.RowsOf(0, 0).ToArray());
        Assert.Equal([1, 0.8f, 0.8f, 0.6f], nearest.SimilaritiesOf(0, 0).ToArray().Select(value => MathF.Round(value, 5)));
    }

    private static int Vote(int[] classes, int neighbours, int start = 0)
    {
        // Leaving out rows before `start` but the tested one makes two rows of equal similarity decide.
        int[] kept = [0, .. Enumerable.Range(1, 5).Where(row => row >= start)];
        var task = new FoldedTask([.. kept.Select(row => classes[row])], 3, [.. kept.Select(row => Folds[row])]);
        float[] matrix = [.. kept.SelectMany(row => Rows[(2 * row)..(2 * row + 2)])];
        var nearest = CosineNeighbours.Find(matrix, 2, [task.Folds], neighbours, _ => { }, TestContext.Current.CancellationToken);
        return NeighbourVote.Predict(task, nearest, 0, neighbours).Predicted[0];
    }
}
