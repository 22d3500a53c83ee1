using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>orders.parquet</c>: how far one reading of the paper's preprocessing lies from order A (SCIENCE 5.5).</summary>
public sealed record OrderDistance
{
    /// <summary>The order compared, <c>B</c>, <c>C</c> or <c>D</c>.</summary>
    public string Order { get; init; } = "";

    /// <summary>Spectra compared; at least 1.</summary>
    [Unit("1")]
    public int Spectra { get; init; }

    /// <summary>Root of the mean squared difference from order A over all grid points of all spectra, intensities scaled to 0 … 1; ≥ 0.</summary>
    [Unit("1")]
    public double Distance { get; init; }
}
