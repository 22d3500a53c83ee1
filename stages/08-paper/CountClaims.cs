using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Stages;

/// <summary>C01–C58 as far as they count samples: the run's counts beside the printed ones.</summary>
internal static class CountClaims
{
    public static IEnumerable<CheckedClaim> Check(PaperSources sources)
    {
        yield return Total(sources, "C01", "§3", "Samples in the processed data set", "samples", PrintedPaper.Samples);
        yield return Total(sources, "C02", "§3", "Natural samples", "natural", PrintedPaper.Natural);
        yield return Total(sources, "C03", "§3", "Synthetic samples", "synthetic", PrintedPaper.Synthetic);
        yield return Total(sources, "C04", "§3", "Samples with coordinates", "with_coordinates", PrintedPaper.WithCoordinates);
        yield return Total(sources, "C05", "§3", "Samples without coordinates", "without_coordinates", PrintedPaper.WithoutCoordinates);
        yield return Total(sources, "C06", "§3", "Mineral species", "species", PrintedPaper.Species);
        yield return Total(sources, "C07", "Abstract, §5.1", "Countries", "countries", PrintedPaper.Countries);
        yield return UsaShare(sources);
        foreach (var (index, printed) in PrintedPaper.Table1.Index())
            yield return Country($"C{9 + index:00}", index + 1, printed, sources);
        yield return TopFour(sources);
        foreach (var (index, printed) in PrintedPaper.Table2.Index())
            yield return Species($"C{31 + index}", index + 1, printed, sources);
        yield return Task(sources);
        foreach (var (index, printed) in PrintedPaper.Table3.Index())
            yield return Breakdown($"C{55 + index}", printed, sources);
    }

    private static CheckedClaim Total(PaperSources sources, string id, string section, string statement, string name, int printed)
    {
        var count = sources.Count(name);
        return new(
            id, section, statement, Numerals.Of(printed), count is { } value ? Numerals.Of(value) : Numerals.Missing, Compare(count, printed),
            $"03-joined/counts.parquet, {name}; a sample is one spectrum file. {Reading(sources)}");
    }

    private static CheckedClaim UsaShare(PaperSources sources)
    {
        var usa = sources.Countries.FirstOrDefault(c => c.Country == PrintedPaper.Table1[0].Country)?.Samples ?? 0;
        var total = sources.Countries.Sum(c => c.Samples);
        var share = total == 0 ? 0 : 100.0 * usa / total;
        return new(
            "C08", "§3", "The USA's share", $"{Numerals.Of(PrintedPaper.UsaShareHundredths / 100.0, 2)} %", $"{Numerals.Of(usa)} = {Numerals.Of(share, 2)} %",
            total > 0 && PrintedShares.IsRounded(usa, total, PrintedPaper.UsaShareHundredths) ? Verdict.Reproduced : Verdict.Differs,
            $"03-joined/countries.parquet; share of {Numerals.Of(total)} natural samples with a country. {Reading(sources)}");
    }

    private static CheckedClaim Country(string id, int rank, PrintedCountry printed, PaperSources sources)
    {
        var ours = sources.Countries.FirstOrDefault(c => c.Country == printed.Country);
        return new(
            id, "Table 1", $"Rank {rank}: {printed.Country}, count and cumulative share", $"{Numerals.Of(printed.Samples)}; {Numerals.Of(printed.CumulativeHundredths / 100.0, 2)} %",
            ours is null ? "no sample" : $"{Numerals.Of(ours.Samples)}, rank {ours.Rank}; {Numerals.Of(ours.CumulativePercent, 2)} %", Compare(ours?.Samples ?? 0, printed.Samples),
            $"03-joined/countries.parquet, row {printed.Country}. {Reading(sources)}");
    }

    private static CheckedClaim TopFour(PaperSources sources)
    {
        var share = sources.Countries.Count >= 4 ? sources.Countries[3].CumulativePercent : 100;
        return new(
            "C30", "§3", "The top four countries hold over 50 % of the samples", "> 50 %", $"{Numerals.Of(share, 2)} %", share > 50 ? Verdict.Reproduced : Verdict.Differs,
            $"03-joined/countries.parquet, cumulative percentage of rank 4. {Reading(sources)}");
    }

    private static CheckedClaim Species(string id, int rank, PrintedSpecies printed, PaperSources sources)
    {
        var ours = sources.Species.FirstOrDefault(s => s.Mineral == printed.Mineral);
        return new(
            id, "Table 2", $"Rank {rank}: {printed.Mineral}, count", Numerals.Of(printed.Samples), ours is null ? "no sample" : $"{Numerals.Of(ours.Samples)}, rank {ours.Rank}",
            Compare(ours?.Samples ?? 0, printed.Samples), $"03-joined/species.parquet, row {printed.Mineral}. {Reading(sources)}");
    }

    private static CheckedClaim Task(PaperSources sources)
    {
        var rows = sources.Classes.Sum(c => (long)c.Rows);
        return new(
            "C53", "§5.1", $"Samples after preprocessing, over {PrintedPaper.Countries} countries", Numerals.Of(PrintedPaper.WithCoordinates),
            $"{Numerals.Of(rows)} over {Numerals.Of(sources.Classes.Count)} countries", Compare(rows, PrintedPaper.WithCoordinates),
            $"05-folds/classes.parquet; {sources.Warnings.Count(w => w.Code.StartsWith("left-out", StringComparison.Ordinal))} countries left out by the class filter (05-folds/warnings.parquet). {Reading(sources)}");
    }

    private static CheckedClaim Breakdown(string id, PrintedShare printed, PaperSources sources)
    {
        var total = sources.Classes.Sum(c => (long)c.Rows);
        var named = PrintedPaper.Table3.Where(p => p.Country.Length > 0).Select(p => p.Country).ToList();
        var rows = sources.Classes.Where(c => printed.Country.Length > 0 ? c.Country == printed.Country : !named.Contains(c.Country)).Sum(c => (long)c.Rows);
        return new(
            id, "Table 3", $"{printed.Label}: samples and share after preprocessing", $"{Numerals.Of(printed.Samples)}; {printed.Percent} %",
            $"{Numerals.Of(rows)}; {Numerals.Percent(total == 0 ? 0 : rows / (double)total)}", Compare(rows, printed.Samples), $"05-folds/classes.parquet. {Reading(sources)}");
    }

    private static Verdict Compare(long? ours, long printed) =>
        ours is null ? Verdict.NotTestable : ours == printed ? Verdict.ReproducedUnderReading : Verdict.Differs;

    // The paper names no archives, so agreement is always agreement under the reading "these archives".
    private static string Reading(PaperSources sources) => $"Archives: {string.Join(", ", sources.Archives.Select(a => a.Archive))}.";
}
