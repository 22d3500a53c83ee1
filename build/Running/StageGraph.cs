using System.Collections.Immutable;
using System.Text;

namespace RruffGeo.Build.Running;

/// <summary>The stages of a plan, branches of one stage as one node, in paper order.</summary>
/// <param name="Nodes">Each after all that it reads.</param>
internal sealed record StageGraph(ImmutableArray<GraphNode> Nodes)
{
    /// <summary>The graph of a plan.</summary>
    public static StageGraph Of(IReadOnlyList<PlanEntry> entries)
    {
        var stages = entries.GroupBy(entry => entry.Wiring.Stage).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        var known = stages.Select(stage => stage.Key).ToHashSet(StringComparer.Ordinal);
        return new([.. stages.Select(stage => new GraphNode(
            TaskNames.Of(stage.Key), stage.Max(entry => entry.State), StateText([.. stage]),
            [.. stage.First().Wiring.Reads.Where(known.Contains).Select(TaskNames.Of)]))]);
    }

    /// <summary>The graph in Mermaid's language.</summary>
    public string ToMermaid()
    {
        var text = new StringBuilder("flowchart TD\n");
        foreach (var node in Nodes)
            text.Append("    ").Append(node.Name).Append("[\"").Append(node.Name).Append("<br/>").Append(node.Label).Append("\"]:::").Append(ClassOf(node.State)).Append('\n');
        foreach (var node in Nodes)
            foreach (var read in node.Reads)
                text.Append("    ").Append(read).Append(" --> ").Append(node.Name).Append('\n');
        foreach (var state in Enum.GetValues<PlanState>())
            text.Append("    classDef ").Append(ClassOf(state)).Append(" fill:").Append(GraphPicture.Fill(state)).Append(",stroke:#444\n");
        return text.ToString();
    }

    private static string StateText(IReadOnlyList<PlanEntry> stage) => stage.Count == 1
        ? PlanText.Verdict(stage[0].State)
        : string.Join(", ", stage.GroupBy(entry => entry.State).OrderBy(group => group.Key).Select(group => $"{group.Count()} {PlanText.Verdict(group.Key)}"));

    private static string ClassOf(PlanState state) => state.ToString().ToLowerInvariant();
}

/// <summary>A stage.</summary>
/// <param name="Name">Its target.</param>
/// <param name="State">Of its branches, the one with most to do.</param>
/// <param name="Label">The states of its branches in words.</param>
/// <param name="Reads">Targets of the stages that it reads.</param>
internal sealed record GraphNode(string Name, PlanState State, string Label, ImmutableArray<string> Reads);
