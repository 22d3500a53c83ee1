namespace RruffGeo.Build.Housekeeping;

/// <summary>The difference of two runs in lines.</summary>
internal static class RunDiffText
{
    private const int MostCells = 20;

    /// <summary>Parameters, other causes, metrics, then each table.</summary>
    public static IEnumerable<string> Lines(RunDiff diff)
    {
        yield return $"{diff.First} → {diff.Second}";
        if (diff.Parameters.IsEmpty && diff.OtherParts.IsEmpty && diff.Tables.IsEmpty)
        {
            yield return "Nothing differs.";
            yield break;
        }

        yield return "\nParameters";
        foreach (var parameter in diff.Parameters)
            yield return $"    {parameter.Name}: {parameter.Before ?? "none"} → {parameter.After ?? "none"}";
        foreach (var part in diff.OtherParts)
            yield return $"    {part}";
        if (diff.Parameters.IsEmpty && diff.OtherParts.IsEmpty)
            yield return "    the same";
        yield return "\nMetrics";
        foreach (var cell in diff.Metrics.Take(MostCells))
            yield return $"    {cell.Row}, {cell.Column}: {cell.Before} → {cell.After}";
        yield return diff.Metrics.Length > MostCells ? $"    and more" : diff.Metrics.IsEmpty ? "    the same, or not in both" : "";
        yield return "\nTables";
        foreach (var table in diff.Tables)
            yield return $"    {table.Path}: {table}";
    }
}
