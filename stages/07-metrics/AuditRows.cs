using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>audit.parquet</c> (SCIENCE section 6).</summary>
public sealed record LeakageAudit
{
    /// <summary>Protocol of stage 05.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>Rows tested over all folds.</summary>
    [Unit("1")]
    public int Rows { get; init; }

    /// <summary>Share of test rows whose acquisition has another row in training.</summary>
    [Unit("%")]
    public double TwinInTrainPercent { get; init; }

    /// <summary>Share of test rows whose specimen has another row in training.</summary>
    [Unit("%")]
    public double SiblingInTrainPercent { get; init; }

    /// <summary>Under <c>row</c>: the share of test rows with a sibling in training that chance gives, 1 − (1/K)^(m−1) over specimens of m rows; null under the others.</summary>
    [Unit("%")]
    public double? ExpectedSiblingPercent { get; init; }

    /// <summary>Share of test rows whose nearest training row (cosine) is of the same specimen.</summary>
    [Unit("%")]
    public double NearestSameSpecimenPercent { get; init; }

    /// <summary>Share of test rows whose locality has another row in training.</summary>
    [Unit("%")]
    public double LocalityInTrainPercent { get; init; }

    /// <summary>Share of test rows whose mineral species has another row in training.</summary>
    [Unit("%")]
    public double SpeciesInTrainPercent { get; init; }

    /// <summary><c>leaks</c>, <c>shares units, no effect seen</c>, <c>clean</c>, or <c>shares units, effect untested</c> without a specimen protocol; judged by <see cref="VerdictModel"/>.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>The model whose scores decided: the first trained network, or <c>cosine-1nn</c> where none was trained.</summary>
    public string VerdictModel { get; init; } = "";
}

/// <summary>A row of <c>verdicts.parquet</c>: what a protocol's score exceeds the specimen protocol's score by, for one model (SCIENCE section 6).</summary>
public sealed record ProtocolVerdict
{
    /// <summary>Protocol of stage 05.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>Model, as in <see cref="MetricValue.Model"/>.</summary>
    public string Model { get; init; } = "";

    /// <summary>Pooled accuracy minus the pooled accuracy under the specimen protocol; null without that protocol.</summary>
    [Unit("1")]
    public double? Excess { get; init; }

    /// <summary>Lower end of the 95 % interval of the excess: both scores see the same draws of the specimen-cluster bootstrap.</summary>
    [Unit("1")]
    public double? Low { get; init; }

    /// <summary>Upper end of the 95 % interval of the excess.</summary>
    [Unit("1")]
    public double? High { get; init; }

    /// <summary>The verdict, as in <see cref="LeakageAudit.Verdict"/>.</summary>
    public string Verdict { get; init; } = "";
}
