using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>comparisons.parquet</c>: a network beside a baseline on the same rows (SCIENCE section 7).</summary>
public sealed record ModelComparison
{
    /// <summary>Protocol of stage 05.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>The network; beside the species prior also a fitted classifier.</summary>
    public string Model { get; init; } = "";

    /// <summary>The baseline; <c>species-prior</c> answers whether the network knows more than the mineral.</summary>
    public string Baseline { get; init; } = "";

    /// <summary><c>all</c>, or <c>species in two countries or more</c>: only rows whose mineral does not settle the country.</summary>
    public string Subset { get; init; } = "";

    /// <summary>Rows of the subset.</summary>
    [Unit("1")]
    public int Rows { get; init; }

    /// <summary>Pooled accuracy of the network minus that of the baseline.</summary>
    [Unit("1")]
    public double Gain { get; init; }

    /// <summary>Lower end of the 95 % interval of the gain (paired specimen-cluster bootstrap).</summary>
    [Unit("1")]
    public double Low { get; init; }

    /// <summary>Upper end of the 95 % interval of the gain.</summary>
    [Unit("1")]
    public double High { get; init; }

    /// <summary>Specimens that the network gets right and the baseline does not; a specimen is right if more than half of its rows are.</summary>
    [Unit("1")]
    public int OnlyModelRight { get; init; }

    /// <summary>Specimens that the baseline gets right and the network does not.</summary>
    [Unit("1")]
    public int OnlyBaselineRight { get; init; }

    /// <summary>McNemar's exact two-sided p-value over those specimens.</summary>
    [Unit("1")]
    public double PValue { get; init; }
}
