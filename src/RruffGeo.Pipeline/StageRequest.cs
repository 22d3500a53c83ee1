using System.Collections.Immutable;

namespace RruffGeo.Pipeline;

/// <summary>Everything that decides what a stage run gives, and the function that gives it.</summary>
public sealed record StageRequest
{
    /// <summary>Folder of the stage below a run, such as <c>02-geocoded</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>Branch below the stage's folder, such as <c>row/convnext1d/fold-0</c>; empty for a stage without branches.</summary>
    public string Branch { get; init; } = "";

    /// <summary>Raised by hand when the meaning of an output column changes.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Digest of the code that the stage reaches, lower-case hex.</summary>
    public required string CodeDigest { get; init; }

    /// <summary>Parameters by dotted name, values as canonical text; defaults written out.</summary>
    public required ImmutableSortedDictionary<string, string> Parameters { get; init; }

    /// <summary>Logical digests of the inputs by role, such as <c>raw</c> or <c>archive/LR-Raman.zip</c>.</summary>
    public required ImmutableSortedDictionary<string, string> Inputs { get; init; }

    /// <summary>
    /// Where inputs lie, by role: a file, whose SHA-256 is the role's digest, or an artifact's folder. Not part of the key; looked at again after the
    /// run, which counts only if nothing changed meanwhile. Roles may be left out.
    /// </summary>
    public ImmutableSortedDictionary<string, string> InputPaths { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What of the machine may change numbers: runtime, RID, native libraries, device kind, threads. Never host, path, time or locale.</summary>
    public required ImmutableSortedDictionary<string, string> Environment { get; init; }

    /// <summary>How far a second run's artifact may differ: <c>bitwise</c>, <c>logical</c>, or <c>tolerance</c> with its bound. Recorded; no part of the key.</summary>
    public string Tier { get; init; } = "logical";

    /// <summary>False for artifacts that stay in the store and are not laid out below <c>outputs/</c>.</summary>
    public bool Materialise { get; init; } = true;

    /// <summary>True for a stage that is to run although the store has its artifact; no part of the key.</summary>
    public bool RunAnyway { get; init; }

    /// <summary>Runs the stage; everything it leaves in <see cref="StageWorkspace.Destination"/> becomes the artifact.</summary>
    public required Action<StageWorkspace> Execute { get; init; }
}

/// <summary>Where a stage run works.</summary>
/// <param name="Destination">Empty folder for the outputs.</param>
/// <param name="Scratch">Folder kept between attempts of the same key, deleted once the key is published.</param>
/// <param name="Cancellation">Cancelled when the run should stop.</param>
public sealed record StageWorkspace(string Destination, string Scratch, CancellationToken Cancellation);
