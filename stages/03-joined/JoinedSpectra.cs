using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>Spectra joined with countries, and the statistics of Tables 1–3 (artifact of stage 03).</summary>
/// <param name="folder">Holds <c>joined.parquet</c>, <c>countries.parquet</c>, <c>places.parquet</c>, <c>species.parquet</c> and <c>counts.parquet</c>.</param>
public sealed class JoinedSpectra(string folder)
{
    /// <summary>Names this artifact to the engine.</summary>
    public static Artifact<JoinedSpectra> Artifact { get; } = new("03-joined", 1, folder => new JoinedSpectra(folder));

    /// <summary>One row per row of <c>raw.parquet</c>, in its order.</summary>
    public IReadOnlyList<JoinedSpectrum> Spectra => ParquetTable.Read<JoinedSpectrum>(Path.Combine(folder, "joined.parquet"));

    /// <summary>Table 1: countries by number of natural samples, descending, ties by ordinal name.</summary>
    public IReadOnlyList<CountryCount> Countries => ParquetTable.Read<CountryCount>(Path.Combine(folder, "countries.parquet"));

    /// <summary>Where the countries of the samples lie, in ordinal order of their names.</summary>
    public IReadOnlyList<CountryPlace> Places => ParquetTable.Read<CountryPlace>(Path.Combine(folder, "places.parquet"));

    /// <summary>Table 2: mineral species by number of samples, descending, ties by ordinal name.</summary>
    public IReadOnlyList<SpeciesCount> Species => ParquetTable.Read<SpeciesCount>(Path.Combine(folder, "species.parquet"));

    /// <summary>Section 3's totals by name: samples, natural, synthetic, with_coordinates, without_coordinates, species, countries, and every exclusion reason; <c>DatasetCounts</c> explains each.</summary>
    public IReadOnlyList<NamedCount> Counts => ParquetTable.Read<NamedCount>(Path.Combine(folder, "counts.parquet"));
}
