namespace RruffGeo.Evaluation;

/// <summary>The one condition under which no stratified folds exist.</summary>
internal static class FoldGuard
{
    /// <summary>Throws if every class has fewer rows than there are folds; a single small class is kept (SCIENCE section 3).</summary>
    public static void RequireOneLargeClass(IReadOnlyCollection<int> classSizes, int folds)
    {
        var largest = classSizes.Count == 0 ? 0 : classSizes.Max();
        if (largest < folds)
            throw new InvalidDataException(
                $"No class can be divided into {folds} folds: the largest of {classSizes.Count} classes has {largest} rows. " +
                "Use fewer folds or more spectra.");
    }
}
