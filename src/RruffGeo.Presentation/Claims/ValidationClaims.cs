using static RruffGeo.Presentation.Claims.PrintedPaper;
using static RruffGeo.Presentation.Drawing.Numerals;

namespace RruffGeo.Presentation.Claims;

/// <summary>C60–C63: the wording about accuracy, equal folds, 80-20.</summary>
internal static class ValidationClaims
{
    public static IEnumerable<CheckedClaim> Check()
    {
        yield return new(
            "C60", "§5.5", "Accuracy as the conclusion words it", "“more than a 93%”", "“of 93%” in the abstract", Verdict.ReproducedUnderReading,
            "Reading: the mean lies between 93.0 and 93.5 % and is rounded in the abstract. No spread over folds and no decimals are printed.")
        {
            How = "The conclusion's words beside the abstract's.",
        };
        yield return EqualFolds();
        yield return new(
            "C62", "§4.3", "80-20 split into training and testing sets", "80-20", $"{Of(100.0 * (Folds - 1) / Folds, 0)}-{Of(100.0 / Folds, 0)} in each of {Folds} iterations",
            Verdict.ReproducedUnderReading, $"Reading: the split is one iteration of the {Folds}-fold cross-validation (B.1), where each fold is tested once. A separate 20 % test set is not mentioned again.")
        {
            How = "Sizes of a fold and of the rest, beside the split of section 4.3.",
        };
        yield return new(
            "C63", "B.1", "Cross-validation reduces overfitting and estimates generalisation", "–", "–", Verdict.NotSpecified,
            "Cross-validation measures and does not reduce overfitting. What it estimates depends on what is kept together: the paper does not say whether spectra of one specimen, or the two files of one measurement, stay in one fold.")
        {
            How = "Argument: what cross-validation can do, and what the text says of groups.",
        };
    }

    private static CheckedClaim EqualFolds()
    {
        int[] totals = [Samples, WithCoordinates, Natural, .. TableOneClaims.Denominators];
        var sizes = totals.Select(total => total % Folds == 0
            ? $"{Of(total)} = {Folds} × {Of(total / Folds)}"
            : $"{Of(total)} = {total % Folds} × {Of((total / Folds) + 1)} + {Folds - (total % Folds)} × {Of(total / Folds)}");
        return new(
            "C61", "B.1", "Five equal subsets, stratified", "equal", string.Join("; ", sizes),
            WithCoordinates % Folds == 0 ? Verdict.Reproduced : Verdict.ReproducedUnderReading,
            "Reading: equal up to one row. Only a total divisible by five can be cut into equal parts, and stratification moves single rows besides.")
        {
            How = "Each total that the data set could have, divided by five.",
        };
    }
}
