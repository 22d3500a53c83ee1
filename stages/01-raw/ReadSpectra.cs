using System.Collections.Immutable;
using RruffGeo.Artifacts;
using RruffGeo.Spectra;

namespace RruffGeo.Stages;

/// <summary>Reads the spectrum files of RRUFF archives (paper sections 1 and 3).</summary>
public static class ReadSpectra
{
    // Files read but not yet written: enough that reading goes on while a row group is packed, and about 15 MB.
    private const int FilesAhead = 768;
    private const int FilesPerReport = 100;

    /// <summary>Reads all archives, on all cores; nothing is unpacked to disk.</summary>
    /// <returns>A row per readable spectrum file in ordinal order of archive and member path, whatever the number of threads.</returns>
    /// <exception cref="ArgumentException">No archive is given.</exception>
    /// <exception cref="InvalidDataException">An archive is truncated or wholly unreadable, or no archive holds a readable spectrum.</exception>
    public static RawSpectra Run(RawFiles files, RawParameters parameters, StageContext stage)
    {
        if (files.Archives.IsDefaultOrEmpty)
            throw new ArgumentException("Expected at least one archive but found none.", nameof(files));

        ImmutableArray<ArchiveFile> archives = [.. files.Archives
            .OrderBy(archive => Path.GetFileName(archive.Path), StringComparer.Ordinal)
            .ThenBy(archive => archive.Path, StringComparer.Ordinal)];
        using var readers = new MemberReaders(archives, parameters.Limits);
        var (members, vintages) = readers.List();
        using var tables = new RawTables(files, archives, vintages, stage);

        var done = 0;
        foreach (var outcome in OrderedParallel.Select(members, readers.Read, FilesAhead, stage.Cancellation))
        {
            tables.Add(outcome);
            if (++done % FilesPerReport == 0 || done == members.Length)
                stage.Progress.Report(new StageProgress(
                    $"reading {Path.GetFileName(archives[outcome.Archive].Path)}", done, members.Length, "files", tables.Summary));
        }

        tables.Complete();
        return new RawSpectra(stage.Destination);
    }
}
