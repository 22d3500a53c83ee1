using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A whole row of <c>resampled.parquet</c>.</summary>
internal sealed record ResampledIntensities
{
    /// <summary>Key of the row, as in <c>raw.parquet</c>.</summary>
    public string SpectrumId { get; init; } = "";

    /// <summary>First wavenumber of the native range.</summary>
    [Unit("cm⁻¹")]
    public float NativeFirst { get; init; }

    /// <summary>Last wavenumber of the native range.</summary>
    [Unit("cm⁻¹")]
    public float NativeLast { get; init; }

    /// <summary>Share of grid points outside the native range, 0 … 1.</summary>
    [Unit("1")]
    public float PaddingShare { get; init; }

    /// <summary>L intensities on the grid.</summary>
    [Unit("1")]
    public float[] Intensities { get; init; } = [];
}
