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
            $"{Numerals.Of(found.Count)} of {Numerals.Of(sources.Localities.Count)} localities found, {Numerals.Of(last)} ({Numerals.Percent(found.Count == 0 ? 0 : last / (double)found.Count)}) by their last field alone", Verdict.NotTestable,
            $"Answered by {(services.Length > 0 ? services : "none")}. {(services == "Gazetteer" ? "The three services need a network; the" : "The")} truncation rule was followed.")
        {
            How = "Share of the localities found whose last comma field alone decided, after all others had been dropped.",
            Artifact = "02-geocoded/geocoded.parquet",
            Row = "status, depth, candidates",
        };
    }

    private static CheckedClaim Parentheses(PaperSources sources)
    {
        var cut = sources.Localities.Where(l => l.Removed.Length > 0).ToList();
        var without = cut.Count(l => l.TokenCountry.Length == 0);
        var only = sources.Suspicious.Count(l => l.Signs.Split(';').Contains("country-in-parentheses"));
        return new(
            "C80", "§2, A.1", "Text in parentheses is removed", "–", $"{Numerals.Of(cut.Count)} localities lose text, {Numerals.Of(without)} of them name no country afterwards, {Numerals.Of(only)} had it in parentheses only",
            Verdict.ReproducedUnderReading, "Reading: innermost parentheses first, repeated until none is left. Localities whose country stood in parentheses only are listed in 03-joined/suspicious.parquet (country-in-parentheses).")
        {
            How = "Localities that lose text, those that then name no country, and those whose removed text does.",
            Artifact = "02-geocoded/geocoded.parquet",
            Row = "removed, token_country",
        };
    }

    private static CheckedClaim Synthetic(PaperSources sources)
    {
        var synthetic = sources.Joined.Count(j => j.Synthetic);
        var keywords = sources.Joined.Where(j => j.Synthetic).GroupBy(j => j.SyntheticKeyword).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key} {Numerals.Of(g.Count())}");
        return new(
            "C82", "§2, A.2", "Keywords find the synthetic samples", "three, “such as”",
            $"{Rule("synthetic_by_word", synthetic)} by whole words, {Rule("synthetic_by_substring", synthetic + sources.Joined.Count(j => j.SyntheticRulesDiffer))} by substring", Verdict.NotSpecified,
            $"{Numerals.Of(synthetic)} are taken as synthetic{(synthetic > 0 ? $": {string.Join(", ", keywords)}" : "")}. The paper's list is open, so its {Numerals.Of(PrintedPaper.Synthetic)} cannot be recomputed from its words.")
        {
            How = "Rows in whose locality or names a keyword stands, as a whole word and as a part of one.",
            Artifact = "03-joined/counts.parquet",
            Row = "synthetic_by_word, synthetic_by_substring",
        };

        string Rule(string name, int counted) => Numerals.Of(sources.Count(name) ?? counted);
    }
}
