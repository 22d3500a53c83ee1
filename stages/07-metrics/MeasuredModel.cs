namespace RruffGeo.Stages;

/// <summary>All that is measured of one model by itself.</summary>
internal sealed record MeasuredModel
{
    public required IReadOnlyList<MetricValue> Metrics { get; init; }

    public required IReadOnlyList<CountryMetrics> PerCountry { get; init; }

    public required IReadOnlyList<ConfusionCount> Confusion { get; init; }

    public required IReadOnlyList<ReliabilityPoint> Calibration { get; init; }

    public required IReadOnlyList<ConformalCoverage> Conformal { get; init; }

    public required IReadOnlyList<FoldCalibration> FoldCalibration { get; init; }

    public required IReadOnlyList<SelectiveAccuracy> Selective { get; init; }

    public required IReadOnlyList<NoveltyScore> Novelty { get; init; }

    /// <summary>Measures a model whose folds are all there.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows that are measured.</param>
    /// <param name="alpha">Share of specimens that a prediction set may miss.</param>
    /// <param name="accuracy">Its rows of <c>metrics.parquet</c>, from the confusion matrix on.</param>
    /// <param name="places">Where countries lie.</param>
    /// <param name="novelty">What is strange about rows.</param>
    public static MeasuredModel Of(
        ModelPredictions model, EvaluationRows rows, double alpha, Func<MetricTable, IEnumerable<MetricValue>> accuracy, PlaceMetrics places, NoveltyTable novelty)
    {
        var table = new MetricTable(model);
        var sets = new CalibrationTables(model, rows, alpha);
        return new MeasuredModel
        {
            Metrics = [.. accuracy(table), .. places.Of(model)],
            PerCountry = [.. table.PerCountry(rows.Classes)],
            Confusion = [.. table.Confusion()],
            Calibration = [.. CalibrationTables.Reliability(model)],
            Conformal = [.. sets.Conformal()],
            FoldCalibration = [.. sets.OfFolds()],
            Selective = [.. CalibrationTables.Selective(model)],
            Novelty = [.. novelty.Of(model)],
        };
    }
}
