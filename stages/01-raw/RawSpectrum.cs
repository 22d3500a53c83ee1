using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>The numbers of a row of <c>raw.parquet</c>.</summary>
public sealed record RawSpectrum
{
    /// <summary>Key of the row.</summary>
    public string SpectrumId { get; init; } = "";

    /// <summary>Raman shift, strictly increasing; length n ≥ 4.</summary>
    [Unit("cm⁻¹")]
    public float[] Wavenumbers { get; init; } = [];

    /// <summary>Intensities, finite, not all equal; length n.</summary>
    [Unit("a.u.")]
    public float[] Intensities { get; init; } = [];
}

/// <summary>The key of a row of <c>raw.parquet</c> alone.</summary>
internal sealed record RawSpectrumId
{
    public string SpectrumId { get; init; } = "";
}

/// <summary>A whole row of <c>raw.parquet</c>, as it is written.</summary>
internal sealed record RawRow : SpectrumDescription
{
    /// <summary>Raman shift, strictly increasing; length n ≥ 4.</summary>
    [Unit("cm⁻¹")]
    public float[] Wavenumbers { get; init; } = [];

    /// <summary>Intensities, finite, not all equal; length n.</summary>
    [Unit("a.u.")]
    public float[] Intensities { get; init; } = [];
}
