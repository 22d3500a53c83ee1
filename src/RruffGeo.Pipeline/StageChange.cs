namespace RruffGeo.Pipeline;

/// <summary>A stage or branch that is not the same in two runs.</summary>
/// <param name="Stage">Folder of the stage.</param>
/// <param name="Branch">Branch below it; empty for a stage without branches.</param>
/// <param name="Presence">Which of the runs has it.</param>
/// <param name="Changes">Parts of the key that differ, first run → second run; empty if only one run has it.</param>
/// <param name="Artifact">Whether the artifacts say the same.</param>
public sealed record StageChange(string Stage, string Branch, StagePresence Presence, IReadOnlyList<KeyChange> Changes, ArtifactAgreement Artifact);

/// <summary>Which of two runs has a stage.</summary>
public enum StagePresence
{
    /// <summary>Both.</summary>
    Both,

    /// <summary>The first alone.</summary>
    FirstOnly,

    /// <summary>The second alone.</summary>
    SecondOnly,
}

/// <summary>Whether two artifacts say the same.</summary>
public enum ArtifactAgreement
{
    /// <summary>They do.</summary>
    Same,

    /// <summary>They do not, or one is missing.</summary>
    Different,
}
