using static RruffGeo.Presentation.Claims.PrintedPaper;
using static RruffGeo.Presentation.Drawing.Numerals;

namespace RruffGeo.Presentation.Claims;

/// <summary>C53–C58: the data set after preprocessing, and Table 3.</summary>
internal static class TableThreeClaims
{
    public static IEnumerable<CheckedClaim> Check()
    {
        var fitting = string.Join(", ", TableOneClaims.Denominators.Select(n => Of(n)));
        yield return new(
            "C53", "§5.1", $"Samples after preprocessing, over {Countries} countries", Of(WithCoordinates),
            $"Table 1 fits only {fitting}", TableOneClaims.Denominators.Contains(WithCoordinates) ? Verdict.Reproduced : Verdict.Contradicted,
            $"The same number is the count with coordinates before any filter (§3), at least {Of(Synthetic - WithoutCoordinates)} synthetic samples among them; Table 1's percentages need {fitting} (C09–C28), {Of(WithCoordinates - TableOneClaims.Denominators[0])} fewer.")
        {
            How = "The number beside the count with coordinates of section 3, and beside the only total that Table 1 allows.",
        };
        yield return new(
            "C54", "§5.1", "Countries with at least two samples were kept", "≥ 2", $"{Of(WithCoordinates)} before, {Of(WithCoordinates)} after", Verdict.ReproducedUnderReading,
            "Reading: the filter removed nothing. The number of samples is the same before and after it; and if every measurement is there twice (X01), no country can have fewer than two.")
        {
            How = "Totals before and after the filter; and what the filter can do if every measurement is there twice.",
        };
        foreach (var (index, row) in Table3.Index())
            yield return Row($"C{55 + index}", row);
    }

    private static CheckedClaim Row(string id, PrintedShare row)
    {
        var sum = Table3.Sum(r => r.Samples);
        var others = WithCoordinates - Table3.Where(r => r.Country.Length > 0).Sum(r => r.Samples);
        var share = 100.0 * row.Samples / WithCoordinates;
        var rank = Table1.Select(r => r.Country).ToList().IndexOf(row.Country) + 1;
        var fits = (int)Math.Round(share, MidpointRounding.AwayFromZero) == row.Percent && sum == WithCoordinates;
        return new(
            id, "Table 3", $"{row.Label}: samples and share after preprocessing", $"{Of(row.Samples)}; {row.Percent} %",
            $"{PrintedShares.Percent(row.Samples, WithCoordinates)} of {Of(WithCoordinates)}, {PrintedShares.Percent(row.Samples, sum)} of {Of(sum)}",
            fits ? Verdict.Reproduced : Verdict.Contradicted,
            $"The four counts sum to {Of(sum)}, {Of(sum - WithCoordinates)} more than the {Of(WithCoordinates)} they break down"
            + (rank == 0 ? $"; {Of(others)} others would fit" : $"; rank {rank} of Table 1")
            + $". The four percentages sum to {Table3.Sum(r => r.Percent)} %.")
        {
            How = $"The count as a percentage of {Of(WithCoordinates)} and of the table's own sum; the sums of counts and of percentages.",
            Row = $"Table 3, {row.Label}",
        };
    }
}
