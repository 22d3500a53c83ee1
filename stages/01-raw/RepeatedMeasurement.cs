namespace RruffGeo.Stages;

/// <summary>A row of <c>repeated.parquet</c>: a file whose numbers another file has, too, under another name. Files of a group have one <see cref="DataDigest"/>.</summary>
public sealed record RepeatedMeasurement
{
    /// <summary>Digest of wavenumbers and intensities.</summary>
    public string DataDigest { get; init; } = "";

    /// <summary>Key of the row of <c>raw.parquet</c>.</summary>
    public string SpectrumId { get; init; } = "";

    /// <summary>File name of the archive.</summary>
    public string Archive { get; init; } = "";

    /// <summary>Path of the member inside the archive.</summary>
    public string Member { get; init; } = "";

    /// <summary>Its specimen.</summary>
    public string Specimen { get; init; } = "";

    /// <summary>Mineral species, as the file says.</summary>
    public string Mineral { get; init; } = "";

    /// <summary>Locality, as the file says.</summary>
    public string Locality { get; init; } = "";

    /// <summary>Day of the archive's newest member.</summary>
    public string Vintage { get; init; } = "";
}
