using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>The spectrum files that were read, and those that were not (artifact of stage 01).</summary>
/// <param name="folder">Holds <c>raw.parquet</c>, <c>rejected.parquet</c> and the tables that report on the archives.</param>
public sealed class RawSpectra(string folder)
{
    /// <summary>Names this artifact to the engine.</summary>
    public static Artifact<RawSpectra> Artifact { get; } = new("01-raw", 1, folder => new RawSpectra(folder));

    /// <summary>
    /// What each file says about its spectrum, in artifact order (archive, then ordinal member path); no intensities are read. Where a newer vintage has
    /// another mineral name or locality, that stands here (<see cref="Preferred"/>); the file's own stands in <c>raw.parquet</c>.
    /// </summary>
    public IReadOnlyList<SpectrumDescription> Descriptions
    {
        get
        {
            var preferred = Preferred.ToLookup(text => text.SpectrumId, StringComparer.Ordinal);
            var written = ParquetTable.Read<SpectrumDescription>(Path.Combine(folder, "raw.parquet"));
            return preferred.Count == 0 ? written : [.. written.Select(row => preferred[row.SpectrumId].Aggregate(row, Prefer))];
        }
    }

    /// <summary>Files and lines left out, with file, line and reason.</summary>
    public IReadOnlyList<RejectedInput> Rejected => ParquetTable.Read<RejectedInput>(Path.Combine(folder, "rejected.parquet"));

    /// <summary>The archives that were read, with their digests and member counts.</summary>
    public IReadOnlyList<ArchiveReport> Archives => ParquetTable.Read<ArchiveReport>(Path.Combine(folder, "archives.parquet"));

    /// <summary>The known archives of RRUFF and what was here in their place; empty for the simulated corpus.</summary>
    public IReadOnlyList<KnownArchive> KnownArchives => ParquetTable.Read<KnownArchive>(Path.Combine(folder, "known-archives.parquet"));

    /// <summary>What was noticed, counted by archive.</summary>
    public IReadOnlyList<DiagnosticCount> Diagnostics => ParquetTable.Read<DiagnosticCount>(Path.Combine(folder, "diagnostics.parquet"));

    /// <summary>The wavenumber axes, by archive.</summary>
    public IReadOnlyList<AxisReport> Axes => ParquetTable.Read<AxisReport>(Path.Combine(folder, "axes.parquet"));

    /// <summary>Names and localities for which a newer vintage has others, in artifact order; empty where there is no such table.</summary>
    public IReadOnlyList<PreferredText> Preferred =>
        Path.Combine(folder, "preferred.parquet") is var path && File.Exists(path) ? ParquetTable.Read<PreferredText>(path) : [];

    /// <summary>Files with equal numbers under different names, group by group.</summary>
    public IReadOnlyList<RepeatedMeasurement> Repeated => ParquetTable.Read<RepeatedMeasurement>(Path.Combine(folder, "repeated.parquet"));

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
    private static SpectrumDescription Prefer(SpectrumDescription row, PreferredText text) =>
        text.Field == "mineral" ? row with { Mineral = text.Preferred } : row with { Locality = text.Preferred };
}
