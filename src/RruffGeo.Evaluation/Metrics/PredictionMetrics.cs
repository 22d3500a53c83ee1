namespace RruffGeo.Evaluation;

/// <summary>Every metric of a set of held-out rows, by the name under which tables know it.</summary>
public sealed record PredictionMetrics
{
    private PredictionMetrics(ConfusionMatrix matrix, IReadOnlyList<(string Name, double Value)> values) =>
        (Matrix, Values) = (matrix, values);

    /// <summary>Confusion matrix of the rows.</summary>
    public ConfusionMatrix Matrix { get; }

    /// <summary>Metrics in a fixed order; top-k only where classes are ranked, loss and ece only where there are probabilities.</summary>
    public IReadOnlyList<(string Name, double Value)> Values { get; }

    /// <summary>Measures the rows that <paramref name="fold"/> holds out.</summary>
    public static PredictionMetrics OfFold(FoldedTask task, HeldOutPredictions predictions, int fold) =>
        Of(task, predictions, row => task.Folds[row] == fold);

    /// <summary>Measures all rows as one set.</summary>
    public static PredictionMetrics Pooled(FoldedTask task, HeldOutPredictions predictions) =>
        Of(task, predictions, _ => true);

    private static PredictionMetrics Of(FoldedTask task, HeldOutPredictions predictions, Func<int, bool> includes)
    {
        int[] rows = [.. Enumerable.Range(0, task.Rows).Where(includes)];
        var matrix = new ConfusionMatrix(task.ClassCount);
        foreach (var row in rows)
            matrix.Add(task.Classes[row], predictions.Predicted[row]);

        var values = Summarise(MatrixSummary.Of(matrix));
        if (predictions.RankOfTruth is { } ranks)
            values.AddRange(
                ("top3", Ratio.Of(rows.Count(row => ranks[row] < 3), rows.Length)),
                ("top5", Ratio.Of(rows.Count(row => ranks[row] < 5), rows.Length)));
        if (predictions.Losses is { } losses)
            values.Add(("loss", Ratio.Of(rows.Sum(row => losses[row]), rows.Length)));
        if (predictions.Confidences is { } confidences)
            values.Add(("ece", CalibrationError.Expected(
                [.. rows.Select(row => confidences[row])],
                [.. rows.Select(row => predictions.Predicted[row] == task.Classes[row])])));
        return new PredictionMetrics(matrix, values);
    }

    private static List<(string Name, double Value)> Summarise(MatrixSummary summary) =>
    [
        ("accuracy", summary.Accuracy),
        ("macro_precision", summary.MacroPrecision),
        ("macro_recall", summary.MacroRecall),
        ("macro_f1", summary.MacroF1),
        ("weighted_precision", summary.WeightedPrecision),
        ("weighted_recall", summary.WeightedRecall),
        ("weighted_f1", summary.WeightedF1),
        ("balanced_accuracy", summary.BalancedAccuracy),
        ("mcc", summary.MatthewsCorrelation),
        ("kappa", summary.Kappa),
    ];
}
