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
    /// <param name="parameters">Draws and seed of the bootstrap.</param>
    /// <param name="stage">Where to write, whom to tell, when to stop.</param>
    /// <returns>Protocols in the order of <c>folds.parquet</c>; networks before baselines.</returns>
    /// <exception cref="InvalidDataException">The artifacts do not belong together.</exception>
    public static MeasuredModels Run(
        RawSpectra raw, JoinedSpectra joined, ResampledSpectra resampled, AssignedFolds folds, TrainedModels models,
        MetricsParameters parameters, StageContext stage)
    {
        var rows = EvaluationRows.Of(joined, resampled, folds);
        var nearest = FindNeighbours(rows, resampled, stage);
        var measured = Gather(rows, models, nearest, resampled.Grid, AcquisitionFeatures.Of(raw, rows), stage);
        var bootstrap = new SpecimenBootstrap(measured, rows, parameters, stage.Cancellation);

        var metrics = new List<MetricValue>();
        var countries = new List<CountryMetrics>();
        var confusion = new List<ConfusionCount>();
        for (var done = 0; done < measured.Count; done++)
        {
            stage.Cancellation.ThrowIfCancellationRequested();
            stage.Progress.Report(new StageProgress($"{measured[done].Protocol}, {measured[done].Model}", done, measured.Count, "models"));
            var table = new MetricTable(measured[done]);
            metrics.AddRange(table.Metrics(bootstrap.OfAccuracy(measured[done])));
            countries.AddRange(table.PerCountry(rows.Classes));
            confusion.AddRange(table.Confusion());
        }

        metrics.AddRange(NetworkPredictions.ReadPartial(models, rows, stage.Cancellation).SelectMany(network => new MetricTable(network).OfFolds()));
        var audit = new AuditTable(rows, measured, bootstrap);
        ParquetTable.Write(stage.File("metrics.parquet"), metrics);
        ParquetTable.Write(stage.File("per_country.parquet"), countries);
        ParquetTable.Write(stage.File("confusion.parquet"), confusion);
        ParquetTable.Write(stage.File("audit.parquet"), rows.Protocols.Select((protocol, p) => audit.Audit(protocol, nearest[p])).ToArray());
        ParquetTable.Write(stage.File("verdicts.parquet"), rows.Protocols.SelectMany(audit.Verdicts).ToArray());
        ParquetTable.Write(stage.File("comparisons.parquet"), rows.Protocols
            .SelectMany(protocol => ComparisonTable.Of(protocol.Protocol, rows, measured, bootstrap)).ToArray());
        stage.Progress.Report(new StageProgress("models measured", measured.Count, measured.Count, "models"));
        return new MeasuredModels(stage.Destination);
    }

    private static int[][] FindNeighbours(EvaluationRows rows, ResampledSpectra resampled, StageContext stage)
    {
        var length = resampled.Grid.Points;
        var intensities = resampled.ReadIntensities();
        for (var row = 0; row < rows.ResampledRows.Length; row++)
            Array.Copy(intensities, (long)rows.ResampledRows[row] * length, intensities, (long)row * length, length);
        return CosineNeighbours.Find(
            intensities.AsSpan(0, rows.Spectra.Count * length), length,
            [.. rows.Protocols.Select(protocol => protocol.Task.Folds)],
            done => stage.Progress.Report(new StageProgress("nearest neighbours", done, rows.Spectra.Count, "spectra")),
            stage.Cancellation);
    }

    private static List<ModelPredictions> Gather(
        EvaluationRows rows, TrainedModels models, int[][] nearest, ResamplingGrid grid,
        IReadOnlyList<IReadOnlyList<string>> features, StageContext stage)
    {
        var networks = NetworkPredictions.Read(models, rows, stage.Cancellation).ToArray();
        var measured = new List<ModelPredictions>();
        for (var p = 0; p < rows.Protocols.Count; p++)
        {
            var protocol = rows.Protocols[p];
            measured.AddRange(networks.Where(network => network.Protocol == protocol.Protocol));
            measured.AddRange(BaselinePredictions.Of(rows, protocol, nearest[p], grid, features));
        }
        return measured;
    }
}
