using static RruffGeo.Presentation.Claims.PrintedPaper;
using static RruffGeo.Presentation.Drawing.Numerals;

namespace RruffGeo.Presentation.Claims;

/// <summary>X01: how many of the 45 printed counts are even, and what that says about rows per measurement.</summary>
internal static class ParityClaim
{
    public static CheckedClaim Check()
    {
        int[] counts =
        [
            Samples, Natural, Synthetic, WithCoordinates, WithoutCoordinates, .. Table1.Select(r => r.Samples), .. Table2.Select(r => r.Samples),
        ];
        var even = counts.Count(count => count % 2 == 0);
        var odds = Of(Math.Round(Math.Pow(2, counts.Length) / 1e12), 0);
        return new(
            "X01", "§3, Tables 1, 2", "Cross-check: parity of the printed counts", $"{counts.Length} counts", $"{even} even, {counts.Length - even} odd",
            Verdict.ReproducedUnderReading,
            even == counts.Length
                ? $"All {counts.Length} are even; for unrelated counts the chance is 1 in 2^{counts.Length}, about 1 in {odds} million million. Reading: every measurement is in the data set twice, as its RAW and its Processed file, so a split by row puts twins on both sides."
                : $"{even} of {counts.Length} are even: no sign that every measurement is there twice.")
        {
            How = "Even and odd counts among the 20 of Table 1, the 20 of Table 2 and the five totals of C01–C05.",
        };
    }
}
