using System.Collections.Immutable;
using RruffGeo.Artifacts;
using RruffGeo.Stages;

namespace RruffGeo.Build.Housekeeping;

/// <summary>A check of the claim ledger with another verdict in the second of two runs.</summary>
/// <param name="Id">Id of the claim.</param>
/// <param name="Basis">What it was checked against.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Before">Verdict in the first run; null if it was not checked there.</param>
/// <param name="After">Verdict in the second run; null if it was not checked there.</param>
/// <param name="RecomputedBefore">What the first run gave.</param>
/// <param name="RecomputedAfter">What the second run gave.</param>
internal sealed record ClaimChange(string Id, string Basis, string Claim, string? Before, string? After, string RecomputedBefore, string RecomputedAfter)
{
    /// <summary>Changed verdicts by claim; none if one of the runs has no ledger.</summary>
    public static ImmutableArray<ClaimChange> Between(string first, string second)
    {
        var (before, after) = (Read(first), Read(second));
        if (before.Count == 0 || after.Count == 0)
            return [];
        return
        [
            .. from key in before.Keys.Union(after.Keys)
               let old = before.GetValueOrDefault(key)
               let now = after.GetValueOrDefault(key)
               where old?.Verdict != now?.Verdict
               orderby key.Id, key.Basis, key.Place
               select new ClaimChange(key.Id, key.Basis, (now ?? old)!.Claim, old?.Verdict, now?.Verdict, old?.Recomputed ?? "", now?.Recomputed ?? ""),
        ];
    }

    // Of one claim there may be several checks of a kind; they are told apart by their place.
    private static Dictionary<(string Id, string Basis, int Place), ClaimRow> Read(string run)
    {
        var path = Path.Combine(run, "08-paper", "claims.parquet");
        return File.Exists(path)
            ? ParquetTable.Read<ClaimRow>(path).GroupBy(row => (row.Id, row.Basis)).SelectMany(group => group.Index().Select(row => (Key: (group.Key.Id, group.Key.Basis, row.Index), row.Item))).ToDictionary(row => row.Key, row => row.Item)
            : [];
    }
}
