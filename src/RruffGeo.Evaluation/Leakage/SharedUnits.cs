namespace RruffGeo.Evaluation;

/// <summary>Finds units (acquisitions, specimens, localities) that lie on both sides of a split (SCIENCE section 6).</summary>
public static class SharedUnits
{
    /// <summary>For each row: does its unit have a row in another fold, that is, in training when this row is tested?</summary>
    /// <param name="units">Unit of each row, 0 ≤ unit.</param>
    /// <param name="folds">Fold of each row, 0 ≤ fold.</param>
    public static bool[] InTraining(IReadOnlyList<int> units, IReadOnlyList<int> folds)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(folds.Count, units.Count, nameof(folds));
        var foldOfUnit = new Dictionary<int, int>();
        var split = new HashSet<int>();
        for (var row = 0; row < units.Count; row++)
            if (!foldOfUnit.TryAdd(units[row], folds[row]) && foldOfUnit[units[row]] != folds[row])
                split.Add(units[row]);
        return [.. units.Select(split.Contains)];
    }

    /// <summary>Numbers units in the order of their first row.</summary>
    /// <param name="names">Name of each row's unit; an empty name is a unit of its own for each row.</param>
    public static int[] Number(IReadOnlyList<string> names)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var units = new int[names.Count];
        var next = 0;
        for (var row = 0; row < units.Length; row++)
        {
            if (names[row].Length == 0)
                units[row] = next++;
            else if (!numbers.TryGetValue(names[row], out units[row]))
                numbers[names[row]] = units[row] = next++;
        }
        return units;
    }
}
