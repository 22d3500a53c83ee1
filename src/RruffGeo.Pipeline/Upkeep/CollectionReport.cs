namespace RruffGeo.Pipeline.Upkeep;

/// <summary>What went, or would go.</summary>
/// <param name="Stages">By stage; the one without a name is what no stage run refers to.</param>
/// <param name="Runs">Stage runs whose records go.</param>
/// <param name="FreedBytes">Bytes of the files that go.</param>
/// <param name="KeptBytes">Bytes of the files that stay.</param>
public sealed record CollectionReport(IReadOnlyList<CollectedStage> Stages, int Runs, long FreedBytes, long KeptBytes);

/// <summary>What went of one stage.</summary>
/// <param name="Stage">Folder of the stage; empty for files that no stage run refers to.</param>
/// <param name="Runs">Stage runs.</param>
/// <param name="Bytes">Bytes; a file that several stage runs share counts once.</param>
public sealed record CollectedStage(string Stage, int Runs, long Bytes);
