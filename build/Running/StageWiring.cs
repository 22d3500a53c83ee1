using System.Collections.Immutable;
using System.Reflection;
using RruffGeo.Artifacts;
using RruffGeo.Pipeline.Scheduling;

namespace RruffGeo.Build.Running;

/// <summary>A stage joined with what it reads: all that a task says.</summary>
internal sealed record StageWiring
{
    /// <summary>Folder of the stage, such as <c>02-geocoded</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>Branch below it; empty for a stage without branches.</summary>
    public string Branch { get; init; } = "";

    /// <summary>Raised by hand when the meaning of an output column changes.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>The stage's function, whose code is part of the key.</summary>
    public required MethodInfo Function { get; init; }

    /// <summary>Parameters by dotted name.</summary>
    public required ImmutableSortedDictionary<string, string> Parameters { get; init; }

    /// <summary>How far a second run's artifact may differ.</summary>
    public Tier Tier { get; init; } = Tier.Logical;

    /// <summary>Folders of the stages whose artifacts are read, and names of given files.</summary>
    public required ImmutableArray<string> Reads { get; init; }

    /// <summary>True if the artifact is laid out below the run's folder.</summary>
    public bool Materialise { get; init; } = true;

    /// <summary>What a branch needs while it runs beside others.</summary>
    public Resources Need { get; init; } = new(1, 0, 0);

    /// <summary>Opens the inputs and calls the function.</summary>
    public required Action<StageContext> Run { get; init; }

    /// <summary>Stage and branch, as others name this artifact.</summary>
    public string Name => Branch.Length == 0 ? Stage : $"{Stage}/{Branch}";
}
