namespace RruffGeo.Evaluation;

/// <summary>How well a score tells strange rows from usual ones (SCIENCE section 7: out-of-distribution scores).</summary>
public static class RankedSeparation
{
    /// <summary>Area under the receiver operating characteristic: the chance that a strange row scores higher than a usual one, ties counting half (Mann–Whitney U / (n₁·n₂)).</summary>
    /// <param name="scores">Score of each row, not NaN; higher is stranger.</param>
    /// <param name="strange">Whether each row is strange.</param>
    /// <returns>0 … 1; null unless there are rows of both sorts.</returns>
    public static double? Area(IReadOnlyList<double> scores, IReadOnlyList<bool> strange)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(strange.Count, scores.Count, nameof(strange));
        int[] order = [.. Enumerable.Range(0, scores.Count).OrderBy(row => scores[row])];
        double ranks = 0, ofStrange = strange.Count(row => row), ofUsual = scores.Count - ofStrange;
        for (var first = 0; first < order.Length;)
        {
            var end = first;
            while (end < order.Length && scores[order[end]] == scores[order[first]])
                end++;
            // Ranks first + 1 … end have the mean (first + 1 + end) / 2.
            for (var place = first; place < end; place++)
                ranks += strange[order[place]] ? (first + 1 + end) / 2.0 : 0;
            first = end;
        }
        return ofStrange == 0 || ofUsual == 0 ? null : (ranks - ofStrange * (ofStrange + 1) / 2) / (ofStrange * ofUsual);
    }
}
