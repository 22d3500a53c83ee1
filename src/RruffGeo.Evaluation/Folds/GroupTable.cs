namespace RruffGeo.Evaluation;

/// <summary>Rows of each class in each group, groups in ordinal order of their ids, classes ascending.</summary>
internal sealed class GroupTable
{
    private readonly double[] counts;

    private GroupTable(double[] counts, int[] groupOfRow, double[] classTotals, int groups)
    {
        this.counts = counts;
        GroupOfRow = groupOfRow;
        ClassTotals = classTotals;
        Groups = groups;
    }

    /// <summary>Index of the group of each row.</summary>
    public int[] GroupOfRow { get; }

    /// <summary>Rows of each class that occurs.</summary>
    public double[] ClassTotals { get; }

    /// <summary>Number of distinct groups.</summary>
    public int Groups { get; }

    /// <summary>Rows of each class in <paramref name="group"/>.</summary>
    public ReadOnlySpan<double> CountsOf(int group) => counts.AsSpan(group * ClassTotals.Length, ClassTotals.Length);

    /// <summary>Counts the rows; classes that do not occur have no column.</summary>
    public static GroupTable Count(ReadOnlySpan<int> classes, IReadOnlyList<string> groups)
    {
        int[] labels = [.. classes.ToArray().Distinct().Order()];
        string[] ids = [.. groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var indexOfId = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++)
            indexOfId[ids[i]] = i;

        var counts = new double[ids.Length * labels.Length];
        var totals = new double[labels.Length];
        var groupOfRow = new int[classes.Length];
        for (var row = 0; row < classes.Length; row++)
        {
            var label = Array.BinarySearch(labels, classes[row]);
            groupOfRow[row] = indexOfId[groups[row]];
            counts[groupOfRow[row] * labels.Length + label]++;
            totals[label]++;
        }
        return new GroupTable(counts, groupOfRow, totals, ids.Length);
    }
}
