namespace RruffGeo.Evaluation;

/// <summary>Counts of (true class, predicted class); rows are the truth (paper 5.2–5.3; SCIENCE 5.4).</summary>
/// <remarks>Mutable while it is filled; afterwards safe to read from several threads. Every 0/0 is 0.</remarks>
public sealed class ConfusionMatrix
{
    private readonly long[] counts;

    /// <summary>Starts with all counts 0.</summary>
    /// <param name="classes">Number of classes of the task, ≥ 1; averages run over all of them, also those without rows.</param>
    public ConfusionMatrix(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        Classes = classes;
        counts = new long[classes * classes];
    }

    /// <summary>Number of classes of the task.</summary>
    public int Classes { get; }

    /// <summary>Rows counted so far.</summary>
    public long Total { get; private set; }

    /// <summary>Rows of <paramref name="truth"/> that were predicted as <paramref name="predicted"/>.</summary>
    public long this[int truth, int predicted] => counts[Index(truth, predicted)];

    /// <summary>Counts one row.</summary>
    public void Add(int truth, int predicted)
    {
        counts[Index(truth, predicted)]++;
        Total++;
    }

    /// <summary>Rows whose true class is <paramref name="index"/>.</summary>
    public long Support(int index) => Sum(index * Classes, 1);

    /// <summary>Rows that were predicted as <paramref name="index"/>.</summary>
    public long Predicted(int index) => Sum(index, Classes);

    /// <summary>Rows predicted rightly.</summary>
    public long Correct => Sum(0, Classes + 1);

    /// <summary>Precision, recall and F1 of one class.</summary>
    public ClassScore ScoreOf(int index)
    {
        var (hits, support, predicted) = (this[index, index], Support(index), Predicted(index));
        return new ClassScore(
            support, Ratio.Of(hits, predicted), Ratio.Of(hits, support), Ratio.Of(2 * hits, support + predicted));
    }

    /// <summary>Scores of all classes, in class order.</summary>
    public ClassScore[] Scores() => [.. Enumerable.Range(0, Classes).Select(ScoreOf)];

    private long Sum(int start, int step)
    {
        var sum = 0L;
        for (var (i, n) = (start, 0); n < Classes; i += step, n++)
            sum += counts[i];
        return sum;
    }

    private int Index(int truth, int predicted)
    {
        if ((uint)truth >= (uint)Classes || (uint)predicted >= (uint)Classes)
            throw new ArgumentOutOfRangeException(
                nameof(truth), $"({truth}, {predicted})", $"Expected classes 0 … {Classes - 1}.");
        return truth * Classes + predicted;
    }
}
