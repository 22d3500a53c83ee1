using System.Collections.Immutable;
using System.Globalization;
using RruffGeo.Artifacts;
using RruffGeo.Spectra;

namespace RruffGeo.Stages;

/// <summary>Gathers what is to be said of the archives, and writes it as tables beside <c>raw.parquet</c>.</summary>
internal sealed class LoadReport(RawFiles files, ImmutableArray<ArchiveFile> archives, ImmutableArray<DateOnly> vintages)
{
    private readonly ImmutableArray<ArchiveTally> tallies =
        [.. archives.Zip(vintages, (archive, vintage) => new ArchiveTally(archive, vintage.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))];

    private readonly List<ReadFile> read = [];

    public int Spectra => tallies.Sum(tally => tally.Spectra);

    public int Rejected => tallies.Sum(tally => tally.Rejected);

    public int Notes => tallies.Sum(tally => tally.Notes);

    /// <summary>Counts a spectrum of archive number <paramref name="archive"/>.</summary>
    public void Add(int archive, RawRow row)
    {
        tallies[archive].Add(row);
        read.Add(ReadFile.Of(row, tallies[archive].Vintage));
    }

    /// <summary>Counts a member that gave no spectrum.</summary>
    public void Add(int archive, RejectedInput input) => tallies[archive].Add(input);

    /// <summary>The first archive none of whose spectra can be inflated, and how many they are; null if there is none.</summary>
    public (string Path, int Spectra)? FindUnreadable()
    {
        foreach (var (archive, tally) in archives.Zip(tallies))
            if (tally.Damaged > 0 && tally.Spectra == 0 && tally.Damaged == tally.Rejected)
                return (archive.Path, tally.Damaged);
        return null;
    }

    /// <summary>Writes the tables.</summary>
    public void Write(StageContext stage)
    {
        var preferred = VintageTexts.Prefer(read).ToList();
        var repeated = VintageTexts.Repeated(read).ToList();
        NoticeTogether(preferred, repeated);
        var coverage = ArchiveCoverage.Of(
            ArchiveManifest.Rruff, archives.Zip(tallies, (archive, tally) => (archive.Name, archive.Sha256, tally.Spectra + tally.Rejected)));
        ParquetTable.Write<ArchiveReport>(stage.File("archives.parquet"), [.. archives.Zip(tallies, (archive, tally) => tally.ToReport(StateOf(archive)))]);
        ParquetTable.Write<KnownArchive>(stage.File("known-archives.parquet"), files.Simulated ? [] : [.. coverage.Entries.Select(Known)]);
        ParquetTable.Write<DiagnosticCount>(stage.File("diagnostics.parquet"), [.. tallies.SelectMany(tally => tally.ToDiagnostics())]);
        ParquetTable.Write<AxisReport>(stage.File("axes.parquet"), [.. tallies.Select(tally => tally.ToAxes())]);
        ParquetTable.Write(stage.File("preferred.parquet"), preferred);
        ParquetTable.Write(stage.File("repeated.parquet"), repeated);
    }

    /// <summary>Counts what only shows when files are put side by side.</summary>
    private void NoticeTogether(List<PreferredText> preferred, List<RepeatedMeasurement> repeated)
    {
        var tallyOf = archives.Zip(tallies).ToLookup(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);
        var archiveOf = read.ToDictionary(file => file.SpectrumId, file => file.Archive, StringComparer.Ordinal);
        foreach (var text in preferred)
            tallyOf[archiveOf[text.SpectrumId]].First().Notice("read", text.Field == "mineral" ? "older-name" : "older-locality");
        foreach (var repeat in repeated)
            tallyOf[repeat.Archive].First().Notice("read", "same-numbers");
        foreach (var file in read.GroupBy(file => (file.Archive, file.Key)).Where(group => group.Skip(1).Any()).SelectMany(group => group))
            tallyOf[file.Archive].First().Notice("read", "shared-key");
    }

    private string StateOf(ArchiveFile archive) => files.Simulated ? "simulated"
        : archive.Accepted.Length > 0 ? "accepted"
        : ArchiveManifest.Rruff.Find(archive.Name) is not { } pinned ? "unknown"
        : pinned.Sha256 == archive.Sha256 ? "pinned" : "other";

    private static KnownArchive Known(CoveredArchive entry) => new()
    {
        Archive = entry.Pinned.Name,
        State = entry.State.ToString().ToLowerInvariant(),
        PinnedSha256 = entry.Pinned.Sha256,
        Sha256 = entry.Sha256,
        PinnedBytes = entry.Pinned.Bytes,
        PinnedFiles = entry.Pinned.Files,
        Files = entry.Files,
    };
}
