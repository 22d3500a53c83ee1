using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>Renders tables, figures, claim ledger and report from the artifacts of the other stages; measures nothing anew.</summary>
public static class WritePaper
{
    private const int Steps = 6;

    /// <summary>Writes <c>tables/</c>, <c>figures/</c>, <c>cards/</c>, <c>claims.parquet</c>, <c>checklist.parquet</c> and <c>report.html</c>. What a run lacks (a protocol, a network, a spectrum from Mexico) is left out and said.</summary>
    public static PaperFiles Run(
        RawSpectra raw, GeocodedLocalities geocoded, JoinedSpectra joined, ResampledSpectra resampled, AssignedFolds folds, TrainedModels models, MeasuredModels measured,
        ArtifactFiles files, PaperParameters parameters, StageContext stage)
    {
        Report(stage, "reading artifacts", 0);
        var sources = PaperSources.Read(raw, geocoded, joined, resampled, folds, models, measured);
        var examples = ExampleSpectra.Read(sources, raw, resampled, stage.Cancellation);

        Report(stage, "checking claims", 1);
        var claims = CheckClaims.Of(sources, models);
        CheckClaims.Run(claims, sources.Origin, stage.File("claims.parquet"));

        Report(stage, "writing tables", 2);
        var tables = WriteTables.Of(sources, claims);
        WriteTables.Run(tables, stage.File("tables"));

        Report(stage, "drawing figures", 3);
        var figures = DrawFigures.Of(sources, examples, models);
        DrawFigures.Run(figures, stage.File("figures"), stage.Cancellation);

        Report(stage, "filling cards and checklists", 4);
        var outline = models.Branches.IsDefaultOrEmpty ? null : NetworkFigures.Outline(models.Branches[0], sources.Grid.Points);
        var cards = WriteCards.Of(new CardSources(
            sources, claims, outline, new CitedFiles(files, stage.Destination)));
        WriteCards.Run(cards, sources.Origin, stage.File("cards"), stage.File("checklist.parquet"));

        Report(stage, "writing the report", 5);
        var contents = new ReportContents(sources, claims, tables, figures, cards, ViewedSpectra.Read(sources, raw, stage.Cancellation), files);
        WriteReport.Run(contents, parameters.Title, stage.File("report.html"));
        Report(stage, "paper written", Steps);
        return new PaperFiles(stage.Destination);
    }

    private static void Report(StageContext stage, string activity, int done)
    {
        stage.Cancellation.ThrowIfCancellationRequested();
        stage.Progress.Report(new StageProgress(activity, done, Steps, "steps"));
    }
}
