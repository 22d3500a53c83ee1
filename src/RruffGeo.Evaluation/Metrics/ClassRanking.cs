namespace RruffGeo.Evaluation;

/// <summary>Order of classes by score: higher first, ties to the lower class index (SCIENCE 5.4).</summary>
public static class ClassRanking
{
    /// <summary>The class ranked first.</summary>
    /// <param name="scores">One score per class, not NaN; length ≥ 1.</param>
    public static int First(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var c = 1; c < scores.Length; c++)
            if (scores[c] > scores[best])
                best = c;
        return best;
    }

    /// <summary>Number of classes ranked before <paramref name="index"/>: 0 if it is first; the row is a top-k hit if this is below k.</summary>
    /// <param name="scores">One score per class, not NaN.</param>
    /// <param name="index">The class looked for, such as the true one.</param>
    public static int RankOf(ReadOnlySpan<float> scores, int index)
    {
        var before = 0;
        for (var c = 0; c < scores.Length; c++)
            if (scores[c] > scores[index] || (scores[c] == scores[index] && c < index))
                before++;
        return before;
    }
}
