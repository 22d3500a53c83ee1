namespace RruffGeo.Evaluation;

/// <summary>Guesses the country from the nearest training rows (SCIENCE section 7).</summary>
public static class NeighbourVote
{
    /// <summary>The class of the nearest row for k = 1; for k &gt; 1 the class with the largest sum of similarities, ties to the lower class.</summary>
    /// <param name="task">Rows, classes and folds.</param>
    /// <param name="nearest">Neighbours of each row.</param>
    /// <param name="protocol">Which protocol of <paramref name="nearest"/> the folds of <paramref name="task"/> are.</param>
    /// <param name="neighbours">k, at most as many as were found.</param>
    public static HeldOutPredictions Predict(FoldedTask task, NearestNeighbours nearest, int protocol, int neighbours)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(neighbours, nearest.Count);
        var predicted = new int[task.Rows];
        var votes = new double[task.ClassCount];
        for (var row = 0; row < predicted.Length; row++)
        {
            var rows = nearest.RowsOf(protocol, row)[..neighbours];
            predicted[row] = neighbours == 1
                ? task.Classes[rows[0]]
                : Elect(task, rows, nearest.SimilaritiesOf(protocol, row), votes);
        }
        return new HeldOutPredictions(predicted);
    }

    private static int Elect(FoldedTask task, ReadOnlySpan<int> rows, ReadOnlySpan<float> similarities, double[] votes)
    {
        Array.Fill(votes, double.NegativeInfinity);
        for (var i = 0; i < rows.Length && rows[i] >= 0; i++)
        {
            ref var vote = ref votes[task.Classes[rows[i]]];
            vote = (double.IsNegativeInfinity(vote) ? 0 : vote) + similarities[i];
        }
        return Array.IndexOf(votes, votes.Max());
    }
}
