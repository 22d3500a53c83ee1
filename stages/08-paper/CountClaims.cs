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
        return new(id, section, statement, Numerals.Of(printed), count is { } value ? Numerals.Of(value) : Numerals.Missing, Compare(count, printed), Meaning(sources, name))
        {
            How = "The run's count beside the printed one.",
            Artifact = "03-joined/counts.parquet",
            Row = name,
        };
    }

    private static string Meaning(PaperSources sources, string name) => name switch
    {
        "samples" => $"A sample is one spectrum file: {CardSources.Many(sources.Joined.Select(j => j.Acquisition).Distinct().Count(), "acquisition")} of {CardSources.Many(sources.Joined.Select(j => j.Specimen).Distinct().Count(), "specimen")} in {CardSources.Many(sources.Joined.Count, "file")}.",
        "species" => "Distinct mineral names, as the files write them.",
        "countries" => "Distinct labels of natural samples, as NAME of the polygons; the class filter then leaves " + Numerals.Of(sources.Classes.Count) + " (05-folds/classes.parquet).",
        _ => "A sample is one spectrum file.",
    };

    private static CheckedClaim UsaShare(PaperSources sources)
    {
        var usa = sources.Countries.FirstOrDefault(c => c.Country == PrintedPaper.Table1[0].Country)?.Samples ?? 0;
        var total = sources.Countries.Sum(c => c.Samples);
        var share = total == 0 ? 0 : 100.0 * usa / total;
        return new(
            "C08", "§3", "The USA's share", $"{Numerals.Of(PrintedPaper.UsaShareHundredths / 100.0, 2)} %", $"{Numerals.Of(usa)} = {Numerals.Of(share, 2)} %",
            total > 0 && PrintedShares.IsRounded(usa, total, PrintedPaper.UsaShareHundredths) ? Verdict.Reproduced : Verdict.Differs,
            $"Share of {Numerals.Of(total)} natural samples with a country.")
        {
            How = "Its rows divided by all natural rows with a country.",
            Artifact = "03-joined/countries.parquet",
            Row = PrintedPaper.Table1[0].Country,
        };
    }

    private static CheckedClaim Country(string id, int rank, PrintedCountry printed, PaperSources sources)
    {
        var ours = sources.Countries.FirstOrDefault(c => c.Country == printed.Country);
        return new(
            id, "Table 1", $"Rank {rank}: {printed.Country}, count and cumulative share", $"{Numerals.Of(printed.Samples)}; {Numerals.Of(printed.CumulativeHundredths / 100.0, 2)} %",
            ours is null ? "no sample" : $"{Numerals.Of(ours.Samples)}, rank {ours.Rank}; {Numerals.Of(ours.CumulativePercent, 2)} %", Compare(ours?.Samples ?? 0, printed.Samples),
            "Percentages are of all natural samples with a country.")
        {
            How = "The country's count and cumulative percentage in the run's Table 1.",
            Artifact = "03-joined/countries.parquet",
            Row = printed.Country,
        };
    }

    private static CheckedClaim TopFour(PaperSources sources)
    {
        var share = sources.Countries.Count >= 4 ? sources.Countries[3].CumulativePercent : 100;
        return new(
            "C30", "§3", "The top four countries hold over 50 % of the samples", "> 50 %", $"{Numerals.Of(share, 2)} %", share > 50 ? Verdict.Reproduced : Verdict.Differs,
            $"More than half is reached with {Numerals.Of(sources.Countries.TakeWhile(c => c.CumulativePercent <= 50).Count() + 1)} countries.")
        {
            How = "The cumulative percentage of rank 4, and the first rank above 50 %.",
            Artifact = "03-joined/countries.parquet",
            Row = "rank 4",
        };
    }

    private static CheckedClaim Species(string id, int rank, PrintedSpecies printed, PaperSources sources)
    {
        var ours = sources.Species.FirstOrDefault(s => s.Mineral == printed.Mineral);
        return new(
            id, "Table 2", $"Rank {rank}: {printed.Mineral}, count", Numerals.Of(printed.Samples), ours is null ? "no sample" : $"{Numerals.Of(ours.Samples)}, rank {ours.Rank}",
            Compare(ours?.Samples ?? 0, printed.Samples), $"Distinct names, as the files write them; {Numerals.Of(sources.Species.Count)} species.")
        {
            How = "The species' count and rank in the run's Table 2.",
            Artifact = "03-joined/species.parquet",
            Row = printed.Mineral,
        };
    }

    private static CheckedClaim Task(PaperSources sources)
    {
        var rows = sources.Classes.Sum(c => (long)c.Rows);
        return new(
            "C53", "§5.1", $"Samples after preprocessing, over {PrintedPaper.Countries} countries", Numerals.Of(PrintedPaper.WithCoordinates),
            $"{Numerals.Of(rows)} over {Numerals.Of(sources.Classes.Count)} countries", Compare(rows, PrintedPaper.WithCoordinates),
            $"{sources.Warnings.Count(w => w.Code.StartsWith("left-out", StringComparison.Ordinal))} warnings of countries left out by the class filter (05-folds/warnings.parquet).")
        {
            How = "Rows and countries of the learning task, after the class filter.",
            Artifact = "05-folds/classes.parquet",
            Row = "sum of rows",
        };
    }

    private static CheckedClaim Breakdown(string id, PrintedShare printed, PaperSources sources)
    {
        var total = sources.Classes.Sum(c => (long)c.Rows);
        var named = PrintedPaper.Table3.Where(p => p.Country.Length > 0).Select(p => p.Country).ToList();
        var rows = sources.Classes.Where(c => printed.Country.Length > 0 ? c.Country == printed.Country : !named.Contains(c.Country)).Sum(c => (long)c.Rows);
        return new(
            id, "Table 3", $"{printed.Label}: samples and share after preprocessing", $"{Numerals.Of(printed.Samples)}; {printed.Percent} %",
            $"{Numerals.Of(rows)}; {Numerals.Percent(total == 0 ? 0 : rows / (double)total)}", Compare(rows, printed.Samples), $"Of {Numerals.Of(total)} rows of the learning task.")
        {
            How = "Rows of the learning task, and their share of all.",
            Artifact = "05-folds/classes.parquet",
            Row = printed.Country.Length > 0 ? printed.Country : "every other country",
        };
    }

    // The paper names no archives, so agreement is always agreement under the reading "these archives".
    private static Verdict Compare(long? ours, long printed) =>
        ours is null ? Verdict.NotTestable : ours == printed ? Verdict.ReproducedUnderReading : Verdict.Differs;
}
