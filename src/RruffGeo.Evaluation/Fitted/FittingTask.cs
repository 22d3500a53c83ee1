namespace RruffGeo.Evaluation;

/// <summary>What a classifier is fitted on, and what it then predicts.</summary>
/// <param name="Training">Features of each training row, all of one length.</param>
/// <param name="Classes">Class of each training row, 0 … <paramref name="ClassCount"/>−1.</param>
/// <param name="ClassCount">Number of classes of the task; some may have no training row.</param>
/// <param name="HeldOut">Features of each row to predict.</param>
public sealed record FittingTask(float[][] Training, int[] Classes, int ClassCount, float[][] HeldOut);
