using RruffGeo.Geography;

namespace RruffGeo.Stages;

/// <summary>Lists the spectra on which the two keyword rules differ, and those that speak of making without a keyword.</summary>
internal static class SyntheticCases
{
    /// <summary>Cases in the order of the rows.</summary>
    public static IReadOnlyList<SyntheticCase> Of(IReadOnlyList<SpectrumDescription> descriptions, IReadOnlyList<JoinedSpectrum> rows) =>
        [.. descriptions.Zip(rows).Select(pair => Case(pair.First, pair.Second)).OfType<SyntheticCase>()];

    private static SyntheticCase? Case(SpectrumDescription description, JoinedSpectrum row)
    {
        var found = row.SyntheticRulesDiffer
            ? Find(description, text => SyntheticKeywords.Find(text, KeywordRule.Substring))
            : row.Synthetic ? null : Find(description, SyntheticKeywords.FindHint);
        return found is null ? null : new SyntheticCase
        {
            SpectrumId = row.SpectrumId,
            Mineral = row.Mineral,
            Locality = description.Locality,
            Case = row.SyntheticRulesDiffer ? "rules-differ" : "not-caught",
            Found = found,
        };
    }

    private static string? Find(SpectrumDescription description, Func<string, string?> search) =>
        search(description.Locality) is { } inLocality ? $"{inLocality} in locality"
        : search(description.Mineral) is { } inName ? $"{inName} in name"
        : null;
}
