using System.Collections.Immutable;
using System.Globalization;
using RruffGeo.Artifacts;
using RruffGeo.Spectra;

namespace RruffGeo.Stages;

/// <summary>Writes the tables of stage 01 as outcomes come in.</summary>
internal sealed class RawTables(RawFiles files, ImmutableArray<ArchiveFile> archives, ImmutableArray<DateOnly> vintages, StageContext stage) : IDisposable
{
    private const int RowsPerGroup = 512;

    private readonly ParquetTableWriter<RawRow> spectra = new(
        stage.File("raw.parquet"), new Dictionary<string, string> { ["simulated"] = files.Simulated ? "true" : "false" });
    private readonly List<RawRow> group = new(RowsPerGroup);
    private readonly List<RejectedInput> left = [];
    private readonly Dictionary<string, string> seen = new(StringComparer.Ordinal);
    private readonly LoadReport report = new(files, archives, vintages);

    /// <summary>The counts so far, ready to print.</summary>
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"{report.Spectra} spectra, {report.Rejected} rejected");

    /// <summary>Takes the next outcome; they come in the order of the artifact.</summary>
    public void Add(MemberOutcome outcome)
    {
        if (outcome.Row is not { } row)
        {
            left.AddRange(outcome.Left);
            report.Add(outcome.Archive, outcome.Left[0]);
        }
        else if (seen.TryAdd(row.SpectrumId, $"{row.Archive}!{row.Member}"))
        {
            left.AddRange(outcome.Left);
            report.Add(outcome.Archive, row);
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
            report.Add(outcome.Archive, duplicate);
        }
    }

    /// <summary>Finishes the tables.</summary>
    /// <exception cref="InvalidDataException">All spectra of an archive are damaged, or nothing was read.</exception>
    public void Complete()
    {
        if (report.FindUnreadable() is var (path, damaged))
            throw SpectrumArchive.Unreadable(path, $"none of its {damaged} spectrum files can be inflated");
        if (report.Spectra == 0)
            throw new InvalidDataException(
                $"{string.Join(", ", archives.Select(archive => archive.Path))}: expected spectra but none could be read "
                + $"({report.Rejected} files rejected, {report.Notes} other files{FirstReason()}). Give a folder that holds RRUFF's Raman archives.");

        if (group.Count > 0)
            WriteGroup();
        spectra.Complete();
        ParquetTable.Write(stage.File("rejected.parquet"), left);
        report.Write(stage);
    }

    public void Dispose() => spectra.Dispose();

    private string FirstReason() => left.Count == 0 ? "" : $"; first: {left[0].Member}: {left[0].Reason.TrimEnd('.')}";

    private void WriteGroup()
    {
        spectra.WriteGroup(group);
        group.Clear();
    }
}
