namespace RruffGeo.Evaluation;

/// <summary>A point of the reliability curve: rows of like confidence (SCIENCE section 7).</summary>
/// <param name="Rows">Rows in the bin.</param>
/// <param name="Confidence">Their mean confidence, 0 … 1; 0 without rows.</param>
/// <param name="Accuracy">Share of them predicted rightly, 0 … 1; 0 without rows.</param>
public readonly record struct ReliabilityBin(int Rows, double Confidence, double Accuracy)
{
    /// <summary>|confidence − accuracy|, 0 … 1.</summary>
    public double Gap => Math.Abs(Confidence - Accuracy);
}
