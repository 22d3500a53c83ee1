using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>archives.parquet</c>: one archive and what came of its members. Members = Spectra + Rejected + Notes.</summary>
public sealed record ArchiveReport
{
    /// <summary>File name of the archive.</summary>
    public string Archive { get; init; } = "";

    /// <summary>SHA-256 of the archive, lower-case hex.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Size of the archive.</summary>
    [Unit("byte")]
    public long Bytes { get; init; }

    /// <summary>File members in the archive.</summary>
    [Unit("1")]
    public int Members { get; init; }

    /// <summary>Members read into <c>raw.parquet</c>.</summary>
    [Unit("1")]
    public int Spectra { get; init; }

    /// <summary>Members that are spectra by name but could not be used.</summary>
    [Unit("1")]
    public int Rejected { get; init; }

    /// <summary>Members that are no spectrum files.</summary>
    [Unit("1")]
    public int Notes { get; init; }

    /// <summary><c>pinned</c> (the known bytes), <c>accepted</c> (another vintage, accepted by name), <c>other</c> (a known name, other bytes), <c>unknown</c> (no known name) or <c>simulated</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>For an accepted vintage, the server's date of it, UTC; else empty.</summary>
    public string Accepted { get; init; } = "";

    /// <summary>Day of the newest member, yyyy-mm-dd, by the archive's own directory.</summary>
    public string Vintage { get; init; } = "";

    /// <summary>True for the embedded corpus: every output that rests on it says "simulated".</summary>
    public bool Simulated { get; init; }
}
