namespace RruffGeo.Evaluation;

/// <summary>Guesses the country from the name of the mineral alone: what a model must beat to have learnt more than species (SCIENCE 7).</summary>
public static class SpeciesPriorBaseline
{
    private const double Alpha = 1;

    /// <summary>Ranks classes by (n_sc + α·share_c) / (n_s + α) over the training rows of the fold, α = 1; ties by training count, then by class.</summary>
    /// <param name="task">Rows, classes and folds.</param>
    /// <param name="species">Species of each row; one unseen in training gets the shares.</param>
    public static HeldOutPredictions Predict(FoldedTask task, IReadOnlyList<string> species)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(species.Count, task.Rows, nameof(species));
        var predicted = new int[task.Rows];
        var ranks = new int[task.Rows];
        for (var fold = 0; fold < task.FoldCount; fold++)
        {
            var orders = new Dictionary<string, int[]>(StringComparer.Ordinal);
            var totals = task.TrainingCounts(fold);
            var countsBySpecies = CountBySpecies(task, species, fold);
            for (var row = 0; row < task.Rows; row++)
            {
                if (task.Folds[row] != fold)
                    continue;
                if (!orders.TryGetValue(species[row], out var order))
                    orders[species[row]] = order = Rank(countsBySpecies.GetValueOrDefault(species[row]), totals);
                (predicted[row], ranks[row]) = (order[0], Array.IndexOf(order, task.Classes[row]));
            }
        }
        return new HeldOutPredictions(predicted) { RankOfTruth = ranks };
    }

    private static int[] Rank(int[]? counts, int[] totals)
    {
        double training = totals.Sum();
        double seen = counts?.Sum() ?? 0;
        var scores = new double[totals.Length];
        for (var c = 0; c < scores.Length; c++)
            scores[c] = ((counts?[c] ?? 0) + Alpha * Ratio.Of(totals[c], training)) / (seen + Alpha);
        return [.. Enumerable.Range(0, scores.Length).OrderByDescending(c => scores[c]).ThenByDescending(c => totals[c])];
    }

    private static Dictionary<string, int[]> CountBySpecies(FoldedTask task, IReadOnlyList<string> species, int fold)
    {
        var counts = new Dictionary<string, int[]>(StringComparer.Ordinal);
        for (var row = 0; row < task.Rows; row++)
        {
            if (task.Folds[row] == fold)
                continue;
            if (!counts.TryGetValue(species[row], out var ofSpecies))
                counts[species[row]] = ofSpecies = new int[task.ClassCount];
            ofSpecies[task.Classes[row]]++;
        }
        return counts;
    }
}
