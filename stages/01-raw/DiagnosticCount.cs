using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>diagnostics.parquet</c>: how many members of an archive something was noticed of.</summary>
public sealed record DiagnosticCount
{
    /// <summary>File name of the archive.</summary>
    public string Archive { get; init; } = "";

    /// <summary><c>read</c> for spectra that are used, <c>rejected</c> for spectrum files that are not, <c>note</c> for members that are no spectra.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>What was noticed, such as <c>mixed-line-ends</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>Members of which it was.</summary>
    [Unit("1")]
    public int Files { get; init; }
}
