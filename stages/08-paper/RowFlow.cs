using System.Collections.Immutable;
using RruffGeo.Presentation.Figures;
using RruffGeo.Presentation.Report;
using RruffGeo.Presentation.Tables;
using static RruffGeo.Stages.StatisticsTables;

namespace RruffGeo.Stages;

/// <summary>Where the rows of the archives went, from members to the learning task: each leaves once, for its first reason.</summary>
/// <remarks>Every stage and every exit is counted from an artifact by itself. What does not add up is shown as <see cref="Unaccounted"/>, never spread over the others.</remarks>
internal static class RowFlow
{
    /// <summary>Reason of rows that no exit explains: there should be none.</summary>
    public const string Unaccounted = "not accounted for";

    /// <summary>Stages from the archives to the learning task.</summary>
    public static ImmutableArray<FlowStage> Of(FlowRows rows)
    {
        var natural = rows.Joined.Where(row => !row.Synthetic).ToList();
        var named = natural.Where(row => row.Mineral.Length > 0).ToList();
        var located = named.Where(row => row.Latitude is not null).ToList();
        var used = rows.Joined.Count(row => row.Exclusions.Length == 0);
        return Account(
        [
            new("members of the archives", rows.Archives.Sum(a => (long)a.Members),
                [new FlowExit("no spectrum file", rows.Archives.Sum(a => (long)a.Notes)), .. Exits(rows.Rejected.Where(r => r.Scope == "file"), r => $"rejected: {r.Code}")]),
            new("spectra read", rows.Archives.Sum(a => (long)a.Spectra), Exits(rows.Joined.Where(row => row.Synthetic), row => $"synthetic: {row.SyntheticKeyword}")),
            new("natural spectra", natural.Count, Exits(natural.Where(row => row.Mineral.Length == 0), _ => "no mineral name")),
            new("of a named mineral", named.Count, Exits(named.Where(row => row.Latitude is null), row => $"no coordinates: {Naming.Unplaced(row.Unplaced)}")),
            new("with coordinates", located.Count, Exits(located.Where(row => row.Country.Length == 0), _ => "point in no country polygon")),
            new("with a country", used, Exits(rows.Unresampled, row => $"not put on the grid: {row.Code}")),
            new("on the common grid", rows.Resampled.Count, Exits(LeftByClassFilter(rows), _ => "country left out by the class filter")),
            new($"in the learning task, {rows.Classes.Count} countries", rows.Classes.Sum(c => (long)c.Rows), []),
        ]);
    }

    /// <summary>The flow for those who cannot see the figure, and for the first look.</summary>
    public static Flow Text(PaperSources sources) => new(
    [
        .. Of(FlowRows.Of(sources)).Select(stage => new FlowStep(
            stage.Label, stage.Count, [.. stage.Exits.Select(exit => $"{exit.Reason}: {Presentation.Drawing.Numerals.Of(exit.Count)}")])),
    ]);

    /// <summary>The flow as a table: one row per stage, followed by one per exit.</summary>
    public static Table Table(PaperSources sources) => new(
        "row-flow", "Where the rows went: each leaves once, for its first reason", sources.Origin,
        [Number("Step", "step"), Words("Rows", "rows_are"), Number("Arrive", "arrive"), Words("Leave because", "reason"), Number("Leave", "leave"), Number("Go on", "go_on")],
        [
            .. Of(FlowRows.Of(sources)).Index().SelectMany(stage => stage.Item.Exits.Select(exit => Row(stage.Index, stage.Item.Label, null, exit.Reason, exit.Count, null))
                .Prepend(Row(stage.Index, stage.Item.Label, stage.Item.Count, "", null, stage.Item.Remaining))),
        ],
        "Arrive = leave + go on in every step, and go on = arrive in the next. A row with several reasons (synthetic and without coordinates) leaves at the first.");

    private static ImmutableArray<Cell> Row(int step, string label, long? arrive, string reason, long? leave, long? remain) =>
        [Cell.Of(step + 1), Cell.Of(label), Cell.Of(arrive), Cell.Of(reason), Cell.Of(leave), Cell.Of(remain)];

    private static IEnumerable<JoinedSpectrum> LeftByClassFilter(FlowRows rows)
    {
        var onGrid = rows.Resampled.Select(row => row.SpectrumId).ToHashSet(StringComparer.Ordinal);
        var classes = rows.Classes.Select(c => c.Country).ToHashSet(StringComparer.Ordinal);
        return rows.Joined.Where(row => onGrid.Contains(row.SpectrumId) && !classes.Contains(row.Country));
    }

    private static ImmutableArray<FlowExit> Exits<T>(IEnumerable<T> rows, Func<T, string> reason) =>
    [
        .. rows.GroupBy(reason).Select(group => new FlowExit(group.Key, group.Count())).OrderByDescending(exit => exit.Count).ThenBy(exit => exit.Reason, StringComparer.Ordinal),
    ];

    private static ImmutableArray<FlowStage> Account(ImmutableArray<FlowStage> stages) =>
    [
        .. stages.Select((stage, i) => stage with { Exits = [.. stage.Exits.Where(exit => exit.Count > 0)] }).Select((stage, i) =>
            i + 1 < stages.Length && stage.Remaining - stages[i + 1].Count is not 0 and var missing
                ? stage with { Exits = [.. stage.Exits, new FlowExit(Unaccounted, missing)] }
                : stage),
    ];
}
