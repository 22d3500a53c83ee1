using System.Collections.Immutable;

namespace RruffGeo.Presentation.Figures;

/// <summary>Rows that leave a flow, and why.</summary>
/// <param name="Reason">Why, in few words.</param>
/// <param name="Count">How many.</param>
public sealed record FlowExit(string Reason, long Count);

/// <summary>A stage of a flow of rows: how many arrive, and which of them go no further.</summary>
/// <param name="Label">What the rows are.</param>
/// <param name="Count">How many arrive.</param>
/// <param name="Exits">Who leaves before the next stage, most first.</param>
public sealed record FlowStage(string Label, long Count, ImmutableArray<FlowExit> Exits)
{
    /// <summary>Rows that go on to the next stage.</summary>
    public long Remaining => Count - Exits.Sum(exit => exit.Count);
}
