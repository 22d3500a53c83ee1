namespace RruffGeo.Evaluation;

/// <summary>How far confidence and accuracy lie apart (SCIENCE 7).</summary>
public static class CalibrationError
{
    /// <summary>Number of bins B.</summary>
    public const int Bins = 15;

    /// <summary>Expected calibration error: Σ share · |mean confidence − accuracy| over the bins (i/B, (i+1)/B], confidence 0 in bin 0.</summary>
    /// <param name="confidences">Confidence of each row, 0 … 1.</param>
    /// <param name="correct">Whether the class of that confidence was the true one.</param>
    /// <returns>0 … 1; 0 without rows.</returns>
    public static double Expected(IReadOnlyList<double> confidences, IReadOnlyList<bool> correct)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(correct.Count, confidences.Count, nameof(correct));
        Span<double> excess = stackalloc double[Bins];
        for (var row = 0; row < confidences.Count; row++)
        {
            var bin = Math.Clamp((int)Math.Ceiling(confidences[row] * Bins) - 1, 0, Bins - 1);
            excess[bin] += confidences[row] - (correct[row] ? 1 : 0);
        }

        var sum = 0.0;
        foreach (var gap in excess)
            sum += Math.Abs(gap);
        return Ratio.Of(sum, confidences.Count);
    }
}
