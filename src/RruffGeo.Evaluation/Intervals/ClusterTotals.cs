namespace RruffGeo.Evaluation;

/// <summary>Hits and rows of each cluster (specimen): all that the bootstrap of an accuracy needs.</summary>
/// <param name="Hits">Rows of each cluster predicted rightly.</param>
/// <param name="Rows">Rows of each cluster.</param>
public sealed record ClusterTotals(int[] Hits, int[] Rows)
{
    /// <summary>Adds rows up by cluster.</summary>
    /// <param name="clusterOfRow">Cluster 0 … clusters−1 of each row.</param>
    /// <param name="clusters">Number of clusters.</param>
    /// <param name="hits">Whether each row was predicted rightly.</param>
    /// <param name="counted">Rows to count; null counts all.</param>
    public static ClusterTotals Of(
        IReadOnlyList<int> clusterOfRow, int clusters, IReadOnlyList<bool> hits, IReadOnlyList<bool>? counted = null)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(hits.Count, clusterOfRow.Count, nameof(hits));
        var totals = new ClusterTotals(new int[clusters], new int[clusters]);
        for (var row = 0; row < hits.Count; row++)
        {
            if (counted is not null && !counted[row])
                continue;
            totals.Rows[clusterOfRow[row]]++;
            totals.Hits[clusterOfRow[row]] += hits[row] ? 1 : 0;
        }
        return totals;
    }
}
