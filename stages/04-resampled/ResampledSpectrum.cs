using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>resampled.parquet</c> without its list of L intensities.</summary>
public sealed record ResampledSpectrum
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
}

/// <summary>A row of <c>unresampled.parquet</c>: a usable spectrum that could not be put on the grid.</summary>
public sealed record UnresampledSpectrum
{
    /// <summary>Key of the row, as in <c>raw.parquet</c>.</summary>
    public string SpectrumId { get; init; } = "";

    /// <summary>Code of the reason: <c>too-short</c>, <c>constant-intensity</c>, <c>outside-window</c>, <c>not-selected</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>The reason as a sentence.</summary>
    public string Reason { get; init; } = "";
}
