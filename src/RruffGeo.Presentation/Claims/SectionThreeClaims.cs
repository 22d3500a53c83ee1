using static RruffGeo.Presentation.Claims.PrintedPaper;
using static RruffGeo.Presentation.Drawing.Numerals;

namespace RruffGeo.Presentation.Claims;

/// <summary>C02–C05, C07 and C08: the totals of section 3 against each other.</summary>
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
        yield return CountriesTwice();
        yield return UsaShare();
    }

    private static CheckedClaim CountriesTwice() => new(
        "C07", "Abstract, §5.1", "Countries, and of which samples they are counted", $"{Countries} in both places", $"of over 32,900 in the abstract, of {Of(WithCoordinates)} in §5.1", Verdict.ReproducedUnderReading,
        $"Reading: leaving out the {Of(WithoutCoordinates)} samples without coordinates and the countries with a single sample cost no country (C54). Table 1, of a third set (C09–C28), has no number of countries.")
    {
        How = "The totals that stand beside the number, in each place where it is printed.",
    };

    private static CheckedClaim Share(string id, string what, int count, int hundredths, string evidence) => new(
        id, "§3", $"Number and share of {what}", $"{Of(count)} = {Of(hundredths / 100.0, 2)} %", PrintedShares.Percent(count, Samples),
        PrintedShares.IsRounded(count, Samples, hundredths) && Natural + Synthetic == Samples && WithCoordinates + WithoutCoordinates == Samples ? Verdict.Reproduced : Verdict.Contradicted, evidence)
    {
        How = $"The count divided by all {Of(Samples)} samples, at two decimals; parts added up against the whole.",
    };

    private static CheckedClaim UsaShare()
    {
        var usa = Table1[0].Samples;
        var totals = new[] { Samples, WithCoordinates, Natural };
        var fits = totals.Any(total => PrintedShares.IsRounded(usa, total, UsaShareHundredths));
        return new(
            "C08", "§3", "The USA's share of the data set", $"{Of(usa)} = {Of(UsaShareHundredths / 100.0, 2)} %",
            string.Join(", ", totals.Select(total => $"{PrintedShares.Percent(usa, total)} of {Of(total)}")),
            fits ? Verdict.Reproduced : Verdict.Contradicted,
            $"{Of(usa)} divided by every total that the text names (all, with coordinates, natural); the printed share needs a total of about {Of((long)Math.Round(usa * 10_000.0 / UsaShareHundredths))}, which the text does not name.")
        {
            How = "The count divided by each total that the text names, at two decimals.",
        };
    }
}
