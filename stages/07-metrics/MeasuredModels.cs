using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>What the predictions are worth (artifact of stage 07).</summary>
/// <param name="folder">Holds <c>metrics.parquet</c>, <c>per_country.parquet</c>, <c>confusion.parquet</c>, <c>audit.parquet</c>, <c>verdicts.parquet</c>, <c>comparisons.parquet</c>, <c>calibration.parquet</c>, <c>conformal.parquet</c>, <c>fold_calibration.parquet</c>, <c>selective.parquet</c>, <c>novelty.parquet</c>, <c>orders.parquet</c>, <c>twins.parquet</c> and <c>twin_recall.parquet</c>.</param>
public sealed class MeasuredModels(string folder)
{
    /// <summary>Names this artifact to the engine.</summary>
    public static Artifact<MeasuredModels> Artifact { get; } = new("07-metrics", 1, folder => new MeasuredModels(folder));

    /// <summary>One row per (protocol, model, fold or summary, metric).</summary>
    public IReadOnlyList<MetricValue> Metrics => ParquetTable.Read<MetricValue>(Path.Combine(folder, "metrics.parquet"));

    /// <summary>One row per (protocol, model, country).</summary>
    public IReadOnlyList<CountryMetrics> PerCountry => ParquetTable.Read<CountryMetrics>(Path.Combine(folder, "per_country.parquet"));

    /// <summary>The leakage audit: one row per protocol.</summary>
    public IReadOnlyList<LeakageAudit> Audit => ParquetTable.Read<LeakageAudit>(Path.Combine(folder, "audit.parquet"));

    /// <summary>The verdict on each protocol by each model.</summary>
    public IReadOnlyList<ProtocolVerdict> Verdicts => ParquetTable.Read<ProtocolVerdict>(Path.Combine(folder, "verdicts.parquet"));

    /// <summary>Pooled confusion matrices, cells that are not 0, by protocol, model, true and predicted class.</summary>
    public IReadOnlyList<ConfusionCount> Confusion => ParquetTable.Read<ConfusionCount>(Path.Combine(folder, "confusion.parquet"));

    /// <summary>Reliability curves of the models that give probabilities.</summary>
    public IReadOnlyList<ReliabilityPoint> Calibration => ParquetTable.Read<ReliabilityPoint>(Path.Combine(folder, "calibration.parquet"));

    /// <summary>Coverage and size of split-conformal prediction sets.</summary>
    public IReadOnlyList<ConformalCoverage> Conformal => ParquetTable.Read<ConformalCoverage>(Path.Combine(folder, "conformal.parquet"));

    /// <summary>Temperature and thresholds of each fold, for predictions; none in a run measured before they were kept.</summary>
    public IReadOnlyList<FoldCalibration> FoldCalibration => Optional<FoldCalibration>("fold_calibration.parquet");

    /// <summary>Whether models notice rows unlike what they were trained on; none in a run measured before that was asked.</summary>
    public IReadOnlyList<NoveltyScore> Novelty => Optional<NoveltyScore>("novelty.parquet");

    /// <summary>How far the readings of the paper's preprocessing lie apart; none in a run measured before that was asked.</summary>
    public IReadOnlyList<OrderDistance> Orders => Optional<OrderDistance>("orders.parquet");

    /// <summary>Accuracy of the most confident rows.</summary>
    public IReadOnlyList<SelectiveAccuracy> Selective => ParquetTable.Read<SelectiveAccuracy>(Path.Combine(folder, "selective.parquet"));

    /// <summary>Each network beside each baseline, over all rows and over those of species found in two countries or more.</summary>
    public IReadOnlyList<ModelComparison> Comparisons => ParquetTable.Read<ModelComparison>(Path.Combine(folder, "comparisons.parquet"));

    /// <summary>Files that hold one measurement by their numbers alone, in the order of <c>raw.parquet</c>.</summary>
    public IReadOnlyList<TwinPair> Twins => ParquetTable.Read<TwinPair>(Path.Combine(folder, "twins.parquet"));

    /// <summary>How many of the pairs that metadata know were found so: even specimens, by which thresholds were chosen, then odd ones.</summary>
    public IReadOnlyList<TwinRecall> TwinRecalls => ParquetTable.Read<TwinRecall>(Path.Combine(folder, "twin_recall.parquet"));

    private IReadOnlyList<T> Optional<T>(string table)
        where T : class, new() =>
        File.Exists(Path.Combine(folder, table)) ? ParquetTable.Read<T>(Path.Combine(folder, table)) : [];
}
