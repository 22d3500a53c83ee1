using System.Globalization;
using System.Net;
using System.Text;

namespace RruffGeo.Build.Running;

/// <summary>A graph as SVG: stages below each other in paper order, what skips stages in arcs beside them.</summary>
internal static class GraphPicture
{
    private const int Left = 20;
    private const int Top = 20;
    private const int Width = 230;
    private const int Height = 44;
    private const int Step = 74;
    private const int ArcOfOneStage = 26;

    /// <summary>The picture.</summary>
    public static string Of(StageGraph graph)
    {
        var place = graph.Nodes.Select((node, index) => (node.Name, index)).ToDictionary(pair => pair.Name, pair => pair.index, StringComparer.Ordinal);
        var longest = graph.Nodes.SelectMany(node => node.Reads.Select(read => place[node.Name] - place[read])).DefaultIfEmpty(1).Max();
        var svg = new StringBuilder();
        Add(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Left + Width + longest * ArcOfOneStage + 30}\" height=\"{2 * Top + (graph.Nodes.Length - 1) * Step + Height}\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\" aria-label=\"Stages and their states\">");
        Add(svg, $"<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"#555\"/></marker></defs>");
        foreach (var node in graph.Nodes)
            foreach (var read in node.Reads)
                AddEdge(svg, place[read], place[node.Name]);
        foreach (var node in graph.Nodes)
        {
            var y = Top + place[node.Name] * Step;
            Add(svg, $"<rect x=\"{Left}\" y=\"{y}\" width=\"{Width}\" height=\"{Height}\" rx=\"6\" fill=\"{Fill(node.State)}\" stroke=\"#444\"/>");
            Add(svg, $"<text x=\"{Left + 12}\" y=\"{y + 18}\" font-weight=\"bold\" fill=\"#111\">{WebUtility.HtmlEncode(node.Name)}</text>");
            Add(svg, $"<text x=\"{Left + 12}\" y=\"{y + 35}\" fill=\"#111\">{WebUtility.HtmlEncode(node.Label)}</text>");
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>The colour of a state; its name stands in the box besides.</summary>
    public static string Fill(PlanState state) => state switch
    {
        PlanState.UpToDate => "#d5ecd4",
        PlanState.Restore => "#d3e4f5",
        PlanState.Waits => "#e9e9e9",
        _ => "#fbdcae",
    };

    private static void AddEdge(StringBuilder svg, int from, int to)
    {
        if (to == from + 1)
        {
            Add(svg, $"<path d=\"M{Left + Width / 2} {Top + from * Step + Height}V{Top + to * Step}\" stroke=\"#555\" fill=\"none\" marker-end=\"url(#tip)\"/>");
            return;
        }

        var (x, start, end, bow) = (Left + Width, Top + from * Step + Height / 2, Top + to * Step + Height / 2, (to - from) * ArcOfOneStage * 4 / 3);
        Add(svg, $"<path d=\"M{x} {start}C{x + bow} {start} {x + bow} {end} {x} {end}\" stroke=\"#555\" fill=\"none\" marker-end=\"url(#tip)\"/>");
    }

    private static void Add(StringBuilder svg, FormattableString element) => svg.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
