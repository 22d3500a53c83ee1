using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>Spectra joined with countries, and the statistics of Tables 1–3 (artifact of stage 03).</summary>
/// <param name="folder">Holds <c>joined.parquet</c>, <c>countries.parquet</c>, <c>species.parquet</c> and <c>counts.parquet</c>.</param>
public sealed class JoinedSpectra(string folder)
{
    internal const string Table = "joined.parquet";
    internal const string CountriesTable = "countries.parquet";
    internal const string SpeciesTable = "species.parquet";
    internal const string CountsTable = "counts.parquet";

    /// <summary>Names this artifact to the engine.</summary>
    public static Artifact<JoinedSpectra> Artifact { get; } = new("03-joined", 1, folder => new JoinedSpectra(folder));

    /// <summary>One row per row of <c>raw.parquet</c>, in its order.</summary>
    public IReadOnlyList<JoinedSpectrum> Spectra => ParquetTable.Read<JoinedSpectrum>(Path.Combine(folder, Table));

    /// <summary>Table 1: countries by number of natural samples, descending, ties by ordinal name.</summary>
    public IReadOnlyList<CountryCount> Countries => ParquetTable.Read<CountryCount>(Path.Combine(folder, CountriesTable));

    /// <summary>Table 2: mineral species by number of samples, descending, ties by ordinal name.</summary>
    public IReadOnlyList<SpeciesCount> Species => ParquetTable.Read<SpeciesCount>(Path.Combine(folder, SpeciesTable));

    /// <summary>Section 3's totals by name: samples, natural, synthetic, with_coordinates, without_coordinates, species, countries …; used and the excluded_… rows add up to samples.</summary>
    public IReadOnlyList<NamedCount> Counts => ParquetTable.Read<NamedCount>(Path.Combine(folder, CountsTable));
}
