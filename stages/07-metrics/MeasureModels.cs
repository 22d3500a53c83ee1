using RruffGeo.Artifacts;
using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>Measures networks and baselines under every protocol, and audits the protocols for leakage (paper section 5).</summary>
public static class MeasureModels
{
    /// <summary>Scores the held-out predictions of every network and of the baselines without one.</summary>
    /// <param name="raw">How, by whom and when spectra were taken, for the metadata baseline.</param>
    /// <param name="joined">Countries and units of the spectra.</param>
    /// <param name="resampled">Intensities for the nearest neighbours, native ranges for the padding mask.</param>
    /// <param name="folds">Classes and folds. Every protocol in it is measured.</param>
    /// <param name="models">Trained networks; any subset of protocols and architectures. One of which some folds are missing is measured in the others alone, and pooled nowhere.</param>
    /// <param name="baselines">Fitted classifiers; any subset of protocols, each with all its folds.</param>
    /// <param name="parameters">Draws and seed of the bootstrap.</param>
    /// <param name="stage">Where to write, whom to tell, when to stop.</param>
    /// <returns>Protocols in the order of <c>folds.parquet</c>; networks before baselines.</returns>
    /// <exception cref="InvalidDataException">The artifacts do not belong together.</exception>
    public static MeasuredModels Run(
        RawSpectra raw, JoinedSpectra joined, ResampledSpectra resampled, AssignedFolds folds, TrainedModels models,
        FittedBaselines baselines, MetricsParameters parameters, StageContext stage)
    {
        var rows = EvaluationRows.Of(joined, resampled, folds, parameters.Seed);
        var nearest = FindNeighbours(rows, resampled, stage);
        ModelPredictions[] trained =
        [
            .. TrainedPredictions.Of(models).Read(rows, stage.Cancellation),
            .. TrainedPredictions.Of(baselines).Read(rows, stage.Cancellation),
        ];
        var features = AcquisitionFeatures.Of(raw, rows);
        var measured = Gather(rows, [.. trained.Where(model => model.IsWhole)], nearest, resampled.Grid, features);
        var bootstrap = Draw([.. rows.Spectra.Select(_ => true)]);
        var novelty = new NoveltyTable(rows, features[AcquisitionFeatures.Laser], nearest);
        var parts = MeasureEach(measured, rows, bootstrap, new PlaceMetrics(rows, joined.Places), novelty, parameters, stage);
        ParquetTable.Write(stage.File("metrics.parquet"), [.. parts.SelectMany(part => part.Metrics), .. OfSingleFolds(trained)]);
        ParquetTable.Write(stage.File("per_country.parquet"), parts.SelectMany(part => part.PerCountry).ToArray());
        ParquetTable.Write(stage.File("confusion.parquet"), parts.SelectMany(part => part.Confusion).ToArray());
        ParquetTable.Write(stage.File("calibration.parquet"), parts.SelectMany(part => part.Calibration).ToArray());
        ParquetTable.Write(stage.File("conformal.parquet"), parts.SelectMany(part => part.Conformal).ToArray());
        ParquetTable.Write(stage.File("fold_calibration.parquet"), parts.SelectMany(part => part.FoldCalibration).ToArray());
        ParquetTable.Write(stage.File("selective.parquet"), parts.SelectMany(part => part.Selective).ToArray());
        ParquetTable.Write(stage.File("novelty.parquet"), parts.SelectMany(part => part.Novelty).ToArray());

        stage.Progress.Report(new StageProgress("audit and comparisons", measured.Count, measured.Count, "models"));
        var audit = new AuditTable(rows, measured, bootstrap);
        ParquetTable.Write(stage.File("audit.parquet"), rows.Protocols.Select((protocol, p) => audit.Audit(protocol, nearest.First(p))).ToArray());
        ParquetTable.Write(stage.File("verdicts.parquet"), rows.Protocols.SelectMany(audit.Verdicts).ToArray());
        var ofWideSpecies = Draw(ComparisonTable.OfWideSpecies(rows));
        ParquetTable.Write(stage.File("comparisons.parquet"), rows.Protocols.SelectMany(protocol => ComparisonTable
            .Of(ComparisonTable.AllRows, protocol.Protocol, rows, measured, bootstrap)
            .Concat(ComparisonTable.Of(ComparisonTable.WideSpecies, protocol.Protocol, rows, measured, ofWideSpecies))).ToArray());
        ParquetTable.Write(stage.File("orders.parquet"), OrderEffect.Of(raw, resampled, stage.Cancellation));
        FindTwins.Run(raw, parameters, stage);
        stage.Progress.Report(new StageProgress("models measured", measured.Count, measured.Count, "models"));
        return new MeasuredModels(stage.Destination);

        SpecimenBootstrap Draw(bool[] counted) => new(measured, rows, counted, parameters, stage.Cancellation);
    }

    /// <summary>Measures every model by itself; all cores work.</summary>
    private static MeasuredModel[] MeasureEach(
        List<ModelPredictions> models, EvaluationRows rows, SpecimenBootstrap bootstrap, PlaceMetrics places, NoveltyTable novelty,
        MetricsParameters parameters, StageContext stage)
    {
        stage.Progress.Report(new StageProgress("measuring", 0, models.Count, "models"));
        var ofRows = SpecimenBootstrap.OfRows(models, parameters, stage.Cancellation);
        var parts = new MeasuredModel[models.Count];
        var done = 0;
        Parallel.For(0, parts.Length, new ParallelOptions { CancellationToken = stage.Cancellation }, i =>
        {
            parts[i] = MeasuredModel.Of(
                models[i], rows, parameters.Alpha, table => table.Metrics(bootstrap.OfAccuracy(models[i]), ofRows[i]), places, novelty);
            stage.Progress.Report(new StageProgress("measuring", Interlocked.Increment(ref done), models.Count, "models"));
        });
        return parts;
    }

    /// <summary>Networks of which only some folds were trained, fold by fold.</summary>
    private static IEnumerable<MetricValue> OfSingleFolds(IEnumerable<ModelPredictions> models) =>
        models.Where(model => !model.IsWhole).SelectMany(model => new MetricTable(model).OfFolds());

    private static NearestNeighbours FindNeighbours(EvaluationRows rows, ResampledSpectra resampled, StageContext stage)
    {
        var length = resampled.Grid.Points;
        var intensities = resampled.ReadIntensities();
        for (var row = 0; row < rows.ResampledRows.Length; row++)
            Array.Copy(intensities, (long)rows.ResampledRows[row] * length, intensities, (long)row * length, length);
        return CosineNeighbours.Find(
            intensities.AsSpan(0, rows.Spectra.Count * length), length,
            [.. rows.Protocols.Select(protocol => protocol.Task.Folds)], BaselinePredictions.Neighbours,
            done => stage.Progress.Report(new StageProgress("nearest neighbours", done, rows.Spectra.Count, "spectra")),
            stage.Cancellation);
    }

    private static List<ModelPredictions> Gather(
        EvaluationRows rows, IReadOnlyList<ModelPredictions> trained, NearestNeighbours nearest, ResamplingGrid grid,
        IReadOnlyList<IReadOnlyList<string>> features)
    {
        var measured = new List<ModelPredictions>();
        for (var p = 0; p < rows.Protocols.Count; p++)
        {
            var protocol = rows.Protocols[p];
            measured.AddRange(trained.Where(model => model.Protocol == protocol.Protocol));
            measured.AddRange(BaselinePredictions.Of(rows, protocol, nearest, p, grid, features));
        }
        return measured;
    }
}
