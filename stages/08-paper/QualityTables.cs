using System.Collections.Immutable;
using RruffGeo.Presentation.Tables;
using static RruffGeo.Stages.StatisticsTables;

namespace RruffGeo.Stages;

/// <summary>What came of the archives' members, and why rows were left out.</summary>
internal static class QualityTables
{
    public static IEnumerable<Table> Of(PaperSources sources) => [Archives(sources), Rejections(sources)];

    private static Table Archives(PaperSources sources) => new(
        "archives", "Archives and what came of their members", sources.Origin,
        [
            Words("Archive", "archive"), Number("Bytes", "bytes"), Number("Members", "members"), Number("Spectra", "spectra"), Number("Rejected", "rejected"),
            Number("No spectra", "notes"), Words("Which", "state"), Words("Vintage", "vintage"), Words("SHA-256", "sha256"),
        ],
        [
            .. sources.Archives.Select(a => ImmutableArray.Create(
                Cell.Of(a.Archive), Cell.Of(a.Bytes), Cell.Of(a.Members), Cell.Of(a.Spectra), Cell.Of(a.Rejected), Cell.Of(a.Notes),
                Cell.Of(a.Accepted.Length > 0 ? $"{a.State}, {a.Accepted}" : a.State), Cell.Of(a.Vintage), Cell.Of(a.Sha256))),
        ],
        "Members = spectra + rejected + no spectra. Which: pinned, the known bytes; accepted, another vintage with the server's date; other, a known name with other bytes; unknown, no known name. Vintage: day of the newest member.");

    private static Table Rejections(PaperSources sources)
    {
        var inputs = sources.Rejected.GroupBy(r => (r.Scope, r.Code)).Select(g => (g.Key.Scope, g.Key.Code, Count: g.Count(), Example: $"{g.First().Archive}!{g.First().Member}"
            + (g.First().Line > 0 ? $"({g.First().Line})" : "") + $": {g.First().Reason}"));
        var spectra = sources.Unresampled.GroupBy(u => u.Code).Select(g => (Scope: "spectrum", Code: g.Key, Count: g.Count(), Example: g.First().Reason));
        return new Table(
            "rejections", "Files, lines and spectra left out, by reason", sources.Origin,
            [Words("What", "scope"), Words("Code", "code"), Number("Count", "count"), Words("First example", "example")],
            [
                .. inputs.Concat(spectra).OrderBy(r => r.Scope, StringComparer.Ordinal).ThenByDescending(r => r.Count).ThenBy(r => r.Code, StringComparer.Ordinal)
                    .Select(r => ImmutableArray.Create(Cell.Of(r.Scope), Cell.Of(r.Code), Cell.Of(r.Count), Cell.Of(r.Example))),
            ],
            "file: a member that was not used; line: a line of a member; note: a member that is no spectrum; spectrum: one that could not be put on the grid.");
    }
}
