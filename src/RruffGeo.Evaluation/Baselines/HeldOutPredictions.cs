namespace RruffGeo.Evaluation;

/// <summary>What a classifier says about each row while the row is held out.</summary>
/// <param name="Predicted">Predicted class of each row.</param>
public sealed record HeldOutPredictions(int[] Predicted)
{
    /// <summary>Classes ranked before the true one, for each row; null if the classifier names one class and ranks none.</summary>
    public int[]? RankOfTruth { get; init; }

    /// <summary>Cross-entropy of each row, nat; null if the classifier gives no probabilities.</summary>
    public double[]? Losses { get; init; }

    /// <summary>Probability of the predicted class, for each row; null if the classifier gives no probabilities.</summary>
    public double[]? Confidences { get; init; }
}
