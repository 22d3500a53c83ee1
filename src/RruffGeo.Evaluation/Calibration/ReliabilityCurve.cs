namespace RruffGeo.Evaluation;

/// <summary>Divides rows into bins of like confidence (SCIENCE section 7).</summary>
public static class ReliabilityCurve
{
    /// <summary>Number of bins B.</summary>
    public const int Bins = 15;

    /// <summary>Bins (i/B, (i+1)/B] of equal width, confidence 0 in the first; empty ones are kept.</summary>
    /// <param name="confidences">Confidence of each row, 0 … 1.</param>
    /// <param name="correct">Whether the class of that confidence was the true one.</param>
    public static IReadOnlyList<ReliabilityBin> OfEqualWidth(IReadOnlyList<double> confidences, IReadOnlyList<bool> correct)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(correct.Count, confidences.Count, nameof(correct));
        var members = Enumerable.Range(0, Bins).Select(_ => new List<int>()).ToArray();
        for (var row = 0; row < confidences.Count; row++)
            members[Math.Clamp((int)Math.Ceiling(confidences[row] * Bins) - 1, 0, Bins - 1)].Add(row);
        return [.. members.Select(rows => Bin(rows, confidences, correct))];
    }

    /// <summary>Adaptive bins: rows in ascending order of confidence (stable) cut into B parts, the first n mod B of them one row longer.</summary>
    /// <param name="confidences">Confidence of each row, 0 … 1.</param>
    /// <param name="correct">Whether the class of that confidence was the true one.</param>
    public static IReadOnlyList<ReliabilityBin> OfEqualCount(IReadOnlyList<double> confidences, IReadOnlyList<bool> correct)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(correct.Count, confidences.Count, nameof(correct));
        int[] order = [.. Enumerable.Range(0, confidences.Count).OrderBy(row => confidences[row])];
        var (least, longer) = Math.DivRem(order.Length, Bins);
        var bins = new ReliabilityBin[Bins];
        for (var (bin, first) = (0, 0); bin < Bins; bin++)
        {
            var count = least + (bin < longer ? 1 : 0);
            bins[bin] = Bin(new ArraySegment<int>(order, first, count), confidences, correct);
            first += count;
        }
        return bins;
    }

    private static ReliabilityBin Bin(IReadOnlyCollection<int> rows, IReadOnlyList<double> confidences, IReadOnlyList<bool> correct) => new(
        rows.Count,
        Ratio.Of(rows.Sum(row => confidences[row]), rows.Count),
        Ratio.Of(rows.Count(row => correct[row]), rows.Count));
}
