using System.Collections.Immutable;
using RruffGeo.Presentation.Report;
using RruffGeo.Presentation.Tables;
using RruffGeo.Spectra;
using static RruffGeo.Stages.StatisticsTables;

namespace RruffGeo.Stages;

/// <summary>What stage 01 reports of the archives: coverage of RRUFF, oddities by archive, axes, every input left out, and what vintages say differently.</summary>
internal static class LoadTables
{
    /// <summary>Tables of this kind in the order of the report.</summary>
    public static ImmutableArray<string> Ids { get; } =
        ["known-archives", "diagnostics-by-archive", "wavenumber-axes", "rejected-inputs", "newer-texts", "repeated-measurements"];

    public static IEnumerable<Table> Of(PaperSources sources) =>
        [Known(sources), DiagnosticsByArchive(sources), Axes(sources), Rejected(sources), NewerTexts(sources), Repeated(sources)];

    /// <summary>Which of the known archives were read, in a paragraph; nothing for the simulated corpus.</summary>
    public static IEnumerable<Block> Coverage(PaperSources sources)
    {
        if (sources.KnownArchives.Count == 0)
            yield break;
        var coverage = ArchiveCoverage.Of(ArchiveManifest.Rruff, sources.Archives.Select(a => (a.Archive, a.Sha256, a.Spectra + a.Rejected)));
        yield return new Paragraph(string.Join(' ', coverage.ToSentences()));
        foreach (var archive in sources.Archives.Where(a => a.State == "accepted"))
            yield return new Caution(
                "Not the pinned vintage.", $"{archive.Archive} was downloaded with other bytes than the pinned ones (server's date {archive.Accepted}, SHA-256 {archive.Sha256}), and accepted with --accept-drift.");
    }

    /// <summary>The tables as the report shows them: folded.</summary>
    public static IEnumerable<Block> Shown(ImmutableArray<Table> tables) =>
        Ids.SelectMany(id => tables.Where(t => t.Id == id && t.Rows.Length > 0)).Select(t => new TableBlock(t, Folding.Folded));

    private static Table Known(PaperSources sources)
    {
        var files = sources.KnownArchives.Sum(a => (double)a.PinnedFiles);
        return new Table(
            "known-archives", "The known archives of RRUFF, and what was read in their place", sources.Origin,
            [
                Words("Archive", "archive"), Words("Here", "state"), Number("Files here", "files"), Number("Files pinned", "pinned_files"), Number("Share of RRUFF (%)", "share_percent"),
                Number("Bytes pinned", "pinned_bytes"), Words("SHA-256 pinned", "pinned_sha256"), Words("SHA-256 here", "sha256"),
            ],
            [
                .. sources.KnownArchives.Select(a => ImmutableArray.Create(
                    Cell.Of(a.Archive), Cell.Of(a.State), Cell.Of(a.Files), Cell.Of(a.PinnedFiles), Cell.Of(100 * Math.Min(a.Files, a.PinnedFiles) / files, 1),
                    Cell.Of(a.PinnedBytes), Cell.Of(a.PinnedSha256), Cell.Of(a.Sha256))),
            ],
            "pinned: the very bytes; other: an archive of this name with other bytes, another vintage or a part. Shares are of the files of all known archives; of an archive with other bytes no more files count than the pinned one has.");
    }

    private static Table DiagnosticsByArchive(PaperSources sources) => new(
        "diagnostics-by-archive", "Oddities of members, by archive", sources.Origin,
        [Words("What came of it", "outcome"), Words("Code", "code"), .. sources.Archives.Select(a => Number(a.Archive, $"files_{a.Archive}")), Number("All", "all")],
        [
            .. sources.Diagnostics.GroupBy(d => (d.Outcome, d.Code)).OrderBy(g => g.Key.Outcome, StringComparer.Ordinal).ThenByDescending(g => g.Sum(d => d.Files)).ThenBy(g => g.Key.Code, StringComparer.Ordinal)
                .Select(g => ImmutableArray.CreateRange<Cell>(
                [
                    Cell.Of(g.Key.Outcome), Cell.Of(g.Key.Code), .. sources.Archives.Select(a => Cell.Of(g.Where(d => d.Archive == a.Archive).Sum(d => (long)d.Files))), Cell.Of(g.Sum(d => (long)d.Files)),
                ])),
        ],
        "Members, not lines. read: the spectrum is used; rejected: it is not; note: the member is no spectrum file. A file can have several codes.");

    private static Table Axes(PaperSources sources) => new(
        "wavenumber-axes", "Wavenumber axes, by archive", sources.Origin,
        [
            Words("Archive", "archive"), Number("Spectra", "spectra"), Number("Lowest (cm⁻¹)", "lowest"), Number("Highest (cm⁻¹)", "highest"), Number("Points: fewest", "fewest_points"),
            Number("median", "median_points"), Number("most", "most_points"), Number("Median step (cm⁻¹)", "median_step"), Number("Decreasing", "decreasing"), Number("Unsorted", "unsorted"),
            Number("Repeated wavenumbers", "duplicated"), Number("Negative wavenumbers", "negative"), Number("Above 2,000 cm⁻¹ only", "above_2000"),
        ],
        [
            .. sources.Axes.Select(a => ImmutableArray.Create(
                Cell.Of(a.Archive), Cell.Of(a.Spectra), Cell.Of(a.Lowest, 1), Cell.Of(a.Highest, 1), Cell.Of(a.FewestPoints), Cell.Of(a.MedianPoints), Cell.Of(a.MostPoints), Cell.Of(a.MedianStep, 2),
                Cell.Of(a.Decreasing), Cell.Of(a.Unsorted), Cell.Of(a.Duplicated), Cell.Of(a.Negative), Cell.Of(a.AboveTwoThousand))),
        ],
        "Decreasing axes were reversed, unsorted ones sorted, intensities of repeated wavenumbers averaged; negative wavenumbers stay.");

    private static Table Rejected(PaperSources sources) => new(
        "rejected-inputs", "Every file and line left out", sources.Origin,
        [Words("What", "scope"), Words("Archive", "archive"), Words("Member", "member"), Number("Line", "line"), Words("Code", "code"), Words("Reason", "reason")],
        [
            .. sources.Rejected.OrderBy(r => r.Scope, StringComparer.Ordinal).Select(r => ImmutableArray.Create(
                Cell.Of(r.Scope), Cell.Of(r.Archive), Cell.Of(r.Member), r.Line > 0 ? Cell.Of(r.Line) : Cell.Missing, Cell.Of(r.Code), Cell.Of(r.Reason))),
        ],
        "file: a member that was not used; line: a line of a member that was; note: a member that is no spectrum.");

    private static Table NewerTexts(PaperSources sources) => new(
        "newer-texts", "Mineral names and localities for which a newer vintage has others", sources.Origin,
        [
            Words("Specimen", "specimen"), Words("What", "field"), Words("Older text", "written"), Words("Vintage", "written_vintage"), Words("Newest text, used", "preferred"),
            Words("Vintage", "preferred_vintage"), Words("Joined by", "because"), Number("Spectra", "spectra"),
        ],
        [
            .. sources.Preferred.GroupBy(t => (t.Specimen, t.Field, t.Written, t.WrittenVintage, t.Preferred, t.PreferredVintage, t.Because))
                .OrderBy(g => g.Key.Field, StringComparer.Ordinal).ThenBy(g => g.Key.Specimen, StringComparer.Ordinal).ThenBy(g => g.Key.Written, StringComparer.Ordinal)
                .Select(g => ImmutableArray.Create(
                    Cell.Of(g.Key.Specimen), Cell.Of(g.Key.Field), Cell.Of(g.Key.Written), Cell.Of(g.Key.WrittenVintage), Cell.Of(g.Key.Preferred), Cell.Of(g.Key.PreferredVintage),
                    Cell.Of(g.Key.Because), Cell.Of(g.Count()))),
        ],
        "A vintage is the day of an archive's newest member. measurement: the newer archive holds the very numbers of the older file; specimen: it holds other spectra of the same specimen. raw.parquet keeps the older text.");

    private static Table Repeated(PaperSources sources) => new(
        "repeated-measurements", "Files with equal numbers under different names", sources.Origin,
        [
            Words("Numbers", "data_digest"), Words("Archive", "archive"), Words("Vintage", "vintage"), Words("Member", "member"), Words("Specimen", "specimen"), Words("Mineral", "mineral"),
            Words("Locality", "locality"),
        ],
        [
            .. sources.Repeated.Select(r => ImmutableArray.Create(
                Cell.Of(r.DataDigest[..Math.Min(8, r.DataDigest.Length)]), Cell.Of(r.Archive), Cell.Of(r.Vintage), Cell.Of(r.Member), Cell.Of(r.Specimen), Cell.Of(r.Mineral), Cell.Of(r.Locality))),
        ],
        "Rows with one digest are one measurement: equal wavenumbers and intensities. All of them stay, as samples of their own.");
}
