namespace RruffGeo.Build.Running;

/// <summary>Writes a plan as a graph: Mermaid for a page of Markdown, SVG to look at.</summary>
internal static class GraphFiles
{
    /// <summary>Writes <c>graph.mmd</c> and <c>graph.svg</c> into <paramref name="folder"/>.</summary>
    /// <returns>What to print: the Mermaid text, and where the files are.</returns>
    public static IEnumerable<string> Write(IReadOnlyList<PlanEntry> entries, string folder)
    {
        var graph = StageGraph.Of(entries);
        var (mermaid, picture) = (Path.Combine(folder, "graph.mmd"), Path.Combine(folder, "graph.svg"));
        Directory.CreateDirectory(folder);
        File.WriteAllText(mermaid, graph.ToMermaid());
        File.WriteAllText(picture, GraphPicture.Of(graph));
        return [graph.ToMermaid().TrimEnd('\n'), "", $"Graph      {mermaid}", $"           {picture}"];
    }
}
