using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>calibration.parquet</c>: a bin of a reliability curve, all folds pooled (SCIENCE section 7).</summary>
public sealed record ReliabilityPoint
{
    /// <summary>Protocol of stage 05.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>Model, as in <see cref="MetricValue.Model"/>.</summary>
    public string Model { get; init; } = "";

    /// <summary><c>equal-width</c> or <c>equal-count</c>.</summary>
    public string Binning { get; init; } = "";

    /// <summary>True: after temperature scaling, each row with the temperature fitted on the other half of its fold's specimens.</summary>
    public bool Scaled { get; init; }

    /// <summary>Bin from 0, in ascending confidence.</summary>
    [Unit("1")]
    public int Bin { get; init; }

    /// <summary>Rows in the bin.</summary>
    [Unit("1")]
    public int Rows { get; init; }

    /// <summary>Mean confidence of the rows, 0 … 1.</summary>
    [Unit("1")]
    public double Confidence { get; init; }

    /// <summary>Share of the rows predicted rightly, 0 … 1.</summary>
    [Unit("1")]
    public double Accuracy { get; init; }
}

/// <summary>A row of <c>conformal.parquet</c>: what split-conformal prediction sets cover (SCIENCE section 7).</summary>
public sealed record ConformalCoverage
{
    /// <summary>Protocol of stage 05.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>Model, as in <see cref="MetricValue.Model"/>.</summary>
    public string Model { get; init; } = "";

    /// <summary><c>LAC</c> or <c>APS</c>.</summary>
    public string Score { get; init; } = "";

    /// <summary><c>specimen</c>: one score per specimen, its median; <c>row</c>: every row as if independent.</summary>
    public string Unit { get; init; } = "";

    /// <summary>True country of the rows; empty for all.</summary>
    public string Country { get; init; } = "";

    /// <summary>Coverage asked for, 1 − α.</summary>
    [Unit("1")]
    public double Level { get; init; }

    /// <summary>Share of the rows whose set holds the true country.</summary>
    [Unit("1")]
    public double Coverage { get; init; }

    /// <summary>Mean number of countries in a set.</summary>
    [Unit("1")]
    public double MeanSize { get; init; }

    /// <summary>Share of empty sets.</summary>
    [Unit("1")]
    public double EmptyShare { get; init; }

    /// <summary>Rows.</summary>
    [Unit("1")]
    public int Rows { get; init; }

    /// <summary>Specimens among them.</summary>
    [Unit("1")]
    public int Specimens { get; init; }
}

/// <summary>A row of <c>fold_calibration.parquet</c>: what the held-out specimens of a fold say about the model that never saw them, for use on spectra of specimens that no fold holds.</summary>
public sealed record FoldCalibration
{
    /// <summary>Protocol of stage 05.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>Model, as in <see cref="MetricValue.Model"/>.</summary>
    public string Model { get; init; } = "";

    /// <summary>The fold that the model did not see.</summary>
    [Unit("1")]
    public int Fold { get; init; }

    /// <summary>Specimens of the fold.</summary>
    [Unit("1")]
    public int Specimens { get; init; }

    /// <summary>The temperature that minimises the cross-entropy of all rows of the fold.</summary>
    [Unit("1")]
    public double Temperature { get; init; }

    /// <summary>Coverage that the thresholds ask for, 1 − α.</summary>
    [Unit("1")]
    public double Level { get; init; }

    /// <summary>q̂ of LAC over the medians of all specimens of the fold: a country is in the set if 1 − p ≤ q̂, p without temperature; null if specimens are too few, so that every country is in.</summary>
    [Unit("1")]
    public double? LacThreshold { get; init; }

    /// <summary>q̂ of APS likewise.</summary>
    [Unit("1")]
    public double? ApsThreshold { get; init; }
}

/// <summary>A row of <c>selective.parquet</c>: the accuracy of the most confident rows, the others left unanswered.</summary>
public sealed record SelectiveAccuracy
{
    /// <summary>Protocol of stage 05.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>Model, as in <see cref="MetricValue.Model"/>.</summary>
    public string Model { get; init; } = "";

    /// <summary>Share of rows answered, 0.05 … 1.</summary>
    [Unit("1")]
    public double Coverage { get; init; }

    /// <summary>Accuracy among them.</summary>
    [Unit("1")]
    public double Accuracy { get; init; }
}
