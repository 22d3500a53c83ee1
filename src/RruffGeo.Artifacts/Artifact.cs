namespace RruffGeo.Artifacts;

/// <summary>Names what a stage makes and how it is opened from its folder.</summary>
/// <typeparam name="T">The typed handle that <paramref name="Open"/> returns.</typeparam>
/// <param name="Stage">Folder of the stage, such as "02-geocoded"; also the artifact's folder below a run.</param>
/// <param name="SchemaVersion">Raised by hand when the meaning of a column changes; part of the stage's key.</param>
/// <param name="Open">Opens the artifact from the folder that holds its files; reads nothing until asked.</param>
public sealed record Artifact<T>(string Stage, int SchemaVersion, Func<string, T> Open)
{
    /// <summary>How far a second run's artifact may differ; no part of the stage's key.</summary>
    public Tier Tier { get; init; } = Tier.Logical;
}
