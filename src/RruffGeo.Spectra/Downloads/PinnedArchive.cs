namespace RruffGeo.Spectra;

/// <summary>An archive of RRUFF as it was when its digest was pinned.</summary>
public sealed record PinnedArchive
{
    /// <summary>File name, such as <c>LR-Raman.zip</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whether its spectra were measured at high or low resolution.</summary>
    public required SpectralResolution Resolution { get; init; }

    /// <summary>Size, bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Spectrum files in it: <see cref="RawFiles"/> + <see cref="ProcessedFiles"/>.</summary>
    public required int Files { get; init; }

    /// <summary>Files as measured.</summary>
    public required int RawFiles { get; init; }

    /// <summary>Files whose baseline was removed.</summary>
    public required int ProcessedFiles { get; init; }
}

/// <summary>RRUFF's two ways of measuring.</summary>
public enum SpectralResolution
{
    /// <summary>Scans of the fingerprint region, about 0.5–1.3 cm⁻¹ from point to point.</summary>
    High,

    /// <summary>Broad scans up to 6,600 cm⁻¹, about 1.9 cm⁻¹ from point to point.</summary>
    Low,
}
