using System.Collections.Immutable;

namespace RruffGeo.Pipeline.Publication;

/// <summary>What a finished stage run was and what it gave, without what is the machine's (times, memory): equal runs give equal records anywhere.</summary>
public sealed record StageRecord
{
    internal const string CurrentFormat = "published-manifest/v1";

    /// <summary>Names the form of this record.</summary>
    public required string Format { get; init; }

    /// <summary>Key of the stage run: SHA-256 over <see cref="Parts"/>, lower-case hex.</summary>
    public required string Key { get; init; }

    /// <summary>The key's parts in clear: <c>stage</c>, <c>branch</c>, <c>schema</c>, <c>code</c>, <c>parameter.…</c>, <c>input.…</c>, <c>environment.…</c>.</summary>
    public required ImmutableSortedDictionary<string, string> Parts { get; init; }

    /// <summary>The artifact's files, ordered by path.</summary>
    public required ImmutableArray<RecordedFile> Outputs { get; init; }

    /// <summary>Digest of the artifact by which later stages know it, lower-case hex.</summary>
    public required string Logical { get; init; }

    /// <summary>How far a second run may differ: <c>bitwise</c>, <c>logical</c>, or <c>tolerance</c> with its bound.</summary>
    public required string Tier { get; init; }

    /// <summary>Name and version of the engine.</summary>
    public required string Producer { get; init; }

    /// <summary>By whose word the result of other code stands here, the first first; null for a result that this very code gave.</summary>
    public ImmutableArray<Acceptance>? Accepted { get; init; }

    /// <summary>Stage and branch as a folder, such as <c>05-folds</c> or <c>06-models/row/convnext1d/fold-0</c>.</summary>
    public string Name() => Branch().Length == 0 ? Stage() : $"{Stage()}/{Branch()}";

    /// <summary>The stage's folder name.</summary>
    public string Stage() => Parts.GetValueOrDefault("stage", "");

    /// <summary>The branch inside the stage; empty if it has none.</summary>
    public string Branch() => Parts.GetValueOrDefault("branch", "");

    /// <summary>Digest of the code that the stage reaches, lower-case hex.</summary>
    public string Code() => Parts.GetValueOrDefault("code", "");

    /// <summary>The parts whose name begins with <paramref name="kind"/> and a dot, without that beginning: <c>input</c>, <c>parameter</c>, <c>environment</c>.</summary>
    public IEnumerable<KeyValuePair<string, string>> PartsOf(string kind) =>
        from part in Parts.OrderBy(part => part.Key, StringComparer.Ordinal)
        where part.Key.StartsWith($"{kind}.", StringComparison.Ordinal)
        select KeyValuePair.Create(part.Key[(kind.Length + 1)..], part.Value);
}

/// <summary>One file of an artifact.</summary>
/// <param name="Path">Path inside the artifact, with forward slashes.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="Meaning">Digest of what the file says, blind to how it is encoded, lower-case hex; null where bytes are the meaning.</param>
public sealed record RecordedFile(string Path, long Size, string Sha256, string? Meaning = null);
