namespace RruffGeo.Evaluation;

/// <summary>How often chance alone puts a sibling into training (SCIENCE section 6).</summary>
public static class ExpectedSiblings
{
    /// <summary>Mean over rows of 1 − (1/K)^(m−1), m being the rows of the row's unit: the share of test rows with a sibling in training if every row falls into one of K folds by chance. 0 … 1; 0 without rows.</summary>
    /// <param name="units">Unit (specimen) of each row.</param>
    /// <param name="folds">K ≥ 2.</param>
    public static double Share(IReadOnlyList<int> units, int folds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        var rows = units.CountBy(unit => unit).ToDictionary();
        return Ratio.Of(units.Sum(unit => 1 - Math.Pow(1.0 / folds, rows[unit] - 1)), units.Count);
    }
}
