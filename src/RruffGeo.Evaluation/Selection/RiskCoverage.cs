namespace RruffGeo.Evaluation;

/// <summary>What a classifier is worth that may abstain: rows in descending order of confidence, ties in row order (SCIENCE section 7).</summary>
public sealed class RiskCoverage
{
    private readonly int[] errors;

    /// <summary>Orders the rows.</summary>
    /// <param name="confidences">Confidence of each row.</param>
    /// <param name="correct">Whether each row was predicted rightly.</param>
    public RiskCoverage(IReadOnlyList<double> confidences, IReadOnlyList<bool> correct)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(correct.Count, confidences.Count, nameof(correct));
        errors = new int[correct.Count];
        var count = 0;
        foreach (var (place, row) in Enumerable.Range(0, errors.Length).OrderByDescending(row => confidences[row]).Index())
            errors[place] = count += correct[row] ? 0 : 1;
    }

    /// <summary>Area under the risk–coverage curve: the mean over i of the error among the first i rows, 0 … 1; 0 without rows.</summary>
    public double Area => Ratio.Of(errors.Select((count, place) => count / (place + 1.0)).Sum(), errors.Length);

    /// <summary>Accuracy among the first ⌈q·n⌉ rows, 0 … 1; 0 without rows.</summary>
    /// <param name="coverage">Share q of rows that are answered, 0 &lt; q ≤ 1.</param>
    public double AccuracyAt(double coverage)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(coverage, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(coverage, 1);
        var answered = (int)Math.Ceiling(coverage * errors.Length - 1e-12);
        return answered == 0 ? 0 : 1 - errors[answered - 1] / (double)answered;
    }
}
