namespace RruffGeo.Evaluation;

/// <summary>Folds that keep the rows of a group together and the classes in proportion: scikit-learn's <c>StratifiedGroupKFold</c> without shuffling (SCIENCE 5.2).</summary>
public static class GroupedFolds
{
    private const double AbsoluteTolerance = 1e-8;
    private const double RelativeTolerance = 1e-5;

    /// <summary>Takes groups by decreasing spread of their class counts and gives each to the fold that keeps the classes most even.</summary>
    /// <param name="classes">Class of each row, 0 ≤ class.</param>
    /// <param name="groups">Group of each row; ids are ordered ordinally, which decides ties.</param>
    /// <param name="folds">Number of folds k ≥ 2.</param>
    /// <exception cref="InvalidDataException">Every class has fewer rows, or all rows have fewer groups, than there are folds.</exception>
    public static GroupedFoldAssignment Assign(ReadOnlySpan<int> classes, IReadOnlyList<string> groups, int folds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfNotEqual(groups.Count, classes.Length, nameof(groups));
        var table = GroupTable.Count(classes, groups);
        FoldGuard.RequireOneLargeClass(Array.ConvertAll(table.ClassTotals, total => (int)total), folds);
        if (table.Groups < folds)
            throw new InvalidDataException(
                $"{table.Groups} groups cannot fill {folds} folds. Use fewer folds or a protocol with more groups.");

        var order = GroupsBySpread(table);
        var foldOfGroup = Distribute(table, order, folds, TieRule.FewerRowsThanBest);
        var repaired = foldOfGroup.Distinct().Count() < folds;
        if (repaired)
            foldOfGroup = Distribute(table, order, folds, TieRule.FewestRowsOfAll);
        if (foldOfGroup.Distinct().Count() < folds)
            throw new InvalidDataException(
                $"{table.Groups} groups of very unequal size leave a fold of {folds} empty. Use fewer folds.");
        return new GroupedFoldAssignment(Array.ConvertAll(table.GroupOfRow, group => foldOfGroup[group]), repaired);
    }

    private static int[] GroupsBySpread(GroupTable table)
    {
        var spread = new double[table.Groups];
        for (var group = 0; group < spread.Length; group++)
            spread[group] = NumpySums.PopulationDeviation(table.CountsOf(group));
        return [.. Enumerable.Range(0, spread.Length).OrderByDescending(group => spread[group])];
    }

    private static int[] Distribute(GroupTable table, int[] order, int folds, TieRule rule)
    {
        var balance = new FoldBalance(table.ClassTotals, folds);
        var foldOfGroup = new int[table.Groups];
        foreach (var group in order)
        {
            var counts = table.CountsOf(group);
            foldOfGroup[group] = rule == TieRule.FewerRowsThanBest ? FirstBest(balance, counts) : SmallestOfBest(balance, counts);
            balance.Add(foldOfGroup[group], counts);
        }
        return foldOfGroup;
    }

    /// <summary>The library's comparison, kept as it is: the best may drift by the tolerance at each tie, and a tidier rule gives other folds.</summary>
    private static int FirstBest(FoldBalance balance, ReadOnlySpan<double> counts)
    {
        var (best, bestUnevenness, bestRows) = (0, double.PositiveInfinity, double.PositiveInfinity);
        for (var fold = 0; fold < balance.Folds; fold++)
        {
            var unevenness = balance.UnevennessWith(fold, counts);
            var rows = balance.RowsIn(fold);
            if (unevenness < bestUnevenness || (IsTie(unevenness, bestUnevenness) && rows < bestRows))
                (best, bestUnevenness, bestRows) = (fold, unevenness, rows);
        }
        return best;
    }

    private static int SmallestOfBest(FoldBalance balance, ReadOnlySpan<double> counts)
    {
        var unevenness = new double[balance.Folds];
        for (var fold = 0; fold < unevenness.Length; fold++)
            unevenness[fold] = balance.UnevennessWith(fold, counts);
        var least = unevenness.Min();
        return Enumerable.Range(0, unevenness.Length)
            .Where(fold => IsTie(unevenness[fold], least)).MinBy(balance.RowsIn);
    }

    private static bool IsTie(double value, double best) =>
        double.IsFinite(best) && Math.Abs(value - best) <= AbsoluteTolerance + RelativeTolerance * Math.Abs(best);

    private enum TieRule
    {
        FewerRowsThanBest,
        FewestRowsOfAll,
    }
}

/// <summary>The result of <see cref="GroupedFolds.Assign"/>.</summary>
/// <param name="Folds">The fold 0 … k−1 that holds each row out; no fold is empty.</param>
/// <param name="Repaired">True if the library's rule left a fold empty and ties were given to the fold with fewest rows instead.</param>
public sealed record GroupedFoldAssignment(int[] Folds, bool Repaired);
