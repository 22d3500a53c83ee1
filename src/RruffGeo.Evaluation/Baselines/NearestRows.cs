namespace RruffGeo.Evaluation;

/// <summary>The best training row found so far for each row, under each protocol.</summary>
/// <remarks>Several threads may offer at once if they offer for different rows.</remarks>
internal sealed class NearestRows
{
    private readonly IReadOnlyList<int[]> folds;
    private readonly float[][] similarities;
    private readonly float[] lowest;

    /// <summary>Starts without neighbours.</summary>
    /// <param name="folds">Fold of each row under each protocol.</param>
    /// <param name="rows">Number of rows.</param>
    public NearestRows(IReadOnlyList<int[]> folds, int rows)
    {
        this.folds = folds;
        similarities = [.. folds.Select(_ => Filled(rows, float.NegativeInfinity))];
        lowest = Filled(rows, float.NegativeInfinity);
        Rows = [.. folds.Select(_ => Filled(rows, -1))];
    }

    /// <summary>[protocol][row]: the nearest training row, −1 for none.</summary>
    public int[][] Rows { get; }

    /// <summary>Takes <paramref name="training"/> where it is a training row and nearer than what is known. Offered in ascending order, the first of equals stays.</summary>
    public void Offer(int row, int training, float similarity)
    {
        if (similarity > lowest[row])
            OfferToEach(row, training, similarity);
    }

    private void OfferToEach(int row, int training, float similarity)
    {
        var least = float.PositiveInfinity;
        for (var p = 0; p < similarities.Length; p++)
        {
            if (similarity > similarities[p][row] && folds[p][training] != folds[p][row])
                (similarities[p][row], Rows[p][row]) = (similarity, training);
            least = Math.Min(least, similarities[p][row]);
        }
        lowest[row] = least;
    }

    private static T[] Filled<T>(int rows, T value)
    {
        var values = new T[rows];
        Array.Fill(values, value);
        return values;
    }
}
