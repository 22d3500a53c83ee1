namespace RruffGeo.Evaluation;

/// <summary>How strange every class is for every row.</summary>
public sealed class ClassScores
{
    private readonly double[] values;
    private readonly int classes;

    private ClassScores(ConformalScore kind, double[] values, int classes) => (Kind, this.values, this.classes) = (kind, values, classes);

    /// <summary>LAC or APS.</summary>
    public ConformalScore Kind { get; }

    /// <summary>Scores rows; all cores work.</summary>
    /// <param name="logits">Finite logits of each row, one per class.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="kind">LAC or APS.</param>
    public static ClassScores Of(float[][] logits, int classes, ConformalScore kind)
    {
        var values = new double[checked(logits.Length * classes)];
        Parallel.For(0, logits.Length, () => new double[classes], (row, _, probabilities) =>
        {
            Softmax.Probabilities(logits[row], 1, probabilities);
            kind.Write(probabilities, values.AsSpan(row * classes, classes));
            return probabilities;
        }, _ => { });
        return new ClassScores(kind, values, classes);
    }

    /// <summary>One score per class.</summary>
    public ReadOnlySpan<double> OfRow(int row) => values.AsSpan(row * classes, classes);
}
