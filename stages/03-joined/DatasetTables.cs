using RruffGeo.Geography;

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

    /// <summary>Where the countries of the samples lie, in ordinal order of their names.</summary>
    public static IReadOnlyList<CountryPlace> Places(IReadOnlyList<JoinedSpectrum> rows, CountryAtlas atlas)
    {
        var named = rows.Select(row => row.Country).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from country in atlas.Countries
               where named.Contains(country.Name)
               let region = WorldRegion.Of(country.IsoCode)
               select new CountryPlace
               {
                   Country = country.Name,
                   LabelLatitude = country.LabelPoint.Latitude,
                   LabelLongitude = country.LabelPoint.Longitude,
                   Continent = region?.Continent ?? "",
                   Region = region?.Name ?? "",
               },
        ];
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
