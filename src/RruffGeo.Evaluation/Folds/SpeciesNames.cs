namespace RruffGeo.Evaluation;

/// <summary>Joins the names under which one species appears.</summary>
public static class SpeciesNames
{
    /// <summary>Gives rows the same species if their names are equal or were ever given to the same specimen: old and new names of a mineral meet through the specimen's id (SCIENCE section 6).</summary>
    /// <param name="minerals">Mineral name of each row, as written.</param>
    /// <param name="specimens">Specimen of each row; empty ids join nothing.</param>
    /// <returns>The ordinally first of all joined names, for each row.</returns>
    public static string[] Join(IReadOnlyList<string> minerals, IReadOnlyList<string> specimens)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(specimens.Count, minerals.Count, nameof(specimens));
        var parent = new Dictionary<string, string>(StringComparer.Ordinal);
        var nameOfSpecimen = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var row = 0; row < minerals.Count; row++)
        {
            parent.TryAdd(minerals[row], minerals[row]);
            if (specimens[row].Length > 0 && !nameOfSpecimen.TryAdd(specimens[row], minerals[row]))
                Unite(parent, nameOfSpecimen[specimens[row]], minerals[row]);
        }
        return [.. minerals.Select(mineral => Root(parent, mineral))];
    }

    private static void Unite(Dictionary<string, string> parent, string one, string other)
    {
        var (a, b) = (Root(parent, one), Root(parent, other));
        if (string.CompareOrdinal(a, b) > 0)
            (a, b) = (b, a);
        parent[b] = a;
    }

    private static string Root(Dictionary<string, string> parent, string name)
    {
        while (parent[name] != name)
            name = parent[name] = parent[parent[name]];
        return name;
    }
}
