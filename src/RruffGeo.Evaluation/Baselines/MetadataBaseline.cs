namespace RruffGeo.Evaluation;

/// <summary>Guesses the country from how, by whom and when a spectrum was taken, never from its intensities: naive Bayes over named features (SCIENCE 7).</summary>
public static class MetadataBaseline
{
    /// <summary>Ranks classes by ln share_c + Σ_f ln((n_cfv + share_fv) / (n_c + 1)) over the training rows of the fold, share_fv being the share of the value v; ties by training count, then by class.</summary>
    /// <param name="task">Rows, classes and folds.</param>
    /// <param name="features">For each feature f its value v in each row. A value unseen in training says nothing.</param>
    public static HeldOutPredictions Predict(FoldedTask task, IReadOnlyList<IReadOnlyList<string>> features)
    {
        if (features.Any(values => values.Count != task.Rows))
            throw new ArgumentException($"Expected a value for each of {task.Rows} rows in every feature.", nameof(features));
        var predicted = new int[task.Rows];
        var ranks = new int[task.Rows];
        for (var fold = 0; fold < task.FoldCount; fold++)
        {
            var totals = task.TrainingCounts(fold);
            var counts = features.Select(values => CountByValue(task, values, fold)).ToArray();
            for (var row = 0; row < task.Rows; row++)
            {
                if (task.Folds[row] != fold)
                    continue;
                var order = Rank(features, counts, totals, row);
                (predicted[row], ranks[row]) = (order[0], Array.IndexOf(order, task.Classes[row]));
            }
        }
        return new HeldOutPredictions(predicted) { RankOfTruth = ranks };
    }

    private static int[] Rank(
        IReadOnlyList<IReadOnlyList<string>> features, Dictionary<string, int[]>[] counts, int[] totals, int row)
    {
        var scores = new double[totals.Length];
        for (var c = 0; c < scores.Length; c++)
            scores[c] = Math.Log(totals[c]);
        for (var f = 0; f < counts.Length; f++)
        {
            if (!counts[f].TryGetValue(features[f][row], out var seen))
                continue;
            var share = seen.Sum() / (double)totals.Sum();
            for (var c = 0; c < scores.Length; c++)
                scores[c] += Math.Log((seen[c] + share) / (totals[c] + 1));
        }
        return [.. Enumerable.Range(0, scores.Length).OrderByDescending(c => scores[c]).ThenByDescending(c => totals[c])];
    }

    private static Dictionary<string, int[]> CountByValue(FoldedTask task, IReadOnlyList<string> values, int fold)
    {
        var counts = new Dictionary<string, int[]>(StringComparer.Ordinal);
        for (var row = 0; row < task.Rows; row++)
        {
            if (task.Folds[row] == fold)
                continue;
            if (!counts.TryGetValue(values[row], out var ofValue))
                counts[values[row]] = ofValue = new int[task.ClassCount];
            ofValue[task.Classes[row]]++;
        }
        return counts;
    }
}
