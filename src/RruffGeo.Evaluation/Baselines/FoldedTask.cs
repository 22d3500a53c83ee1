namespace RruffGeo.Evaluation;

/// <summary>Rows with their true classes and the folds that hold them out. The training rows of a fold are the rows of all other folds.</summary>
public sealed record FoldedTask
{
    /// <summary>Joins classes and folds.</summary>
    /// <param name="classes">True class of each row, 0 … <paramref name="classCount"/>−1.</param>
    /// <param name="classCount">Number of classes of the task, ≥ 1.</param>
    /// <param name="folds">Fold of each row, 0 ≤ fold.</param>
    public FoldedTask(int[] classes, int classCount, int[] folds)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(folds.Length, classes.Length, nameof(folds));
        if (Array.Exists(classes, label => (uint)label >= (uint)classCount))
            throw new ArgumentOutOfRangeException(nameof(classes), $"Expected classes 0 … {classCount - 1}.");
        if (Array.Exists(folds, fold => fold < 0))
            throw new ArgumentOutOfRangeException(nameof(folds), "Expected folds ≥ 0.");
        (Classes, ClassCount, Folds) = (classes, classCount, folds);
        FoldCount = folds.Length == 0 ? 0 : folds.Max() + 1;
    }

    /// <summary>True class of each row.</summary>
    public int[] Classes { get; }

    /// <summary>Number of classes of the task.</summary>
    public int ClassCount { get; }

    /// <summary>Fold of each row.</summary>
    public int[] Folds { get; }

    /// <summary>Highest fold + 1.</summary>
    public int FoldCount { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => Classes.Length;

    /// <summary>Training rows of each class when <paramref name="fold"/> is held out.</summary>
    public int[] TrainingCounts(int fold)
    {
        var counts = new int[ClassCount];
        for (var row = 0; row < Rows; row++)
            if (Folds[row] != fold)
                counts[Classes[row]]++;
        return counts;
    }
}
