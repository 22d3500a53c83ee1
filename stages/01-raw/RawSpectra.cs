using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>The spectrum files that were read, and those that were not (artifact of stage 01).</summary>
/// <param name="folder">Holds <c>raw.parquet</c> and <c>rejected.parquet</c>.</param>
public sealed class RawSpectra(string folder)
{
    /// <summary>Names this artifact to the engine.</summary>
    public static Artifact<RawSpectra> Artifact { get; } = new("01-raw", 1, folder => new RawSpectra(folder));

    /// <summary>What each file says about its spectrum, in artifact order (archive, then ordinal member path); no intensities are read.</summary>
    public IReadOnlyList<SpectrumDescription> Descriptions => ParquetTable.Read<SpectrumDescription>(Path.Combine(folder, "raw.parquet"));

    /// <summary>Files and lines left out, with file, line and reason.</summary>
    public IReadOnlyList<RejectedInput> Rejected => ParquetTable.Read<RejectedInput>(Path.Combine(folder, "rejected.parquet"));

    /// <summary>The archives that were read, with their digests and member counts.</summary>
    public IReadOnlyList<ArchiveReport> Archives => ParquetTable.Read<ArchiveReport>(Path.Combine(folder, "archives.parquet"));

    /// <summary>The spectra themselves, in artifact order, read row group by row group: only one group is in memory.</summary>
    public IEnumerable<RawSpectrum> ReadSpectra() =>
        ParquetTable.ReadGroups<RawSpectrum>(Path.Combine(folder, "raw.parquet")).SelectMany(group => group);
}
