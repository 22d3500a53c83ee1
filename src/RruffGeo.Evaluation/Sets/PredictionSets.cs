namespace RruffGeo.Evaluation;

/// <summary>Split-conformal prediction sets of held-out rows (SCIENCE section 7).</summary>
/// <param name="Covered">Whether the set of each row holds its true class.</param>
/// <param name="Sizes">Classes in the set of each row; 0 for an empty set.</param>
public sealed record PredictionSets(bool[] Covered, int[] Sizes)
{
    /// <summary>Calibrates on one half of a fold's specimens, forms the sets of the other half, and the other way round.</summary>
    /// <param name="task">Rows, classes and folds.</param>
    /// <param name="logits">Logits of each row by the network that never saw its fold.</param>
    /// <param name="specimens">Specimen of each row.</param>
    /// <param name="halves">Half of each row, 0 or 1, the same for all rows of a specimen.</param>
    /// <param name="score">LAC or APS.</param>
    /// <param name="alpha">Share of units that may be missed.</param>
    /// <param name="unit">What gives a score.</param>
    public static PredictionSets Of(
        FoldedTask task, float[][] logits, int[] specimens, int[] halves, ConformalScore score, double alpha, CalibrationUnit unit)
    {
        var scores = ScoresOf(logits, task.ClassCount, score);
        var sets = new PredictionSets(new bool[task.Rows], new int[task.Rows]);
        var parts = Enumerable.Range(0, task.Rows).ToLookup(row => (Fold: task.Folds[row], Half: halves[row]));
        foreach (var part in parts)
        {
            int[] kept = [.. parts[(part.Key.Fold, 1 - part.Key.Half)]];
            double[] truths = [.. kept.Select(row => scores[row * task.ClassCount + task.Classes[row]])];
            var threshold = ConformalThreshold.Of(
                unit == CalibrationUnit.Row ? truths : ConformalThreshold.Medians(truths, [.. kept.Select(row => specimens[row])]), alpha);
            foreach (var row in part)
            {
                var ofRow = scores.AsSpan(row * task.ClassCount, task.ClassCount);
                foreach (var value in ofRow)
                    sets.Sizes[row] += value <= threshold + score.Slack ? 1 : 0;
                sets.Covered[row] = ofRow[task.Classes[row]] <= threshold + score.Slack;
            }
        }
        return sets;
    }

    private static double[] ScoresOf(float[][] logits, int classes, ConformalScore score)
    {
        var scores = new double[logits.Length * classes];
        Parallel.For(0, logits.Length, () => new double[classes], (row, _, probabilities) =>
        {
            Softmax.Probabilities(logits[row], 1, probabilities);
            score.Write(probabilities, scores.AsSpan(row * classes, classes));
            return probabilities;
        }, _ => { });
        return scores;
    }
}
