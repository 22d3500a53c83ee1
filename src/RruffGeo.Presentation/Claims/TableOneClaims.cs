using System.Collections.Immutable;
using static RruffGeo.Presentation.Claims.PrintedPaper;
using static RruffGeo.Presentation.Drawing.Numerals;

namespace RruffGeo.Presentation.Claims;

/// <summary>C09–C30: Table 1 and the sentences about it.</summary>
internal static class TableOneClaims
{
    /// <summary>Every total of which Table 1's cumulative percentages come out.</summary>
    public static ImmutableArray<int> Denominators { get; } =
        PrintedShares.Denominators(CumulativeSamples, [.. Table1.Select(row => row.CumulativeHundredths)]);

    public static IEnumerable<CheckedClaim> Check()
    {
        foreach (var (index, row) in Table1.Index())
            yield return Rank(index, row);
        yield return OtherCountries();
        yield return TopFour();
    }

    private static CheckedClaim Rank(int index, PrintedCountry row)
    {
        var cumulative = CumulativeSamples[index];
        var totals = new[] { Samples, WithCoordinates, Natural };
        var named = totals.Where(total => PrintedShares.IsRounded(cumulative, total, row.CumulativeHundredths)).ToList();
        var readings = string.Join(", ", Denominators.Select(n => Of(n)));
        return new(
            $"C{9 + index:00}", "Table 1", $"Rank {index + 1}: {row.Country}, count and cumulative share",
            $"{Of(row.Samples)}; {Of(row.CumulativeHundredths / 100.0, 2)} %",
            $"{Of(cumulative)} so far" + (Denominators.Length > 0 ? $" = {string.Join(", ", Denominators.Select(n => $"{PrintedShares.Percent(cumulative, n)} of {Of(n)}"))}" : ""),
            named.Count > 0 ? Verdict.Reproduced : Denominators.Length > 0 ? Verdict.ReproducedUnderReading : Verdict.Contradicted,
            Denominators.Length > 0
                ? $"Of the printed totals it is {string.Join(", ", totals.Select(n => $"{PrintedShares.Percent(cumulative, n)} of {Of(n)}"))}. Searching every whole number from {Of(CumulativeSamples[^1])} up, all 20 percentages come out only of N = {readings}. The paper prints no such total; {Of(Denominators[0] - CumulativeSamples[^1])} rows, {Of((Denominators[0] - CumulativeSamples[^1]) / (double)(Countries - Table1.Length), 1)} a country, are left for the other {Countries - Table1.Length}. Reading: percentages are of N."
                : "No whole number gives all 20 percentages.")
        {
            How = "Every whole number N from the table's own sum up is tried: 100 × cumulative count / N has to lie within 0.005 of all 20 printed percentages.",
            Row = $"Table 1, rank {index + 1}",
        };
    }

    private static CheckedClaim OtherCountries()
    {
        string[] named = ["Canada", "Russia", "Brazil", "Mexico"];
        var ranks = named.Select(name => Table1.Select(row => row.Country).ToList().IndexOf(name) + 1).ToList();
        return new(
            "C29", "§3", "Other significant countries after the USA", string.Join(", ", named), "ranks " + string.Join(", ", ranks),
            ranks.SequenceEqual([2, 3, 4, 5]) ? Verdict.Reproduced : Verdict.Contradicted, "Named in the text in the order of the table.")
        {
            How = "The ranks of the named countries in Table 1.",
            Row = "Table 1, ranks 2–5",
        };
    }

    private static CheckedClaim TopFour()
    {
        var share = Table1[3].CumulativeHundredths;
        var enough = Table1.Select(row => row.CumulativeHundredths).TakeWhile(p => p <= 5000).Count() + 1;
        return new(
            "C30", "§3", "The top four countries hold over 50 % of the samples", "> 50 %", $"{Of(share / 100.0, 2)} %",
            share > 5000 ? Verdict.Reproduced : Verdict.Contradicted,
            $"Table 1, cumulative percentage of rank 4; more than half is reached with {enough} countries ({Of(Table1[enough - 1].CumulativeHundredths / 100.0, 2)} %). Of the printed totals the share of four is smaller still: {PrintedShares.Percent(CumulativeSamples[3], Samples)} of {Of(Samples)}.")
        {
            How = "The cumulative percentage of rank 4, and the first rank above 50 %.",
            Row = "Table 1, rank 4",
        };
    }
}
