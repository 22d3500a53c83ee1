namespace RruffGeo.Evaluation;

/// <summary>Stratified k-fold over rows, equal to scikit-learn's <c>StratifiedKFold</c> (paper B.1; SCIENCE 5.1).</summary>
public static class StratifiedFolds
{
    /// <summary>Each fold gets a contiguous block of every class, in the order of the rows.</summary>
    /// <param name="classes">Class of each row, any labels.</param>
    /// <param name="folds">Number of folds k ≥ 2.</param>
    /// <returns>The fold 0 … k−1 that holds each row out.</returns>
    /// <exception cref="InvalidDataException">Every class has fewer rows than there are folds.</exception>
    public static int[] InOrder(ReadOnlySpan<int> classes, int folds) => Assign(classes, folds, null);

    /// <summary>As <see cref="InOrder"/>, with the fold labels of each class shuffled: one generator passes through all classes.</summary>
    /// <param name="classes">Class of each row, any labels; relabelling does not change the folds.</param>
    /// <param name="folds">Number of folds k ≥ 2.</param>
    /// <param name="seed">Seed of the <see cref="MersenneTwister"/>.</param>
    /// <returns>The fold 0 … k−1 that holds each row out.</returns>
    /// <exception cref="InvalidDataException">Every class has fewer rows than there are folds.</exception>
    public static int[] Shuffled(ReadOnlySpan<int> classes, int folds, uint seed) =>
        Assign(classes, folds, new MersenneTwister(seed));

    private static int[] Assign(ReadOnlySpan<int> classes, int folds, MersenneTwister? generator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        var encoded = EncodeByFirstAppearance(classes, out var sizes);
        FoldGuard.RequireOneLargeClass(sizes, folds);

        var labels = sizes.Select(size => new int[size]).ToArray();
        var start = 0;
        for (var c = 0; c < sizes.Count; c++)
        {
            FillInFoldOrder(labels[c], start, folds);
            generator?.Shuffle(labels[c].AsSpan());
            start += sizes[c];
        }

        var taken = new int[sizes.Count];
        var assigned = new int[classes.Length];
        for (var row = 0; row < assigned.Length; row++)
            assigned[row] = labels[encoded[row]][taken[encoded[row]]++];
        return assigned;
    }

    /// <summary>Fold f takes the rows f, f+k, f+2k, … of the class-sorted list; a class that starts at <paramref name="start"/> gives it that share.</summary>
    private static void FillInFoldOrder(int[] labels, int start, int folds)
    {
        var next = 0;
        for (var fold = 0; fold < folds; fold++)
        {
            var first = (fold - start % folds + folds) % folds;
            for (var position = first; position < labels.Length; position += folds)
                labels[next++] = fold;
        }
    }

    private static int[] EncodeByFirstAppearance(ReadOnlySpan<int> classes, out List<int> sizes)
    {
        var codes = new Dictionary<int, int>();
        var encoded = new int[classes.Length];
        sizes = [];
        for (var row = 0; row < classes.Length; row++)
        {
            if (!codes.TryGetValue(classes[row], out var code))
            {
                codes[classes[row]] = code = sizes.Count;
                sizes.Add(0);
            }
            encoded[row] = code;
            sizes[code]++;
        }
        return encoded;
    }
}
