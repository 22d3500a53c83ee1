using static RruffGeo.Presentation.Claims.PrintedPaper;
using static RruffGeo.Presentation.Drawing.Numerals;

namespace RruffGeo.Presentation.Claims;

/// <summary>C02–C05 and C08: the totals of section 3 against each other.</summary>
internal static class SectionThreeClaims
{
    public static IEnumerable<CheckedClaim> Check()
    {
        yield return Share("C02", "natural samples", Natural, 9780, $"{Of(Natural)} / {Of(Samples)}.");
        yield return Share(
            "C03", "synthetic samples", Synthetic, 220, $"{Of(Synthetic)} / {Of(Samples)}; natural + synthetic = {Of(Natural + Synthetic)}, the printed total.");
        yield return Share(
            "C04", "samples with coordinates", WithCoordinates, 9985,
            $"{Of(WithCoordinates)} / {Of(Samples)}. Of {Of(Synthetic)} synthetic samples at least {Of(Synthetic - WithoutCoordinates)} must have coordinates, because only {Of(WithoutCoordinates)} samples have none.");
        yield return Share(
            "C05", "samples without coordinates", WithoutCoordinates, 15,
            $"{Of(WithoutCoordinates)} / {Of(Samples)}; with + without coordinates = {Of(WithCoordinates + WithoutCoordinates)}, the printed total.");
        yield return UsaShare();
    }

    private static CheckedClaim Share(string id, string what, int count, int hundredths, string evidence) => new(
        id, "§3", $"Number and share of {what}", $"{Of(count)} = {Of(hundredths / 100.0, 2)} %", PrintedShares.Percent(count, Samples),
        PrintedShares.IsRounded(count, Samples, hundredths) ? Verdict.Reproduced : Verdict.Contradicted, evidence);

    private static CheckedClaim UsaShare()
    {
        var usa = Table1[0].Samples;
        var totals = new[] { Samples, WithCoordinates, Natural };
        var fits = totals.Any(total => PrintedShares.IsRounded(usa, total, UsaShareHundredths));
        return new(
            "C08", "§3", "The USA's share of the data set", $"{Of(usa)} = {Of(UsaShareHundredths / 100.0, 2)} %",
            string.Join(", ", totals.Select(total => $"{PrintedShares.Percent(usa, total)} of {Of(total)}")),
            fits ? Verdict.Reproduced : Verdict.Contradicted,
            $"{Of(usa)} divided by every total that the text names (all, with coordinates, natural); the printed share needs a total of about {Of((long)Math.Round(usa * 10_000.0 / UsaShareHundredths))}, which the text does not name.");
    }
}
