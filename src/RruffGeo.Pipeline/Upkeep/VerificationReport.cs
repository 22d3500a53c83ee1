namespace RruffGeo.Pipeline.Upkeep;

/// <summary>What came of reading everything.</summary>
/// <param name="Files">Files hashed.</param>
/// <param name="Records">Records of stage runs looked at.</param>
/// <param name="Bytes">Bytes hashed.</param>
/// <param name="Took">Time for the hashing.</param>
/// <param name="Damaged">What was not as it should be, ordered by path.</param>
public sealed record VerificationReport(int Files, int Records, long Bytes, TimeSpan Took, IReadOnlyList<DamagedFile> Damaged)
{
    /// <summary>Results of earlier code that a person took for those of changed code: stage and branch, key, and why; ordered.</summary>
    public IReadOnlyList<(string Stage, string Branch, Acceptance Acceptance)> Accepted { get; init; } = [];
}

/// <summary>A file that was not as it should be.</summary>
/// <param name="Path">The file.</param>
/// <param name="Remedy">What was done about it.</param>
public sealed record DamagedFile(string Path, DamageRemedy Remedy);

/// <summary>What is done about a damaged file.</summary>
public enum DamageRemedy
{
    /// <summary>Moved to the quarantine; the next run that needs it makes it anew.</summary>
    Quarantined,

    /// <summary>A laid-out file; the next run puts the store's copy in its place.</summary>
    RestoredNext,
}
