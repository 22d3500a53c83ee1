namespace RruffGeo.Evaluation;

/// <summary>What a classifier says about each row while the row is held out.</summary>
/// <param name="Predicted">Predicted class of each row; −1 for a row that no classifier was trained for.</param>
public sealed record HeldOutPredictions(int[] Predicted)
{
    /// <summary>Classes ranked before the true one, for each row; null if the classifier names one class and ranks none.</summary>
    public int[]? RankOfTruth { get; init; }

    /// <summary>Logits (or log-probabilities) of each row, one per class; null if the classifier gives no probabilities, and for rows that were not predicted.</summary>
    public float[]?[]? Logits { get; init; }

    /// <summary>What the probabilities are worth; null if the classifier gives none.</summary>
    public ProbabilityScores? Scores { get; init; }

    /// <summary>Temperature of each row, fitted on specimens kept apart; null if that was not done.</summary>
    public double[]? Temperatures { get; init; }

    /// <summary>What the probabilities at <see cref="Temperatures"/> are worth; null if there are none.</summary>
    public ProbabilityScores? ScaledScores { get; init; }

    /// <summary>Reads classes, ranks and scores off the logits.</summary>
    /// <param name="logits">Finite logits of each row; null for a row that was not predicted.</param>
    /// <param name="truths">True class of each row.</param>
    public static HeldOutPredictions FromLogits(float[]?[] logits, IReadOnlyList<int> truths)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(truths.Count, logits.Length, nameof(truths));
        return new HeldOutPredictions([.. logits.Select(row => row is null ? -1 : ClassRanking.First(row))])
        {
            RankOfTruth = [.. logits.Zip(truths, (row, truth) => row is null ? int.MaxValue : ClassRanking.RankOf(row, truth))],
            Logits = logits,
            Scores = ProbabilityScores.Of(logits, truths, _ => 1),
        };
    }
}
