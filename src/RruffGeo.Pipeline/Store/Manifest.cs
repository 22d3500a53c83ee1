using System.Collections.Immutable;
using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;

namespace RruffGeo.Pipeline.Store;

/// <summary>What a finished stage run was and what it gave: the store's record under its key.</summary>
internal sealed record Manifest
{
    internal const string CurrentFormat = "manifest/v1";

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

    /// <summary>Wall time of the run, s.</summary>
    public required double TookSeconds { get; init; }

    /// <summary>Processor time that the whole process used during the run, s; of branches that ran side by side each counts all.</summary>
    public required double ProcessorSeconds { get; init; }

    /// <summary>Most memory that the process had held by the end of the run, bytes.</summary>
    public required long PeakMemoryBytes { get; init; }

    /// <summary>Name and version of the engine.</summary>
    public required string Producer { get; init; }

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
            if (output is null || !OutputPath.IsSafe(output.Path) || !paths.Add(output.Path) || output.Size < 0 || !FileDigest.IsDigest(output.Sha256))
                return $"output '{output?.Path}' is not a path inside the artifact with a size and a SHA-256, named once";
        return Logical == ArtifactDigest.Of(Outputs) ? null : "its outputs do not give its logical digest";
    }
}
