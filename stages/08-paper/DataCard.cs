using System.Collections.Immutable;
using RruffGeo.Presentation.Checklists;
using RruffGeo.Presentation.Drawing;
using static RruffGeo.Stages.CardSources;

namespace RruffGeo.Stages;

/// <summary>The data card (after Gebru et al. 2021), filled from artifacts.</summary>
internal static class DataCard
{
    private const string Counts = "03-joined/counts.parquet";
    private const string Archives = "01-raw/archives.parquet";

    public static Checklist Of(CardSources sources) => new(
        "data-card", "Data card", "Along the parts of Gebru et al. (2021), in words of ours; every answer was computed from the files named under it.", sources.Run.Origin,
        [
            new("What the data are", Composition(sources.Run, sources)), new("Where they come from", Collection(sources.Run, sources)), new("How countries were given", Labels(sources.Run, sources)),
            new("What is wrong with them", Quality(sources.Run, sources)), new("How they are spread and split", Balance(sources.Run, sources)),
        ]);

    private static ImmutableArray<ChecklistItem> Composition(PaperSources run, CardSources sources) =>
    [
        sources.Item("D1", "Are the spectra measured?", sources.Simulated ? AnswerStatus.No : AnswerStatus.Yes, sources.Simulated ? "SIMULATED DATA: every archive is made up" : $"no archive of {Numerals.Of(run.Archives.Count)} is simulated", Archives),
        sources.Fact("D2", "What is a row, and how many are there?", $"one spectrum file: {Many(run.Joined.Count, "file")} of {Many(run.Joined.Select(j => j.Acquisition).Distinct().Count(), "acquisition")} of {Many(run.Joined.Select(j => j.Specimen).Distinct().Count(), "specimen")}", "03-joined/joined.parquet"),
        sources.Fact("D3", "What do they cover?", $"{Numerals.Of(run.Count("species") ?? 0)} species, {Numerals.Of(run.Count("countries") ?? 0)} countries; {Many(run.Descriptions.Select(d => d.LaserNanometres).Distinct().Count(l => l is not null), "laser")}", Counts, "01-raw/raw.parquet"),
    ];

    private static ImmutableArray<ChecklistItem> Collection(PaperSources run, CardSources sources)
    {
        var owners = run.Descriptions.Where(d => d.Owner.Length > 0).ToList();
        var here = run.KnownArchives.Count(a => a.Files > 0);
        return
        [
            sources.Fact("D4", "Which archives were read?", string.Join("; ", run.Archives.Select(a => $"{a.Archive}{(a.Vintage.Length > 0 ? $" of {a.Vintage}" : "")}, {a.State}, {Many(a.Spectra, "spectrum file")}, SHA-256 {a.Sha256}")), Archives),
            sources.Item("D5", "Are they all of RRUFF's known archives, whole?",
                run.KnownArchives.Count == 0 ? AnswerStatus.NotApplicable : run.KnownArchives.All(a => a.State == "pinned") ? AnswerStatus.Yes : here > 0 ? AnswerStatus.Partly : AnswerStatus.No,
                run.KnownArchives.Count == 0 ? "the corpus is not RRUFF" : $"{Numerals.Of(here)} of {Numerals.Of(run.KnownArchives.Count)} are here, {Numerals.Of(run.KnownArchives.Count(a => a.State == "pinned"))} with the pinned bytes; {Numerals.Of(run.KnownArchives.Sum(a => (long)Math.Min(a.Files, a.PinnedFiles)))} of {Numerals.Of(run.KnownArchives.Sum(a => (long)a.PinnedFiles))} files",
                "01-raw/known-archives.parquet"),
            sources.Item("D6", "Do they name people?", owners.Count > 0 ? AnswerStatus.Yes : AnswerStatus.No, $"{Numerals.Of(owners.Count)} files name one of {Many(owners.Select(d => d.Owner).Distinct().Count(), "owner")}; the network is not given the name, the metadata baseline is", "01-raw/raw.parquet"),
        ];
    }

    private static ImmutableArray<ChecklistItem> Labels(PaperSources run, CardSources sources)
    {
        var labelled = run.Joined.Where(j => j.Country.Length > 0).ToList();
        var found = run.Localities.Where(l => l.Status == "found").ToList();
        return
        [
            sources.Fact("D7", "Who gave the coordinates?", $"{(found.Count == 0 ? "nobody" : string.Join(", ", found.Select(l => l.Geocoder).Distinct().Order(StringComparer.Ordinal)))}: {Numerals.Of(found.Count)} of {Numerals.Of(run.Localities.Count)} distinct localities", "02-geocoded/geocoded.parquet"),
            sources.Fact("D8", "Who gave the borders?", $"{run.Polygons.Source}{(run.Polygons.Repairs.Count > 0 ? $", {Many(run.Polygons.Repairs.Count, "note")} of repair" : "")}", "03-joined/joined.parquet"),
            sources.Fact("D9", "How fine are the places?", string.Join("; ", run.Placements.Where(p => p.Precision.Length > 0).Select(p => $"{Naming.Precision(p.Precision)}: {Numerals.Of(p.Samples)} rows")), "03-joined/placements.parquet"),
            sources.Item("D10", "Are labels independent of the locality's text?", labelled.Count == 0 ? AnswerStatus.NotInThisRun : labelled.All(j => j.TokenCountry.Length == 0) ? AnswerStatus.Yes : AnswerStatus.No,
                $"on {Share(labelled.Count(j => j.Country == j.TokenCountry), labelled.Count)} of the labelled rows the polygon says what the text's last field says, on {Numerals.Of(labelled.Count(j => j.TokenCountry.Length > 0 && j.Country != j.TokenCountry))} rows it does not", "03-joined/joined.parquet"),
            sources.Fact("D11", "How many places should a person look at?", Many(run.Suspicious.Count, "distinct text"), "03-joined/suspicious.parquet"),
        ];
    }

    private static ImmutableArray<ChecklistItem> Quality(PaperSources run, CardSources sources) =>
    [
        sources.Fact("D12", "What could not be read?", $"{Many(run.Archives.Sum(a => (long)a.Rejected), "file")} rejected, {Many(run.Rejected.Count(r => r.Scope == "line"), "line")} left out, of {Many(run.Archives.Sum(a => (long)a.Members), "member")}", Archives, "01-raw/rejected.parquet"),
        sources.Item("D13", "Is every measurement in the data once?", run.Repeated.Count == 0 && run.TwinRecalls.All(t => t.Known == 0) ? AnswerStatus.Yes : AnswerStatus.No,
            $"{Many(run.Repeated.Count, "file")} with equal numbers under different names; {Many(run.TwinRecalls.Sum(t => (long)t.Known), "pair")} of files of one measurement by their metadata, {Many(run.Twins.Count, "pair")} found by their numbers alone", "01-raw/repeated.parquet", "07-metrics/twins.parquet", "07-metrics/twin_recall.parquet"),
        sources.Fact("D14", "How many are synthetic?", $"{Numerals.Of(run.Count("synthetic") ?? 0)}; {Many(run.SyntheticCases.Count, "row")} on which the rules differ or no keyword decides are listed", Counts, "03-joined/synthetic_cases.parquet"),
        sources.Fact("D15", "What is missing?", $"{Numerals.Of(run.Count("without_coordinates") ?? 0)} rows have no coordinates; {Many(run.Joined.Count(j => j.Exclusions.Length > 0), "row")} left out of learning", Counts, "03-joined/joined.parquet"),
    ];

    private static ImmutableArray<ChecklistItem> Balance(PaperSources run, CardSources sources)
    {
        var rows = run.Classes.OrderByDescending(c => c.Rows).ToList();
        var total = rows.Sum(c => (long)c.Rows);
        var half = 0;
        for (long sum = 0; 2 * sum < total; half++)
            sum += rows[half].Rows;
        return
        [
            sources.Fact("D16", "How uneven are the countries?", rows.Count == 0 ? "" : $"{rows[0].Country} has {Share(rows[0].Rows, total)} of {Many(total, "row")}; {Numerals.Of(half)} of {Numerals.Of(rows.Count)} countries hold half", "05-folds/classes.parquet"),
            sources.Item("D17", "Has every country enough specimens for its folds?", run.Warnings.Count == 0 ? AnswerStatus.Yes : AnswerStatus.No,
                $"{Many(run.Warnings.Count, "warning")}; {Numerals.Of(rows.Count(c => c.Specimens < Presentation.Claims.PrintedPaper.Folds))} countries have fewer than five specimens", "05-folds/warnings.parquet", "05-folds/classes.parquet"),
            sources.Fact("D18", "How is it split?", string.Join("; ", run.Audit.Select(a => $"by {a.Protocol}: {Many(a.Rows, "row")} tested, {Numerals.Of(a.SiblingInTrainPercent, 1)} % of them with their specimen in training")), Audit),
        ];
    }
}
