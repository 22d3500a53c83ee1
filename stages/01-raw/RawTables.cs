using System.Collections.Immutable;
using System.Globalization;
using RruffGeo.Artifacts;
using RruffGeo.Spectra;

namespace RruffGeo.Stages;

/// <summary>Writes the three tables of stage 01 as outcomes come in.</summary>
internal sealed class RawTables(ImmutableArray<ArchiveFile> archives, bool simulated, StageContext stage) : IDisposable
{
    private const int RowsPerGroup = 512;

    private readonly ParquetTableWriter<RawRow> spectra = new(
        stage.File("raw.parquet"), new Dictionary<string, string> { ["simulated"] = simulated ? "true" : "false" });
    private readonly List<RawRow> group = new(RowsPerGroup);
    private readonly List<RejectedInput> left = [];
    private readonly Dictionary<string, string> seen = new(StringComparer.Ordinal);
    private readonly ArchiveCount[] counts = [.. archives.Select(_ => new ArchiveCount())];

    /// <summary>The counts so far, ready to print.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture, $"{counts.Sum(count => count.Spectra)} spectra, {counts.Sum(count => count.Rejected)} rejected");

    /// <summary>Takes the next outcome; they come in the order of the artifact.</summary>
    public void Add(MemberOutcome outcome)
    {
        var count = counts[outcome.Archive];
        if (outcome.Row is not { } row)
        {
            left.AddRange(outcome.Left);
            count.Add(outcome.Left[0]);
        }
        else if (seen.TryAdd(row.SpectrumId, $"{row.Archive}!{row.Member}"))
        {
            left.AddRange(outcome.Left);
            count.Spectra++;
            group.Add(row);
            if (group.Count == RowsPerGroup)
                WriteGroup();
        }
        else
        {
            var duplicate = new RejectedInput
            {
                Archive = row.Archive,
                Member = row.Member,
                Scope = "file",
                Code = "duplicate-of",
                Reason = $"the same file, name and bytes, as {seen[row.SpectrumId]}.",
            };
            left.Add(duplicate);
            count.Add(duplicate);
        }
    }

    /// <summary>Finishes the tables.</summary>
    /// <exception cref="InvalidDataException">All spectra of an archive are damaged, or nothing was read.</exception>
    public void Complete()
    {
        for (var i = 0; i < archives.Length; i++)
            if (counts[i].Damaged > 0 && counts[i].Spectra == 0 && counts[i].Damaged == counts[i].Rejected)
                throw SpectrumArchive.Unreadable(archives[i].Path, $"none of its {counts[i].Damaged} spectrum files can be inflated");
        if (counts.All(count => count.Spectra == 0))
            throw new InvalidDataException(
                $"{string.Join(", ", archives.Select(archive => archive.Path))}: expected spectra but none could be read "
                + $"({counts.Sum(count => count.Rejected)} files rejected, {counts.Sum(count => count.Notes)} other files{FirstReason()}). "
                + "Give a folder that holds RRUFF's Raman archives.");

        if (group.Count > 0)
            WriteGroup();
        spectra.Complete();
        ParquetTable.Write(stage.File("rejected.parquet"), left);
        ParquetTable.Write<ArchiveReport>(stage.File("archives.parquet"), [.. archives.Zip(counts, Report)]);
    }

    public void Dispose() => spectra.Dispose();

    private string FirstReason() => left.Count == 0 ? "" : $"; first: {left[0].Member}: {left[0].Reason.TrimEnd('.')}";

    private void WriteGroup()
    {
        spectra.WriteGroup(group);
        group.Clear();
    }

    private ArchiveReport Report(ArchiveFile archive, ArchiveCount count) => new()
    {
        Archive = Path.GetFileName(archive.Path),
        Sha256 = archive.Sha256,
        Bytes = archive.Bytes,
        Members = count.Spectra + count.Rejected + count.Notes,
        Spectra = count.Spectra,
        Rejected = count.Rejected,
        Notes = count.Notes,
        Simulated = simulated,
    };

    private sealed class ArchiveCount
    {
        public int Spectra { get; set; }

        public int Rejected { get; private set; }

        public int Notes { get; private set; }

        public int Damaged { get; private set; }

        public void Add(RejectedInput input)
        {
            if (input.Scope == "note")
                Notes++;
            else
                Rejected++;
            if (input.Code == ArchiveMemberException.Damaged)
                Damaged++;
        }
    }
}
