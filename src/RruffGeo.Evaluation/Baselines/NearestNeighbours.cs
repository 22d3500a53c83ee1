namespace RruffGeo.Evaluation;

/// <summary>The training rows nearest to each row, under each protocol, nearest first; of equally near ones the lower row comes first.</summary>
/// <remarks>While it is filled, several threads may offer at once if they offer for different rows.</remarks>
public sealed class NearestNeighbours
{
    private readonly IReadOnlyList<int[]> folds;
    private readonly int[][] rows;
    private readonly float[][] similarities;
    private readonly float[] lowest;

    /// <summary>Starts without neighbours.</summary>
    /// <param name="folds">Fold of each row under each protocol.</param>
    /// <param name="count">Number of rows.</param>
    /// <param name="neighbours">Neighbours to keep for each row.</param>
    internal NearestNeighbours(IReadOnlyList<int[]> folds, int count, int neighbours)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(neighbours, 1);
        this.folds = folds;
        Count = neighbours;
        rows = [.. folds.Select(_ => Filled(count * neighbours, -1))];
        similarities = [.. folds.Select(_ => Filled(count * neighbours, float.NegativeInfinity))];
        lowest = Filled(count, float.NegativeInfinity);
    }

    /// <summary>Neighbours kept for each row.</summary>
    public int Count { get; }

    /// <summary>The neighbours of <paramref name="row"/>; −1 stands for those that are missing because the training set is too small.</summary>
    public ReadOnlySpan<int> RowsOf(int protocol, int row) => rows[protocol].AsSpan(row * Count, Count);

    /// <summary>Cosine similarity of each neighbour of <paramref name="row"/>, −1 … 1; −∞ for missing ones.</summary>
    public ReadOnlySpan<float> SimilaritiesOf(int protocol, int row) => similarities[protocol].AsSpan(row * Count, Count);

    /// <summary>The nearest training row of each row, −1 for none.</summary>
    public int[] First(int protocol) => [.. Enumerable.Range(0, lowest.Length).Select(row => rows[protocol][row * Count])];

    /// <summary>Takes <paramref name="training"/> where it is a training row and nearer than what is known. Offered in ascending order, the first of equals stays in front.</summary>
    internal void Offer(int row, int training, float similarity)
    {
        if (similarity > lowest[row])
            OfferToEach(row, training, similarity);
    }

    private void OfferToEach(int row, int training, float similarity)
    {
        var least = float.PositiveInfinity;
        for (var p = 0; p < rows.Length; p++)
        {
            var known = similarities[p].AsSpan(row * Count, Count);
            if (similarity > known[^1] && folds[p][training] != folds[p][row])
                Insert(known, rows[p].AsSpan(row * Count, Count), training, similarity);
            least = Math.Min(least, known[^1]);
        }
        lowest[row] = least;
    }

    private static void Insert(Span<float> similarities, Span<int> rows, int training, float similarity)
    {
        var place = similarities.Length - 1;
        for (; place > 0 && similarities[place - 1] < similarity; place--)
            (similarities[place], rows[place]) = (similarities[place - 1], rows[place - 1]);
        (similarities[place], rows[place]) = (similarity, training);
    }

    private static T[] Filled<T>(int length, T value)
    {
        var values = new T[length];
        Array.Fill(values, value);
        return values;
    }
}
