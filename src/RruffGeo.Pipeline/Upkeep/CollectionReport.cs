using System.Collections.Immutable;

namespace RruffGeo.Pipeline.Upkeep;

/// <summary>What went, or would go.</summary>
/// <param name="Stages">By stage; the one without a name is what no stage run refers to, <c>quarantine</c> what was found damaged long ago, <c>code</c> notes of code that nothing is left of.</param>
/// <param name="Runs">Stage runs whose records go.</param>
/// <param name="FreedBytes">Bytes of the files that go.</param>
/// <param name="KeptBytes">Bytes of the files that stay.</param>
public sealed record CollectionReport(IReadOnlyList<CollectedStage> Stages, int Runs, long FreedBytes, long KeptBytes)
{
    /// <summary>Digests of what the results that stay were made of: who keeps such files elsewhere should keep these.</summary>
    public IReadOnlySet<string> Inputs { get; init; } = ImmutableHashSet<string>.Empty;
}

/// <summary>What went of one stage.</summary>
/// <param name="Stage">Folder of the stage; empty for files that no stage run refers to.</param>
/// <param name="Runs">Stage runs.</param>
/// <param name="Bytes">Bytes; a file that several stage runs share counts once.</param>
public sealed record CollectedStage(string Stage, int Runs, long Bytes);
