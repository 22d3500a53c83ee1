using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>The spectrum files that were read, and those that were not (artifact of stage 01).</summary>
/// <param name="folder">Holds <c>raw.parquet</c>, <c>rejected.parquet</c> and <c>archives.parquet</c>.</param>
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

    /// <summary>The spectra in the order of <see cref="Descriptions"/>; one row group of 512 is in memory at a time.</summary>
    public IEnumerable<RawSpectrum> ReadSpectra() =>
        ParquetTable.ReadGroups<RawSpectrum>(Path.Combine(folder, "raw.parquet")).SelectMany(group => group);

    /// <summary>The spectra named in <paramref name="ids"/>, in artifact order; only the row groups that hold them are read.</summary>
    /// <exception cref="KeyNotFoundException">An id is not in the artifact.</exception>
    public IReadOnlyList<RawSpectrum> ReadSpectra(IReadOnlySet<string> ids)
    {
        var path = Path.Combine(folder, "raw.parquet");
        var groups = ParquetTable.ReadGroups<RawSpectrumId>(path)
            .Select((rows, index) => (index, Wanted: rows.Any(row => ids.Contains(row.SpectrumId))))
            .Where(group => group.Wanted)
            .Select(group => group.index)
            .ToHashSet();
        RawSpectrum[] found = [.. ParquetTable.ReadGroups<RawSpectrum>(path, groups)
            .SelectMany(group => group).Where(spectrum => ids.Contains(spectrum.SpectrumId))];
        return found.Length == ids.Count
            ? found
            : throw new KeyNotFoundException(
                $"raw.parquet has no spectrum {ids.Order(StringComparer.Ordinal).Except(found.Select(spectrum => spectrum.SpectrumId)).First()}.");
    }
}
