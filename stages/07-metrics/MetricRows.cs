using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>metrics.parquet</c>.</summary>
public sealed record MetricValue
{
    /// <summary>Protocol of stage 05.</summary>
    public string Protocol { get; init; } = "";

    /// <summary><c>convnext1d</c> or a baseline: <c>majority</c>, <c>species-prior</c>, <c>cosine-1nn</c>, <c>cosine-5nn</c>, <c>padding-mask</c>, <c>metadata</c>, <c>logistic-regression</c>, <c>boosted-trees</c>.</summary>
    public string Model { get; init; } = "";

    /// <summary>Fold number as text, or <c>mean</c>, <c>sd</c> (n−1) or <c>pooled</c>.</summary>
    public string Fold { get; init; } = "";

    /// <summary>Name of the metric. Of every model: <c>accuracy</c>, <c>macro_</c> and <c>weighted_</c> <c>precision</c>, <c>recall</c>, <c>f1</c> (macro over all classes of the task), <c>balanced_accuracy</c>, <c>mcc</c>, <c>kappa</c>; pooled only: <c>accuracy_row_interval</c> and <c>accuracy_row_bootstrap</c> (the accuracy with the interval it would have if rows were independent: Wilson's, and by drawing rows), <c>continent_accuracy</c>, <c>region_accuracy</c>, <c>distance_mean_km</c>, <c>distance_median_km</c>, <c>within_25_km</c> … <c>within_2500_km</c>, <c>distance_expected_km</c> (the mean of Σ p · distance over all countries, where there are probabilities). Where classes are ranked: <c>top3</c>, <c>top5</c>. Where there are probabilities: <c>loss</c>, <c>brier</c>, <c>ece</c>, <c>mce</c>, <c>ece_adaptive</c>, <c>aurc</c>, <c>accuracy_at_80_percent</c>, <c>accuracy_at_50_percent</c> (of the most confident rows); after temperature scaling the first five with <c>_scaled</c>, and the mean <c>temperature</c>.</summary>
    public string Metric { get; init; } = "";

    /// <summary>The value: 0 … 1 (−1 … 1 for mcc and kappa, 0 … 2 for brier), nats for the loss, km for distances.</summary>
    [Unit("1")]
    public double Value { get; init; }

    /// <summary>Lower end of the 95 % interval; null if none is given. Pooled accuracy: specimen-cluster bootstrap; accuracy of a fold: Wilson.</summary>
    [Unit("1")]
    public double? Low { get; init; }

    /// <summary>Upper end of the 95 % interval; null if none is given.</summary>
    [Unit("1")]
    public double? High { get; init; }

    /// <summary>Rows (or folds, for mean and sd) behind the value.</summary>
    [Unit("1")]
    public int N { get; init; }
}

/// <summary>A row of <c>per_country.parquet</c>.</summary>
public sealed record CountryMetrics
{
    /// <summary>Protocol of stage 05.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>Model, as in <see cref="MetricValue.Model"/>.</summary>
    public string Model { get; init; } = "";

    /// <summary>NAME of the country.</summary>
    public string Country { get; init; } = "";

    /// <summary>True rows of this country over all folds.</summary>
    [Unit("1")]
    public int Support { get; init; }

    /// <summary>Mean precision over the folds in which the country has support (paper fig. 8).</summary>
    [Unit("1")]
    public double Precision { get; init; }

    /// <summary>Mean recall over the folds in which the country has support.</summary>
    [Unit("1")]
    public double Recall { get; init; }

    /// <summary>Mean F1 over the folds in which the country has support (paper fig. 7).</summary>
    [Unit("1")]
    public double F1 { get; init; }

    /// <summary>F1 of the pooled confusion matrix.</summary>
    [Unit("1")]
    public double PooledF1 { get; init; }

    /// <summary>Mean F1 over all folds, those without support counting 0.</summary>
    [Unit("1")]
    public double ZeroFilledF1 { get; init; }

    /// <summary>Mean precision over all folds, those without support counting 0.</summary>
    [Unit("1")]
    public double ZeroFilledPrecision { get; init; }

    /// <summary>Mean recall over all folds, those without support counting 0.</summary>
    [Unit("1")]
    public double ZeroFilledRecall { get; init; }

    /// <summary>Precision of the pooled confusion matrix.</summary>
    [Unit("1")]
    public double PooledPrecision { get; init; }

    /// <summary>Recall of the pooled confusion matrix.</summary>
    [Unit("1")]
    public double PooledRecall { get; init; }

    /// <summary>Lower end of the Wilson 95 % interval of the pooled recall.</summary>
    [Unit("1")]
    public double PooledRecallLow { get; init; }

    /// <summary>Upper end of the Wilson 95 % interval of the pooled recall.</summary>
    [Unit("1")]
    public double PooledRecallHigh { get; init; }

    /// <summary>Folds in which the country has support.</summary>
    [Unit("1")]
    public int Folds { get; init; }
}

/// <summary>A row of <c>confusion.parquet</c>: a cell of a pooled confusion matrix that is not 0.</summary>
public sealed record ConfusionCount
{
    /// <summary>Protocol of stage 05.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>Model, as in <see cref="MetricValue.Model"/>.</summary>
    public string Model { get; init; } = "";

    /// <summary>True class, an index into <c>classes.parquet</c>.</summary>
    [Unit("1")]
    public int TrueClass { get; init; }

    /// <summary>Predicted class, an index into <c>classes.parquet</c>.</summary>
    [Unit("1")]
    public int PredictedClass { get; init; }

    /// <summary>Rows of the true class that were predicted so, over all folds.</summary>
    [Unit("1")]
    public int Count { get; init; }
}
