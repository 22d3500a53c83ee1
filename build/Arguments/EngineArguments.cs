using System.Collections.Immutable;
using RruffGeo.Pipeline.Remote;
using RruffGeo.Pipeline.Scheduling;
using RruffGeo.Pipeline.Upkeep;

namespace RruffGeo.Build.Arguments;

/// <summary>How the engine goes about a run, and what its own targets are asked.</summary>
internal sealed record EngineArguments
{
    /// <summary>Cores, memory and devices that branches share.</summary>
    public Resources Machine { get; init; } = new(Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, 1);

    /// <summary>What happens to other branches when one fails.</summary>
    public UponFailure UponFailure { get; init; }

    /// <summary>Target name of the first stage that runs whatever the store has, as do all after it; null for none.</summary>
    public string? From { get; init; }

    /// <summary>Target name of the last stage that is made; null for the target's own.</summary>
    public string? Until { get; init; }

    /// <summary>The remote cache; null for none.</summary>
    public Uri? Cache { get; init; }

    /// <summary>What may be done with the remote cache.</summary>
    public RemoteAccess CacheAccess { get; init; }

    /// <summary>Who signs what the remote cache is given, and whose signature it must bear.</summary>
    public RemoteTrust CacheTrust { get; init; } = RemoteTrust.Everyone;

    /// <summary>Target names of the stages whose results of earlier code are taken for those of the present code.</summary>
    public ImmutableArray<string> Accept { get; init; } = [];

    /// <summary>Why the change of their code is cosmetic; empty where none is accepted.</summary>
    public string AcceptReason { get; init; } = "";

    /// <summary>Folder name of the run with which this one is compared; null for none.</summary>
    public string? Against { get; init; }

    /// <summary>What <c>Gc</c> leaves in the store besides the runs that are kept.</summary>
    public CollectionLimits Limits { get; init; } = new(TimeSpan.FromDays(30), long.MaxValue, TimeSpan.FromMinutes(10));

    /// <summary>Names of the runs that <c>Gc</c> keeps whole; empty for all below <c>--outputs</c>.</summary>
    public ImmutableArray<string> Keep { get; init; } = [];

    /// <summary>Whether <c>Gc</c> deletes.</summary>
    public CollectionMode Collection { get; init; } = CollectionMode.Delete;

    /// <summary>Share of the stage runs that <c>Check</c> repeats, 0 … 1.</summary>
    public double Sample { get; init; } = 0.25;
}
