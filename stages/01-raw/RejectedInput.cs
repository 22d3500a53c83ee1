using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>A row of <c>rejected.parquet</c>: a file or line that was left out.</summary>
public sealed record RejectedInput
{
    /// <summary>File name of the archive.</summary>
    public string Archive { get; init; } = "";

    /// <summary>Path of the member inside the archive.</summary>
    public string Member { get; init; } = "";

    /// <summary>Line number from 1; 0 if the whole file was left out.</summary>
    [Unit("1")]
    public int Line { get; init; }

    /// <summary><c>file</c> if the whole file was rejected, <c>line</c> if only this line was skipped, <c>note</c> for a member that is no spectrum.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Code of the reason, such as <c>constant-intensity</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>The reason as a sentence: what was found, what was expected.</summary>
    public string Reason { get; init; } = "";
}
