using System.Collections.Immutable;
using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;

namespace RruffGeo.Pipeline.Store;

/// <summary>What a finished stage run was and what it gave: the store's record under its key.</summary>
internal sealed record Manifest
{
    internal const string CurrentFormat = "manifest/v2";

    /// <summary>Names the form of this record.</summary>
    public required string Format { get; init; }

    /// <summary>Key of the stage run, lower-case hex.</summary>
    public required string Key { get; init; }

    /// <summary>The key's parts in clear.</summary>
    public required ImmutableSortedDictionary<string, string> Parts { get; init; }

    /// <summary>The artifact's files, ordered by path.</summary>
    public required ImmutableArray<OutputFile> Outputs { get; init; }

    /// <summary>Digest of the artifact by which later stages know it.</summary>
    public required string Logical { get; init; }

    /// <summary>How far a second run may differ: <c>bitwise</c>, <c>logical</c>, or <c>tolerance</c> with its bound.</summary>
    public required string Tier { get; init; }

    /// <summary>Wall time of the run, s.</summary>
    public required double TookSeconds { get; init; }

    /// <summary>Processor time that the whole process used during the run, s; includes what ran beside it.</summary>
    public required double ProcessorSeconds { get; init; }

    /// <summary>Most memory that the whole process held at once during the run, bytes; includes what ran beside it.</summary>
    public required long PeakMemoryBytes { get; init; }

    /// <summary>Most stage runs that the process had under way at once during this one, ≥ 1: only at 1 are processor time and memory this stage's own.</summary>
    public required int SideBySide { get; init; }

    /// <summary>Name and version of the engine.</summary>
    public required string Producer { get; init; }

    /// <summary>By whose word the result of other code stands here, the first first; null for a result that this very code gave.</summary>
    public ImmutableArray<Acceptance>? Accepted { get; init; }

    /// <summary>What the run used.</summary>
    internal StageUsage Used => new(TimeSpan.FromSeconds(TookSeconds), TimeSpan.FromSeconds(ProcessorSeconds), PeakMemoryBytes, SideBySide);

    /// <summary>True for a record of an earlier version of the engine, which counts as absent: its artifact is known by another digest.</summary>
    internal static bool IsFormer(ReadOnlySpan<byte> json) => json.StartsWith("{\n  \"format\": \"manifest/v1\""u8);

    /// <summary>What contradicts itself or is not allowed in this record; null if it is sound.</summary>
    /// <param name="key">The key under which it was found.</param>
    internal string? FaultUnder(string key)
    {
        if (Format != CurrentFormat)
            return $"format is '{Format}', expected '{CurrentFormat}'";
        if (Key != key || StageKey.Of(Parts).Digest != key)
            return "its parts do not give its key";
        if (Outputs.IsDefaultOrEmpty)
            return "it names no output";
        var paths = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var output in Outputs)
            if (output is null || !OutputPath.IsSafe(output.Path) || !paths.Add(output.Path) || output.Size < 0 || !FileDigest.IsDigest(output.Sha256)
                || output.Meaning is not null && !FileDigest.IsDigest(output.Meaning))
                return $"output '{output?.Path}' is not a path inside the artifact with a size and a SHA-256, named once";
        if (Accepted is { } accepted && (accepted.IsDefaultOrEmpty || accepted.Any(one => one is null || !FileDigest.IsDigest(one.Key) || !Acceptance.IsReason(one.Reason))))
            return "it was accepted without a key and a reason";
        return Logical == ArtifactDigest.Of(Outputs) ? null : "its outputs do not give its logical digest";
    }
}
