using static RruffGeo.Presentation.Claims.PrintedPaper;
using static RruffGeo.Presentation.Drawing.Numerals;

namespace RruffGeo.Presentation.Claims;

/// <summary>C31–C52: Table 2, and what figures 2 and 3 are said to show.</summary>
internal static class TableTwoClaims
{
    public static IEnumerable<CheckedClaim> Check()
    {
        var sum = Table2.Sum(row => row.Samples);
        foreach (var (index, row) in Table2.Index())
        {
            var ties = Table2.Where(other => other.Samples == row.Samples && other != row).Select(other => other.Mineral).ToList();
            var ordered = index == 0 || Table2[index - 1].Samples >= row.Samples;
            yield return new(
                $"C{31 + index}", "Table 2", $"Rank {index + 1}: {row.Mineral}, count", Of(row.Samples), $"{PrintedShares.Percent(row.Samples, Samples)} of {Of(Samples)}",
                ordered ? Verdict.ReproducedUnderReading : Verdict.Contradicted,
                $"Reading: the order alone, since the count needs data; {(index == 0 ? "the largest" : $"not above rank {index}")}"
                + (ties.Count > 0 ? $"; tied with {string.Join(", ", ties)}" : "") + $". The 20 counts sum to {Of(sum)}, {PrintedShares.Percent(sum, Samples)} of {Of(Samples)}.")
            {
                How = "Compared with the rank above; its share and that of all 20 in the printed total.",
                Row = $"Table 2, rank {index + 1}",
            };
        }

        yield return TopTen("C51", "Figure 2", "countries");
        yield return TopTen("C52", "Figure 3", "mineral species");
    }

    private static CheckedClaim TopTen(string id, string figure, string what) => new(
        id, $"§3, {figure}", $"{figure} shows the top {what}", "“top 10” in the text, “Top 20” in the caption", "10 ≠ 20", Verdict.Contradicted,
        "One of the two is a slip; Tables 1 and 2 have 20 rows.")
    {
        How = "The sentence in section 3 beside the figure's caption.",
        Row = figure,
    };
}
