using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>Coordinates of the distinct locality texts (artifact of stage 02).</summary>
/// <param name="folder">Holds <c>geocoded.parquet</c>.</param>
public sealed class GeocodedLocalities(string folder)
{
    /// <summary>Names this artifact to the engine.</summary>
    public static Artifact<GeocodedLocalities> Artifact { get; } = new("02-geocoded", 2, folder => new GeocodedLocalities(folder));

    /// <summary>One row per distinct locality text, in ordinal order; texts without an answer are kept, with the reason.</summary>
    public IReadOnlyList<GeocodedLocality> Localities => ParquetTable.Read<GeocodedLocality>(Path.Combine(folder, "geocoded.parquet"));
}
