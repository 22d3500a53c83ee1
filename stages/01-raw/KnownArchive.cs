using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>known-archives.parquet</c>: an archive of RRUFF that is known, and what was here in its place. Empty table for the simulated corpus.</summary>
public sealed record KnownArchive
{
    /// <summary>File name.</summary>
    public string Archive { get; init; } = "";

    /// <summary><c>pinned</c>, <c>other</c> (other bytes under this name) or <c>missing</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>Digest that was pinned, lower-case hex.</summary>
    public string PinnedSha256 { get; init; } = "";

    /// <summary>Digest of what was here; empty if nothing was.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Size that was pinned.</summary>
    [Unit("byte")]
    public long PinnedBytes { get; init; }

    /// <summary>Spectrum files of the pinned archive.</summary>
    [Unit("1")]
    public int PinnedFiles { get; init; }

    /// <summary>Spectrum files of what was here, read or rejected.</summary>
    [Unit("1")]
    public int Files { get; init; }
}
