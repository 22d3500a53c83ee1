namespace RruffGeo.Evaluation;

/// <summary>What a confusion matrix comes to, over all classes of the task (SCIENCE 5.4, 7).</summary>
public sealed record MatrixSummary
{
    /// <summary>Share of rows predicted rightly (micro average), 0 … 1.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Mean precision over all classes, those without rows counting 0.</summary>
    public required double MacroPrecision { get; init; }

    /// <summary>Mean recall over all classes, those without rows counting 0.</summary>
    public required double MacroRecall { get; init; }

    /// <summary>Mean F1 over all classes, those without rows counting 0.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Precision weighted by true support.</summary>
    public required double WeightedPrecision { get; init; }

    /// <summary>Recall weighted by true support; equals the accuracy.</summary>
    public required double WeightedRecall { get; init; }

    /// <summary>F1 weighted by true support.</summary>
    public required double WeightedF1 { get; init; }

    /// <summary>Mean recall over the classes present in truth.</summary>
    public required double BalancedAccuracy { get; init; }

    /// <summary>Matthews correlation of several classes (Gorodkin 2004), −1 … 1; 0 if truth or prediction is constant.</summary>
    public required double MatthewsCorrelation { get; init; }

    /// <summary>Cohen's κ, ≤ 1; 0 if agreement by chance is certain.</summary>
    public required double Kappa { get; init; }

    /// <summary>Summarises <paramref name="matrix"/>.</summary>
    public static MatrixSummary Of(ConfusionMatrix matrix)
    {
        var scores = matrix.Scores();
        double n = matrix.Total, correct = matrix.Correct;
        double chance = 0, truthSquares = 0, predictedSquares = 0;
        for (var c = 0; c < scores.Length; c++)
        {
            double support = scores[c].Support, predicted = matrix.Predicted(c);
            chance += support * predicted;
            truthSquares += support * support;
            predictedSquares += predicted * predicted;
        }

        return new MatrixSummary
        {
            Accuracy = Ratio.Of(correct, n),
            MacroPrecision = scores.Average(score => score.Precision),
            MacroRecall = scores.Average(score => score.Recall),
            MacroF1 = scores.Average(score => score.F1),
            WeightedPrecision = Ratio.Of(scores.Sum(score => score.Precision * score.Support), n),
            WeightedRecall = Ratio.Of(correct, n),
            WeightedF1 = Ratio.Of(scores.Sum(score => score.F1 * score.Support), n),
            BalancedAccuracy = Ratio.Of(scores.Sum(score => score.Recall), scores.Count(score => score.Support > 0)),
            MatthewsCorrelation = Ratio.Of(
                correct * n - chance, Math.Sqrt(n * n - predictedSquares) * Math.Sqrt(n * n - truthSquares)),
            Kappa = Ratio.Of(correct * n - chance, n * n - chance),
        };
    }
}
