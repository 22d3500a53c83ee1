using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>preferred.parquet</c>: a mineral name or locality of an older vintage for which a newer one has another.</summary>
/// <remarks><c>raw.parquet</c> keeps what the file says; <see cref="RawSpectra.Descriptions"/> gives what is preferred.</remarks>
public sealed record PreferredText
{
    /// <summary>Key of the row of <c>raw.parquet</c>.</summary>
    public string SpectrumId { get; init; } = "";

    /// <summary>Its specimen.</summary>
    public string Specimen { get; init; } = "";

    /// <summary><c>mineral</c> or <c>locality</c>.</summary>
    public string Field { get; init; } = "";

    /// <summary>What the file says.</summary>
    public string Written { get; init; } = "";

    /// <summary>What the newest vintage says.</summary>
    public string Preferred { get; init; } = "";

    /// <summary><c>measurement</c> if a newer vintage holds the very numbers of this file, <c>specimen</c> if it holds others of its specimen.</summary>
    public string Because { get; init; } = "";

    /// <summary>Day of the newest member of this file's archive.</summary>
    public string WrittenVintage { get; init; } = "";

    /// <summary>Day of the newest member of the archive that is preferred.</summary>
    public string PreferredVintage { get; init; } = "";
}
