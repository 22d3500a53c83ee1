using System.Collections.Immutable;

namespace RruffGeo.Pipeline;

/// <summary>How a stage's artifact came to be there.</summary>
public enum StageVerdict
{
    /// <summary>Key known, artifact already laid out: nothing was done.</summary>
    UpToDate,

    /// <summary>Key known: the artifact was laid out again from the store.</summary>
    Restored,

    /// <summary>Key known to a remote cache: the artifact was downloaded and checked.</summary>
    Fetched,

    /// <summary>The stage ran.</summary>
    Ran,
}

/// <summary>The outcome of producing one artifact.</summary>
/// <param name="Key">Key of the stage run, lower-case hex.</param>
/// <param name="LogicalDigest">Digest of the artifact by which later stages know it.</param>
/// <param name="Folder">Folder that holds the artifact's files.</param>
/// <param name="Verdict">How it came to be there.</param>
/// <param name="Used">What the stage run that made it used, now or when it was first made.</param>
public sealed record StageResult(string Key, string LogicalDigest, string Folder, StageVerdict Verdict, StageUsage Used)
{
    /// <summary>By whose word an artifact that earlier code made stands for it, the first first; empty as a rule.</summary>
    public ImmutableArray<Acceptance> Accepted { get; init; } = [];

    /// <summary>Wall time of the stage run that made the artifact.</summary>
    public TimeSpan Took => Used.Took;
}
