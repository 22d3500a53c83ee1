namespace RruffGeo.Evaluation;

/// <summary>Guesses the country from where a spectrum has data, never from its intensities: zero padding writes the native range into the network's input (SCIENCE section 6).</summary>
public static class PaddingMaskBaseline
{
    /// <summary>Takes the training rows whose mask is nearest and predicts the commonest class among them; ties go to the class with more training rows, then to the lower class.</summary>
    /// <param name="task">Rows, classes and folds.</param>
    /// <param name="masks">Mask of each row; distance is Euclidean over (first, last).</param>
    public static HeldOutPredictions Predict(FoldedTask task, IReadOnlyList<PaddingMask> masks)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(masks.Count, task.Rows, nameof(masks));
        var predicted = new int[task.Rows];
        for (var fold = 0; fold < task.FoldCount; fold++)
        {
            var totals = task.TrainingCounts(fold);
            var known = CountByMask(task, masks, fold);
            var answers = new Dictionary<PaddingMask, int>();
            for (var row = 0; row < task.Rows; row++)
            {
                if (task.Folds[row] != fold)
                    continue;
                if (!answers.TryGetValue(masks[row], out var answer))
                    answers[masks[row]] = answer = Vote(masks[row], known, totals);
                predicted[row] = answer;
            }
        }
        return new HeldOutPredictions(predicted);
    }

    private static int Vote(PaddingMask mask, (PaddingMask Mask, int[] Counts)[] known, int[] totals)
    {
        var votes = new int[totals.Length];
        var nearest = long.MaxValue;
        foreach (var (other, counts) in known)
        {
            var distance = mask.SquaredDistanceTo(other);
            if (distance > nearest)
                continue;
            if (distance < nearest)
                Array.Clear(votes);
            nearest = distance;
            for (var c = 0; c < votes.Length; c++)
                votes[c] += counts[c];
        }
        return Enumerable.Range(0, votes.Length).OrderByDescending(c => votes[c]).ThenByDescending(c => totals[c]).First();
    }

    private static (PaddingMask Mask, int[] Counts)[] CountByMask(FoldedTask task, IReadOnlyList<PaddingMask> masks, int fold)
    {
        var counts = new Dictionary<PaddingMask, int[]>();
        for (var row = 0; row < task.Rows; row++)
        {
            if (task.Folds[row] == fold)
                continue;
            if (!counts.TryGetValue(masks[row], out var ofMask))
                counts[masks[row]] = ofMask = new int[task.ClassCount];
            ofMask[task.Classes[row]]++;
        }
        return [.. counts.Select(pair => (pair.Key, pair.Value))];
    }
}
