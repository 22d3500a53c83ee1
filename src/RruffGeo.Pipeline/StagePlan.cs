namespace RruffGeo.Pipeline;

/// <summary>What <see cref="PipelineEngine.Produce"/> would do now.</summary>
/// <param name="Key">Key of the stage run, lower-case hex.</param>
/// <param name="Verdict">What would happen: nothing, a restore from the store, or a run.</param>
/// <param name="Reason">Why it would run, or what would be restored; empty when up to date.</param>
/// <param name="LogicalDigest">Digest of the artifact if the store has it; null if the stage would run.</param>
/// <param name="Took">Time of the stage run that made it; for a stage that would run, of its earlier run in this folder; null if not known.</param>
/// <param name="Changes">For a stage that would run, the parts of its key that changed since its earlier run in this folder.</param>
public sealed record StagePlan(
    string Key, StageVerdict Verdict, string Reason, string? LogicalDigest, TimeSpan? Took, IReadOnlyList<KeyChange> Changes);
