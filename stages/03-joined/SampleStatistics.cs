using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>Tables 1 and 2 and the totals of the paper's section 3, counted from the joined samples.</summary>
internal static class SampleStatistics
{
    // A row with several reasons is counted under the first of these, so that used and excluded rows add up to all.
    private static readonly string[] ReasonsInOrder = ["no-mineral", "synthetic", "no-coordinates", "no-country"];

    /// <summary>Writes <c>countries.parquet</c>, <c>species.parquet</c> and <c>counts.parquet</c>.</summary>
    public static void Write(IReadOnlyList<JoinedSpectrum> samples, StageContext stage)
    {
        ParquetTable.Write(stage.File(JoinedSpectra.CountriesTable), Countries(samples));
        ParquetTable.Write(stage.File(JoinedSpectra.SpeciesTable), Species(samples));
        ParquetTable.Write(stage.File(JoinedSpectra.CountsTable), Counts(samples));
    }

    /// <summary>Table 1: natural samples by country.</summary>
    public static IReadOnlyList<CountryCount> Countries(IReadOnlyList<JoinedSpectrum> samples)
    {
        var natural = samples.Where(row => !row.Synthetic && row.Country.Length > 0).ToList();
        var ranked = natural.GroupBy(row => row.Country, StringComparer.Ordinal)
            .OrderByDescending(country => country.Count()).ThenBy(country => country.Key, StringComparer.Ordinal);
        var rows = new List<CountryCount>();
        var sum = 0;
        foreach (var country in ranked)
        {
            sum += country.Count();
            rows.Add(new CountryCount
            {
                Rank = rows.Count + 1,
                Country = country.Key,
                IsoCode = country.First().IsoCode,
                Samples = country.Count(),
                Specimens = country.Select(row => row.Specimen).Distinct(StringComparer.Ordinal).Count(),
                CumulativePercent = 100.0 * sum / natural.Count,
            });
        }

        return rows;
    }

    /// <summary>Table 2: samples by species.</summary>
    public static IReadOnlyList<SpeciesCount> Species(IReadOnlyList<JoinedSpectrum> samples) =>
        [.. samples.Where(row => row.Mineral.Length > 0).GroupBy(row => row.Mineral, StringComparer.Ordinal)
            .OrderByDescending(species => species.Count()).ThenBy(species => species.Key, StringComparer.Ordinal)
            .Select((species, i) => new SpeciesCount { Rank = i + 1, Mineral = species.Key, Samples = species.Count() })];

    /// <summary>Section 3's totals, what is used for learning, and every reason for leaving a row out.</summary>
    public static IReadOnlyList<NamedCount> Counts(IReadOnlyList<JoinedSpectrum> samples)
    {
        NamedCount Row(string name, long count) =>
            new() { Name = name, Count = count, Percent = samples.Count == 0 ? 0 : 100.0 * count / samples.Count };
        NamedCount Rows(string name, Func<JoinedSpectrum, bool> counted) => Row(name, samples.LongCount(counted));

        return
        [
            Row("samples", samples.Count),
            Rows("natural", row => !row.Synthetic),
            Rows("synthetic", row => row.Synthetic),
            Rows("synthetic_rules_differ", row => row.SyntheticRulesDiffer),
            Rows("with_coordinates", row => row.Latitude is not null),
            Rows("without_coordinates", row => row.Latitude is null),
            Row("species", samples.Select(row => row.Mineral).Where(mineral => mineral.Length > 0).Distinct(StringComparer.Ordinal).LongCount()),
            Row("specimens", samples.Select(row => row.Specimen).Distinct(StringComparer.Ordinal).LongCount()),
            Row("countries", samples.Where(row => !row.Synthetic && row.Country.Length > 0).Select(row => row.Country).Distinct(StringComparer.Ordinal).LongCount()),
            Rows("token_and_polygon_differ", row => row.Country.Length > 0 && row.TokenCountry.Length > 0 && row.Country != row.TokenCountry),
            Rows("used", row => row.Exclusions.Length == 0),
            .. ReasonsInOrder.Select(reason => Rows($"excluded_{reason.Replace('-', '_')}", row => FirstReason(row) == reason)),
        ];
    }

    private static string? FirstReason(JoinedSpectrum row) =>
        row.Exclusions.Length == 0 ? null : ReasonsInOrder.First(row.Exclusions.Split(';').Contains);
}
