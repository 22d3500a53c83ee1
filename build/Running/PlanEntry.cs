using System.Collections.Immutable;
using RruffGeo.Build.Display;
using RruffGeo.Pipeline;

namespace RruffGeo.Build.Running;

/// <summary>What a plan says of a stage or branch.</summary>
/// <param name="Wiring">The stage.</param>
/// <param name="State">What would happen.</param>
/// <param name="Why">Why, in one line; empty when up to date.</param>
/// <param name="Key">Its key; empty for one that waits.</param>
/// <param name="Took">How long it took last time; null if not known.</param>
/// <param name="Causes">From what it follows, each change once.</param>
/// <param name="WaitsFor">Stages whose artifacts are yet to be made.</param>
internal sealed record PlanEntry(
    StageWiring Wiring, PlanState State, string Why, string Key, TimeSpan? Took, ImmutableArray<Cause> Causes, ImmutableArray<string> WaitsFor)
{
    /// <summary>Stage and branch, as a person calls it.</summary>
    public string Name => $"{TaskNames.Of(Wiring.Stage)} {Wiring.Branch}".TrimEnd();

    /// <summary>Why, and how long.</summary>
    public string Reason => string.Join("; ", ((string[])[Why, TookText]).Where(part => part.Length > 0));

    private string TookText => Took is { } time
        ? $"{(State is PlanState.Run or PlanState.Waits ? "took" : "made in")} {ProgressText.Duration(time)}" : "";
}

/// <summary>What would happen to a stage.</summary>
internal enum PlanState
{
    /// <summary>Nothing.</summary>
    UpToDate,

    /// <summary>Its files would be laid out from the store.</summary>
    Restore,

    /// <summary>Whether it runs depends on what a stage before it gives.</summary>
    Waits,

    /// <summary>It would run.</summary>
    Run,
}
