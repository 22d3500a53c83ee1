namespace RruffGeo.Stages;

/// <summary>Tables 1 and 2 of the paper.</summary>
internal static class DatasetTables
{
    /// <summary>Table 1: countries of natural samples, most samples first, ties by ordinal name.</summary>
    public static IReadOnlyList<CountryCount> Countries(IReadOnlyList<JoinedSpectrum> rows)
    {
        var groups = rows.Where(row => !row.Synthetic && row.Country.Length > 0)
            .GroupBy(row => row.Country)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        var total = groups.Sum(group => group.Count());
        var cumulative = 0;
        return [.. groups.Select((group, i) => new CountryCount
        {
            Rank = i + 1,
            Country = group.Key,
            IsoCode = group.First().IsoCode,
            Samples = group.Count(),
            Specimens = group.Select(row => row.Specimen).Distinct().Count(),
            CumulativePercent = 100.0 * (cumulative += group.Count()) / total,
        })];
    }

    /// <summary>Table 2: species of all samples, most samples first, ties by ordinal name; samples without a name are left out.</summary>
    public static IReadOnlyList<SpeciesCount> Species(IReadOnlyList<JoinedSpectrum> rows) =>
    [
        .. rows.Where(row => row.Mineral.Length > 0)
            .GroupBy(row => row.Mineral)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select((group, i) => new SpeciesCount { Rank = i + 1, Mineral = group.Key, Samples = group.Count() }),
    ];
}
