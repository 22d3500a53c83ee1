using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>Spectra joined with countries, and the statistics of Tables 1–3 (artifact of stage 03).</summary>
/// <param name="folder">
/// Holds <c>joined.parquet</c>, <c>countries.parquet</c>, <c>places.parquet</c>, <c>species.parquet</c>, <c>counts.parquet</c>, <c>placements.parquet</c>,
/// <c>suspicious.parquet</c> and <c>synthetic_cases.parquet</c>.
/// </param>
public sealed class JoinedSpectra(string folder)
{
    /// <summary>Names this artifact to the engine.</summary>
    public static Artifact<JoinedSpectra> Artifact { get; } = new("03-joined", 2, folder => new JoinedSpectra(folder));

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

    /// <summary>How finely localities were placed, finest first, then why some were not.</summary>
    public IReadOnlyList<PlacementClass> Placements => ParquetTable.Read<PlacementClass>(Path.Combine(folder, "placements.parquet"));

    /// <summary>Localities whose placement a person should look at, most spectra first.</summary>
    public IReadOnlyList<SuspiciousLocality> Suspicious => ParquetTable.Read<SuspiciousLocality>(Path.Combine(folder, "suspicious.parquet"));

    /// <summary>Spectra on which the keyword rules differ, and those that speak of making without a keyword.</summary>
    public IReadOnlyList<SyntheticCase> SyntheticCases => ParquetTable.Read<SyntheticCase>(Path.Combine(folder, "synthetic_cases.parquet"));

    /// <summary>The polygons that were joined with: source, digest (empty for the embedded ones) and one line per repair.</summary>
    public (string Source, string Sha256, IReadOnlyList<string> Repairs) Polygons
    {
        get
        {
            var metadata = ParquetTable.ReadMetadata(Path.Combine(folder, "joined.parquet"));
            return (
                metadata.GetValueOrDefault("polygons", ""), metadata.GetValueOrDefault("polygons_sha256", ""),
                metadata.GetValueOrDefault("polygon_repairs", "").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
