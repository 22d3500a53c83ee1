using System.Globalization;

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
        foreach (var change in diff.Metrics.Take(MostCells))
            yield return $"    {change.Protocol}, {change.Model}, {change.Fold}, {change.Metric}: {Words(change.Before)} → {Words(change.After)}{(change.Apart == true ? "; intervals apart" : "")}";
        if (diff.Metrics.Length > MostCells)
            yield return $"    and {diff.Metrics.Length - MostCells} more";
        else if (diff.Metrics.IsEmpty)
            yield return "    the same, or in neither";
        yield return "\nClaims whose verdict differs";
        foreach (var claim in diff.Claims)
            yield return $"    {claim.Id} ({claim.Basis}): {claim.Before ?? "not checked"} → {claim.After ?? "not checked"}";
        if (diff.Claims.IsEmpty)
            yield return "    none, or not in both";
        yield return "\nTables";
        foreach (var table in diff.Tables)
            yield return $"    {table.Path}: {table}";
    }

    private static string Words(Estimate? estimate) => estimate switch
    {
        null => "not measured",
        { Low: { } low, High: { } high } => string.Create(CultureInfo.InvariantCulture, $"{estimate.Value:0.####} ({low:0.####} to {high:0.####})"),
        _ => estimate.Value.ToString("0.####", CultureInfo.InvariantCulture),
    };
}
