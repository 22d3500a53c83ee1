namespace RruffGeo.Evaluation.Tests;

public sealed class CosineNeighboursTests
{
    [Fact]
    public void The_nearest_row_of_another_fold_is_found_by_direction_and_not_by_length()
    {
        // Angles to the first axis: 0°, 5.7°, 90°, 2.3°.
        float[] rows = [1, 0, 10, 1, 0, 1, 1, 0.04f];
        Assert.Equal([3, 3, 3, 0], Find(rows, 2, [0, 0, 0, 1])[0]);
        Assert.Equal([1, 3, 1, 1], Find(rows, 2, [0, 1, 0, 0])[0]);
    }

    [Fact]
    public void Equal_rows_are_a_tie_that_goes_to_the_lower_row_wherever_they_stand()
    {
        const int rows = 150, length = 37;
        var matrix = Pattern(rows, length, seed: 5);
        foreach (var copy in new[] { 14, 67, 131, 149 })
            matrix.AsSpan(3 * length, length).CopyTo(matrix.AsSpan(copy * length, length));
        var nearest = Find(matrix, length, [.. Enumerable.Range(0, rows)])[0];
        Assert.Equal([14, 3, 3, 3, 3], [nearest[3], nearest[14], nearest[67], nearest[131], nearest[149]]);
    }

    [Fact]
    public void A_zero_row_is_as_near_to_all_and_takes_the_first_training_row() =>
        Assert.Equal(1, Find([0, 0, 1, 2, 3, 1], 2, [0, 1, 1])[0][0]);

    [Fact]
    public void A_row_without_training_rows_has_no_neighbour() =>
        Assert.Equal([-1, -1], Find([1, 2, 3, 4], 2, [0, 0])[0]);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(67, 8)]
    [InlineData(131, 33)]
    [InlineData(200, 100)]
    public void Every_protocol_gets_what_comparing_pair_by_pair_in_double_precision_gives(int rows, int length)
    {
        var matrix = Pattern(rows, length, seed: 11);
        int[][] protocols = [[.. Enumerable.Range(0, rows).Select(i => i % 5)], [.. Enumerable.Range(0, rows).Select(i => i / 7 % 3)]];
        var nearest = CosineNeighbours.Find(matrix, length, protocols, 1, _ => { }, TestContext.Current.CancellationToken);
        for (var p = 0; p < protocols.Length; p++)
            for (var row = 0; row < rows; row++)
                Assert.Equal(Slow(matrix, length, protocols[p], row), nearest.RowsOf(p, row)[0]);
    }

    [Fact]
    public void Progress_reaches_the_number_of_rows()
    {
        var largest = 0;
        var gate = new Lock();
        CosineNeighbours.Find(Pattern(130, 8, seed: 1), 8, [new int[130]], 1, done => { lock (gate) largest = Math.Max(largest, done); }, TestContext.Current.CancellationToken);
        Assert.Equal(130, largest);
    }

    [Fact]
    public void A_cancelled_search_stops() =>
        Assert.Throws<OperationCanceledException>(() =>
            CosineNeighbours.Find(Pattern(130, 8, seed: 1), 8, [new int[130]], 1, _ => { }, new CancellationToken(canceled: true)));

    [Fact]
    public void Intensities_that_are_no_numbers_are_refused() =>
        Assert.Throws<ArgumentException>(() => Find([1, float.NaN, 2, 3], 2, [0, 1]));

    private static int[][] Find(float[] matrix, int length, int[] folds) =>
        [CosineNeighbours.Find(matrix, length, [folds], 1, _ => { }, TestContext.Current.CancellationToken).First(0)];

    private static float[] Pattern(int rows, int length, uint seed)
    {
        var generator = new MersenneTwister(seed);
        return [.. Enumerable.Range(0, rows * length).Select(_ => generator.NextUpTo(1000) / 1000f)];
    }

    private static int Slow(float[] matrix, int length, int[] folds, int row)
    {
        var (best, nearest) = (double.NegativeInfinity, -1);
        for (var other = 0; other < folds.Length; other++)
        {
            double product = 0, squares = 0;
            for (var i = 0; i < length; i++)
            {
                product += (double)matrix[row * length + i] * matrix[other * length + i];
                squares += (double)matrix[other * length + i] * matrix[other * length + i];
            }
            if (folds[other] != folds[row] && product / Math.Sqrt(squares) > best)
                (best, nearest) = (product / Math.Sqrt(squares), other);
        }
        return nearest;
    }
}
