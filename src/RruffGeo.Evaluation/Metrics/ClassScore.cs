namespace RruffGeo.Evaluation;

/// <summary>How well one class is recognised (SCIENCE 5.4).</summary>
/// <param name="Support">Rows whose true class this is.</param>
/// <param name="Precision">tp / (tp + fp), 0 … 1; 0 if nothing was predicted as this class.</param>
/// <param name="Recall">tp / (tp + fn), 0 … 1; 0 without support.</param>
/// <param name="F1">2 tp / (2 tp + fp + fn), 0 … 1; 0 where all three are 0.</param>
public readonly record struct ClassScore(long Support, double Precision, double Recall, double F1);
