namespace RruffGeo.Evaluation;

/// <summary>Every metric of a set of held-out rows, by the name under which tables know it.</summary>
public sealed record PredictionMetrics
{
    private PredictionMetrics(ConfusionMatrix matrix, IReadOnlyList<(string Name, double Value)> values) =>
        (Matrix, Values) = (matrix, values);

    /// <summary>Confusion matrix of the rows.</summary>
    public ConfusionMatrix Matrix { get; }

    /// <summary>Metrics in a fixed order; top-k only where classes are ranked, losses and calibration only where there are probabilities.</summary>
    public IReadOnlyList<(string Name, double Value)> Values { get; }

    /// <summary>Measures the rows that <paramref name="fold"/> holds out.</summary>
    public static PredictionMetrics OfFold(FoldedTask task, HeldOutPredictions predictions, int fold) =>
        Of(task, predictions, [.. Enumerable.Range(0, task.Rows).Where(row => task.Folds[row] == fold)]);

    /// <summary>Measures all rows as one set.</summary>
    public static PredictionMetrics Pooled(FoldedTask task, HeldOutPredictions predictions) =>
        Of(task, predictions, [.. Enumerable.Range(0, task.Rows)]);

    private static PredictionMetrics Of(FoldedTask task, HeldOutPredictions predictions, int[] rows)
    {
        var matrix = new ConfusionMatrix(task.ClassCount);
        foreach (var row in rows)
            matrix.Add(task.Classes[row], predictions.Predicted[row]);

        var values = Summarise(MatrixSummary.Of(matrix));
        if (predictions.RankOfTruth is { } ranks)
            values.AddRange(
                ("top3", Ratio.Of(rows.Count(row => ranks[row] < 3), rows.Length)),
                ("top5", Ratio.Of(rows.Count(row => ranks[row] < 5), rows.Length)));
        bool[] correct = [.. rows.Select(row => predictions.Predicted[row] == task.Classes[row])];
        if (predictions.Scores is { } scores)
        {
            values.AddRange(Calibration(scores, rows, correct, ""));
            var selective = new RiskCoverage([.. rows.Select(row => scores.Confidences[row])], correct);
            values.AddRange(
                ("aurc", selective.Area), ("accuracy_at_80_percent", selective.AccuracyAt(0.8)), ("accuracy_at_50_percent", selective.AccuracyAt(0.5)));
        }
        if (predictions.ScaledScores is { } scaled)
            values.AddRange(Calibration(scaled, rows, correct, "_scaled"));
        if (predictions.Temperatures is { } temperatures)
            values.Add(("temperature", Ratio.Of(rows.Sum(row => temperatures[row]), rows.Length)));
        return new PredictionMetrics(matrix, values);
    }

    private static IEnumerable<(string Name, double Value)> Calibration(ProbabilityScores scores, int[] rows, bool[] correct, string suffix)
    {
        double[] confidences = [.. rows.Select(row => scores.Confidences[row])];
        var bins = ReliabilityCurve.OfEqualWidth(confidences, correct);
        return
        [
            ("loss" + suffix, Ratio.Of(rows.Sum(row => scores.Losses[row]), rows.Length)),
            ("brier" + suffix, Ratio.Of(rows.Sum(row => scores.Briers[row]), rows.Length)),
            ("ece" + suffix, CalibrationError.Expected(bins)),
            ("mce" + suffix, CalibrationError.Largest(bins)),
            ("ece_adaptive" + suffix, CalibrationError.Expected(ReliabilityCurve.OfEqualCount(confidences, correct))),
        ];
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
