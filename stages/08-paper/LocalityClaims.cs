using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Stages;

/// <summary>C79, C80 and C82: localities and synthetic samples of this run.</summary>
internal static class LocalityClaims
{
    public static IEnumerable<CheckedClaim> Check(PaperSources sources) => [Geocoders(sources), Parentheses(sources), Synthetic(sources)];

    private static CheckedClaim Geocoders(PaperSources sources)
    {
        var found = sources.Localities.Where(l => l.Status == "found").ToList();
        var last = found.Count(l => l.Depth > 0 && l.Depth == l.Candidates.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);
        var services = string.Join(", ", found.Select(l => l.Geocoder).Distinct().Order(StringComparer.Ordinal));
        return new(
            "C79", "§2, A.1", "Nominatim, Photon, ArcGIS, then truncation from the beginning", "–",
            $"{Numerals.Of(found.Count)} of {Numerals.Of(sources.Localities.Count)} localities found, {Numerals.Of(last)} by their last field alone", Verdict.NotTestable,
            $"02-geocoded/geocoded.parquet, answered by {(services.Length > 0 ? services : "none")}. {(services == "Gazetteer" ? "The three services need a network; the" : "The")} truncation rule was followed.");
    }

    private static CheckedClaim Parentheses(PaperSources sources)
    {
        var cut = sources.Localities.Where(l => l.Removed.Length > 0).ToList();
        var without = cut.Count(l => l.TokenCountry.Length == 0);
        return new(
            "C80", "§2, A.1", "Text in parentheses is removed", "–", $"{Numerals.Of(cut.Count)} localities lose text, {Numerals.Of(without)} of them name no country afterwards",
            Verdict.ReproducedUnderReading, "02-geocoded/geocoded.parquet, columns removed and token_country. Reading: innermost parentheses first, repeated until none is left.");
    }

    private static CheckedClaim Synthetic(PaperSources sources)
    {
        var synthetic = sources.Joined.Count(j => j.Synthetic);
        var keywords = sources.Joined.Where(j => j.Synthetic).GroupBy(j => j.SyntheticKeyword).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key} {Numerals.Of(g.Count())}");
        return new(
            "C82", "§2, A.2", "Keywords find the synthetic samples", "three, “such as”", $"{Numerals.Of(synthetic)} synthetic; the word and the substring rule differ on {Numerals.Of(sources.Joined.Count(j => j.SyntheticRulesDiffer))} rows",
            Verdict.NotSpecified, $"03-joined/joined.parquet: {string.Join(", ", keywords)}. The paper's list is open, so its {Numerals.Of(PrintedPaper.Synthetic)} cannot be recomputed from its words.");
    }
}
