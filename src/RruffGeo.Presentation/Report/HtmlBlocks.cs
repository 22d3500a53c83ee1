using System.Globalization;
using System.Text;
using RruffGeo.Presentation.Drawing;
using static RruffGeo.Presentation.Drawing.Markup;

namespace RruffGeo.Presentation.Report;

/// <summary>Writes blocks as HTML: the one place where the report's text is escaped.</summary>
internal static class HtmlBlocks
{
    public static void Write(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                html.Append("<p>").Append(Escape(paragraph.Text)).Append("</p>\n");
                break;
            case Caution caution:
                html.Append("<aside class=\"caution\"><strong>").Append(Escape(caution.Title)).Append("</strong> ").Append(Escape(caution.Text)).Append("</aside>\n");
                break;
            case Tiles tiles:
                WriteTiles(html, tiles);
                break;
            case DividedBar bar:
                WriteDividedBar(html, bar);
                break;
            case Flow flow:
                WriteFlow(html, flow);
                break;
            case TableBlock table:
                HtmlTables.Write(html, table);
                break;
            case FigureBlock figure:
                WriteFigure(html, figure);
                break;
            case LedgerBlock ledger:
                HtmlLedger.Write(html, ledger);
                break;
            case CountryMapBlock map:
                HtmlMap.Write(html, map);
                break;
            case SpectraBlock spectra:
                HtmlSpectra.Write(html, spectra);
                break;
            case ArtifactsBlock artifacts:
                HtmlArtifacts.Write(html, artifacts);
                break;
            case Facts facts:
                WriteFacts(html, facts);
                break;
            case Attribution attribution:
                WriteAttribution(html, attribution);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "No such block.");
        }
    }

    private static void WriteFigure(StringBuilder html, FigureBlock figure)
    {
        html.Append("<figure id=\"").Append(Escape(figure.Id)).Append("\"><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"").Append(Escape(figure.Picture.Title)).Append("\">")
            .Append(SvgImage.Of(figure.Picture)).Append("</div><figcaption>").Append(Escape(figure.Caption)).Append("</figcaption>\n");
        HtmlArtifacts.WriteFrom(html, figure.From);
        html.Append("</figure>\n");
    }

    private static void WriteTiles(StringBuilder html, Tiles tiles)
    {
        html.Append("<dl class=\"tiles\">\n");
        foreach (var tile in tiles.Items)
        {
            html.Append("<div class=\"tile ").Append(tile.Emphasis switch { Emphasis.Row => "row", Emphasis.Specimen => "specimen", _ => "plain" }).Append("\"><dt>")
                .Append(Escape(tile.Label)).Append("</dt><dd><b>").Append(Escape(tile.Value)).Append("</b><span>").Append(Escape(tile.Detail)).Append("</span></dd></div>\n");
        }

        html.Append("</dl>\n");
    }

    // Widths are attributes of SVG rectangles, because the page allows no inline style.
    private static void WriteDividedBar(StringBuilder html, DividedBar bar)
    {
        var total = Math.Max(1, bar.Parts.Sum(p => p.Count));
        html.Append("<div class=\"divided\"><h3>").Append(Escape(bar.Title)).Append("</h3><svg viewBox=\"0 0 1000 26\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        var from = 0L;
        foreach (var part in bar.Parts)
        {
            html.Append(CultureInfo.InvariantCulture, $"<rect class=\"tone-{Escape(part.Tone)}\" x=\"{1000.0 * from / total:0.##}\" y=\"0\" width=\"{1000.0 * part.Count / total:0.##}\" height=\"26\"/>");
            from += part.Count;
        }

        html.Append("</svg><ul>");
        foreach (var part in bar.Parts.Where(p => p.Count > 0))
            html.Append("<li><i class=\"tone-").Append(Escape(part.Tone)).Append("\"></i><b>").Append(Numerals.Of(part.Count)).Append("</b> ").Append(Escape(part.Label)).Append("</li>");
        html.Append("</ul></div>\n");
    }

    private static void WriteFlow(StringBuilder html, Flow flow)
    {
        html.Append("<ol class=\"flow\">\n");
        foreach (var step in flow.Steps)
        {
            html.Append("<li><b>").Append(Numerals.Of(step.Rows)).Append("</b> ").Append(Escape(step.Label));
            if (step.Left.Length > 0)
                html.Append("<ul>").AppendJoin("", step.Left.Select(l => $"<li>{Escape(l)}</li>")).Append("</ul>");
            html.Append("</li>\n");
        }

        html.Append("</ol>\n");
    }

    private static void WriteFacts(StringBuilder html, Facts facts)
    {
        html.Append("<details class=\"facts\"><summary>").Append(Escape(facts.Title)).Append("</summary><dl>");
        foreach (var (name, value) in facts.Items)
            html.Append("<dt>").Append(Escape(name)).Append("</dt><dd>").Append(Escape(value)).Append("</dd>");
        html.Append("</dl></details>\n");
    }

    private static void WriteAttribution(StringBuilder html, Attribution attribution)
    {
        html.Append("<p>").Append(Escape(attribution.Text));
        if (attribution.Address.StartsWith("https://", StringComparison.Ordinal))
            html.Append(" <a rel=\"noreferrer\" href=\"").Append(Escape(attribution.Address)).Append("\">").Append(Escape(attribution.Address)).Append("</a>");
        html.Append("</p>\n");
    }
}
