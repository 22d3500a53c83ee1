namespace RruffGeo.Pipeline;

/// <summary>A stage run that was repeated and compared with what the store keeps.</summary>
/// <param name="Files">Every file of either run, ordered by path.</param>
public sealed record Recomputation(IReadOnlyList<RecomputedFile> Files);

/// <summary>A file of a repeated stage run.</summary>
/// <param name="Path">Path inside the artifact.</param>
/// <param name="Agreement">How the two agree.</param>
/// <param name="Recorded">Where the kept file lies; null if the earlier run had none.</param>
/// <param name="Recomputed">Where the new file lies, until the comparison returns; null if there is none.</param>
public sealed record RecomputedFile(string Path, FileAgreement Agreement, string? Recorded, string? Recomputed);

/// <summary>How far two files agree.</summary>
public enum FileAgreement
{
    /// <summary>Byte for byte.</summary>
    Bytes,

    /// <summary>They say the same in other bytes.</summary>
    Meaning,

    /// <summary>They differ, or one is missing.</summary>
    None,
}
