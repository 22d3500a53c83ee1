using System.Collections.Immutable;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Stages;

/// <summary>The paper's Tables 1–3 and section 3's totals, ours beside the printed ones.</summary>
internal static class StatisticsTables
{
    private const int Shown = 20;

    public static IEnumerable<Table> Of(PaperSources sources) =>
        [Countries(sources), Species(sources), Breakdown(sources), .. Totals(sources)];

    private static Table Countries(PaperSources sources)
    {
        var ours = sources.Countries.Where(c => c.Rank <= Shown).ToList();
        var rows = ours.Select(c => CountryRow(c, PrintedPaper.Table1.FirstOrDefault(p => p.Country == c.Country), c.Country))
            .Concat(PrintedPaper.Table1.Where(p => ours.All(c => c.Country != p.Country))
                .Select(p => CountryRow(sources.Countries.FirstOrDefault(c => c.Country == p.Country), p, p.Country)));
        return new Table(
            "table-1-countries", "Table 1. Natural samples by country: counts and cumulative percentages, ours and the paper's", sources.Origin,
            [
                Number("Rank", "rank"), Words("Country", "country"), Number("Samples", "samples"), Number("Cumulative (%)", "cumulative_percent"),
                Number("Paper: rank", "paper_rank"), Number("Paper: samples", "paper_samples"), Number("Paper: cumulative (%)", "paper_cumulative_percent"),
                Number("Difference (samples)", "difference_samples"), Number("Difference (cumulative, points)", "difference_cumulative_points"), Number("Specimens", "specimens"),
            ],
            [.. rows],
            "Differences are ours less the paper's. Cumulative percentages of ours are of all natural samples with a country. The paper's are of a total that it does not print (claims C09–C28). Countries of the paper's table outside our first 20 follow at the end.");
    }

    private static ImmutableArray<Cell> CountryRow(CountryCount? ours, PrintedCountry? printed, string country) =>
    [
        Cell.Of(ours?.Rank), Cell.Of(country), Cell.Of(ours?.Samples), Cell.Of(ours?.CumulativePercent, 2),
        Cell.Of(printed is null ? null : PrintedPaper.Table1.IndexOf(printed) + 1), Cell.Of(printed?.Samples), Cell.Of(printed?.CumulativeHundredths / 100.0, 2),
        Cell.Difference((ours?.Samples ?? 0) - printed?.Samples, 0), Cell.Difference(ours?.CumulativePercent - (printed?.CumulativeHundredths / 100.0), 2), Cell.Of(ours?.Specimens),
    ];

    private static Table Species(PaperSources sources)
    {
        var ours = sources.Species.Where(s => s.Rank <= Shown).ToList();
        var rows = ours.Select(s => SpeciesRow(s, PrintedPaper.Table2.FirstOrDefault(p => p.Mineral == s.Mineral), s.Mineral))
            .Concat(PrintedPaper.Table2.Where(p => ours.All(s => s.Mineral != p.Mineral))
                .Select(p => SpeciesRow(sources.Species.FirstOrDefault(s => s.Mineral == p.Mineral), p, p.Mineral)));
        return new Table(
            "table-2-species", "Table 2. Samples by mineral species, ours and the paper's", sources.Origin,
            [
                Number("Rank", "rank"), Words("Mineral species", "mineral"), Number("Samples", "samples"), Number("Paper: rank", "paper_rank"),
                Number("Paper: samples", "paper_samples"), Number("Difference", "difference"),
            ],
            [.. rows], "Species of the paper's table outside our first 20 follow at the end.");
    }

    private static ImmutableArray<Cell> SpeciesRow(SpeciesCount? ours, PrintedSpecies? printed, string mineral) =>
    [
        Cell.Of(ours?.Rank), Cell.Of(mineral), Cell.Of(ours?.Samples), Cell.Of(printed is null ? null : PrintedPaper.Table2.IndexOf(printed) + 1),
        Cell.Of(printed?.Samples), Cell.Difference((ours?.Samples ?? 0) - printed?.Samples, 0),
    ];

    private static Table Breakdown(PaperSources sources)
    {
        long total = sources.Classes.Sum(c => c.Rows);
        var named = PrintedPaper.Table3.Where(p => p.Country.Length > 0).Sum(p => Rows(sources, p.Country));
        var rows = PrintedPaper.Table3.Select(printed => BreakdownRow(
            printed.Label, printed.Country.Length > 0 ? Rows(sources, printed.Country) : total - named, total, printed.Samples, printed.Percent));
        var sum = PrintedPaper.Table3.Sum(p => p.Samples);
        return new Table(
            "table-3-breakdown", "Table 3. Samples by country after preprocessing, ours and the paper's", sources.Origin,
            [
                Words("Country", "country"), Number("Samples", "samples"), Number("Share (%)", "percent"), Number("Paper: samples", "paper_samples"),
                Number("Paper: share (%)", "paper_percent"), Number("Paper: share recomputed (%)", "paper_percent_recomputed"), Number("Difference (samples)", "difference_samples"),
                Number("Difference (share, points)", "difference_points"),
            ],
            [.. rows, BreakdownRow("Sum", total, total, sum, PrintedPaper.Table3.Sum(p => p.Percent))],
            $"The paper's four counts sum to {Numerals.Of(sum)}, but break down {Numerals.Of(PrintedPaper.WithCoordinates)}; its percentages are not those of its counts (claims C55–C58). Recomputed shares are of {Numerals.Of(PrintedPaper.WithCoordinates)}. Ours are the rows of the learning task.");
    }

    private static ImmutableArray<Cell> BreakdownRow(string label, long samples, long total, int printed, int printedPercent) =>
    [
        Cell.Of(label), Cell.Of(samples), Cell.Of(total == 0 ? null : 100.0 * samples / total, 2), Cell.Of(printed), Cell.Of(printedPercent),
        Cell.Of(100.0 * printed / PrintedPaper.WithCoordinates, 2), Cell.Difference(samples - printed, 0), Cell.Difference(total == 0 ? null : (100.0 * samples / total) - printedPercent, 2),
    ];

    private static long Rows(PaperSources sources, string country) => sources.Classes.Where(c => c.Country == country).Sum(c => (long)c.Rows);

    private static IEnumerable<Table> Totals(PaperSources sources)
    {
        var printed = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["samples"] = PrintedPaper.Samples,
            ["natural"] = PrintedPaper.Natural,
            ["synthetic"] = PrintedPaper.Synthetic,
            ["with_coordinates"] = PrintedPaper.WithCoordinates,
            ["without_coordinates"] = PrintedPaper.WithoutCoordinates,
            ["species"] = PrintedPaper.Species,
            ["countries"] = PrintedPaper.Countries,
        };
        yield return new Table(
            "section-3-totals", "Totals of section 3, ours and the paper's", sources.Origin,
            [
                Words("What", "name"), Number("Count", "count"), Number("Share of samples (%)", "percent"), Number("Paper", "paper_count"), Number("Difference", "difference"),
            ],
            [
                .. sources.Counts.Where(count => printed.ContainsKey(count.Name)).Select(count => ImmutableArray.Create(
                    Cell.Of(Naming.Count(count.Name)), Cell.Of(count.Count), Cell.Of(IsShare(count.Name) ? count.Percent : null, 2),
                    Cell.Of(printed[count.Name]), Cell.Difference(count.Count - printed[count.Name], 0))),
            ],
            "A sample is one spectrum file.");
        yield return new Table(
            "join-counts", "Further counts of the join: keyword rules, exclusions, precision of places, labels of text and polygon", sources.Origin,
            [Words("What", "name"), Number("Count", "count"), Number("Share of samples (%)", "percent")],
            [
                .. sources.Counts.Where(count => !printed.ContainsKey(count.Name)).Select(count => ImmutableArray.Create(
                    Cell.Of(Naming.Count(count.Name)), Cell.Of(count.Count), Cell.Of(IsShare(count.Name) ? count.Percent : null, 2))),
            ],
            "Reasons of exclusion can overlap; “left out” counts each row once, under its first reason.");
    }

    private static bool IsShare(string name) => name is not ("species" or "countries" or "specimens" or "localities");

    internal static Column Number(string title, string name) => new(title, name, CellKind.Number);

    internal static Column Words(string title, string name) => new(title, name, CellKind.Text);
}
