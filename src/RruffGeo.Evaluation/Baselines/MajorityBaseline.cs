namespace RruffGeo.Evaluation;

/// <summary>Ranks classes by their number of training rows, whatever the spectrum (SCIENCE 7).</summary>
public static class MajorityBaseline
{
    /// <summary>Predicts every row from the training rows of its fold; ties go to the lower class.</summary>
    public static HeldOutPredictions Predict(FoldedTask task)
    {
        var predicted = new int[task.Rows];
        var ranks = new int[task.Rows];
        for (var fold = 0; fold < task.FoldCount; fold++)
        {
            var counts = task.TrainingCounts(fold);
            var order = Enumerable.Range(0, task.ClassCount).OrderByDescending(c => counts[c]).ToArray();
            for (var row = 0; row < task.Rows; row++)
                if (task.Folds[row] == fold)
                    (predicted[row], ranks[row]) = (order[0], Array.IndexOf(order, task.Classes[row]));
        }
        return new HeldOutPredictions(predicted) { RankOfTruth = ranks };
    }
}
