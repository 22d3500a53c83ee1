using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>The held-out predictions of one model under one protocol.</summary>
/// <param name="Protocol">Protocol of stage 05.</param>
/// <param name="Model">A network of stage 06 or a baseline.</param>
/// <param name="Origin">Which of the two it is.</param>
/// <param name="Task">Classes and folds of the rows.</param>
/// <param name="Predictions">What the model says about each row.</param>
internal sealed record ModelPredictions(
    string Protocol, string Model, ModelOrigin Origin, FoldedTask Task, HeldOutPredictions Predictions)
{
    /// <summary>Whether each row was predicted rightly.</summary>
    public bool[] Hits { get; } = [.. Predictions.Predicted.Zip(Task.Classes, (predicted, truth) => predicted == truth)];

    /// <summary>True if every fold was trained: a model with missing folds is measured in the others alone, and pooled nowhere.</summary>
    public bool IsWhole => !Predictions.Predicted.Contains(-1);

    /// <summary>Share of all rows predicted rightly.</summary>
    public double Accuracy => Hits.Count(hit => hit) / (double)Hits.Length;
}

/// <summary>Where predictions come from.</summary>
internal enum ModelOrigin
{
    /// <summary>Trained in stage 06.</summary>
    Network,

    /// <summary>Computed here, without a network.</summary>
    Baseline,
}
