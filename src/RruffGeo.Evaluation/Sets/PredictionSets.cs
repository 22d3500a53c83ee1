namespace RruffGeo.Evaluation;

/// <summary>Split-conformal prediction sets of held-out rows (SCIENCE section 7).</summary>
/// <param name="Covered">Whether the set of each row holds its true class.</param>
/// <param name="Sizes">Classes in the set of each row; 0 for an empty set.</param>
public sealed record PredictionSets(bool[] Covered, int[] Sizes)
{
    /// <summary>Calibrates on one half of a fold's specimens, forms the sets of the other half, and the other way round.</summary>
    /// <param name="task">Rows, classes and folds.</param>
    /// <param name="scores">Scores of each row by the network that never saw its fold.</param>
    /// <param name="specimens">Specimen of each row.</param>
    /// <param name="halves">Half of each row, 0 or 1, the same for all rows of a specimen.</param>
    /// <param name="alpha">Share of units that may be missed.</param>
    /// <param name="unit">What gives a score.</param>
    public static PredictionSets Of(FoldedTask task, ClassScores scores, int[] specimens, int[] halves, double alpha, CalibrationUnit unit)
    {
        var sets = new PredictionSets(new bool[task.Rows], new int[task.Rows]);
        var parts = Enumerable.Range(0, task.Rows).ToLookup(row => (Fold: task.Folds[row], Half: halves[row]));
        foreach (var part in parts)
        {
            var highest = Threshold(task, scores, specimens, [.. parts[(part.Key.Fold, 1 - part.Key.Half)]], alpha, unit) + scores.Kind.Slack;
            foreach (var row in part)
            {
                var ofRow = scores.OfRow(row);
                foreach (var value in ofRow)
                    sets.Sizes[row] += value <= highest ? 1 : 0;
                sets.Covered[row] = ofRow[task.Classes[row]] <= highest;
            }
        }
        return sets;
    }

    /// <summary>The threshold that all held-out specimens of a fold give, for spectra of specimens that no fold holds; +∞ if they are too few.</summary>
    /// <param name="task">Rows, classes and folds.</param>
    /// <param name="scores">Scores of each row by the network that never saw its fold.</param>
    /// <param name="specimens">Specimen of each row.</param>
    /// <param name="fold">The fold.</param>
    /// <param name="alpha">Share of specimens that may be missed.</param>
    public static double ThresholdOfFold(FoldedTask task, ClassScores scores, int[] specimens, int fold, double alpha) => Threshold(
        task, scores, specimens, [.. Enumerable.Range(0, task.Rows).Where(row => task.Folds[row] == fold)], alpha, CalibrationUnit.Specimen);

    private static double Threshold(FoldedTask task, ClassScores scores, int[] specimens, int[] kept, double alpha, CalibrationUnit unit)
    {
        double[] truths = [.. kept.Select(row => scores.OfRow(row)[task.Classes[row]])];
        return ConformalThreshold.Of(
            unit == CalibrationUnit.Row ? truths : ConformalThreshold.Medians(truths, [.. kept.Select(row => specimens[row])]), alpha);
    }
}
