namespace RruffGeo.Evaluation;

/// <summary>How far confidence and accuracy lie apart (SCIENCE section 7).</summary>
public static class CalibrationError
{
    /// <summary>Expected calibration error: Σ share · gap over the bins, 0 … 1; 0 without rows.</summary>
    public static double Expected(IReadOnlyList<ReliabilityBin> bins) =>
        Ratio.Of(bins.Sum(bin => bin.Rows * bin.Gap), bins.Sum(bin => bin.Rows));

    /// <summary>Maximum calibration error: the largest gap of a bin that has rows, 0 … 1.</summary>
    public static double Largest(IReadOnlyList<ReliabilityBin> bins) =>
        bins.Where(bin => bin.Rows > 0).Select(bin => bin.Gap).DefaultIfEmpty().Max();
}
