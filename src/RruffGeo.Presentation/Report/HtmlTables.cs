using System.Text;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Tables;
using static RruffGeo.Presentation.Drawing.Markup;

namespace RruffGeo.Presentation.Report;

/// <summary>Writes tables and the claim ledger as HTML; column heads are buttons that sort.</summary>
internal static class HtmlTables
{
    public static void Write(StringBuilder html, TableBlock block)
    {
        var table = block.Table;
        if (block.Folding == Folding.Folded)
            html.Append("<details><summary>").Append(Escape(table.FullCaption)).Append(" (").Append(Numerals.Of(table.Rows.Length)).Append(table.Rows.Length == 1 ? " row" : " rows").Append(")</summary>\n");
        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"").Append(Escape(table.Caption)).Append("\"><table class=\"sortable\" id=\"").Append(Escape(table.Id))
            .Append("\"><caption>").Append(Escape(table.FullCaption)).Append("</caption>\n<thead><tr>");
        foreach (var column in table.Columns)
            WriteHead(html, column.Title, column.Kind);
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
            {
                html.Append(cell.Kind == CellKind.Number ? $"<td class=\"number\" data-value=\"{Escape(cell.Data)}\">" : "<td>");
                html.Append(Escape(cell.Text)).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
        if (table.Note.Length > 0)
            html.Append("<p class=\"note\">").Append(Escape(table.Note)).Append("</p>\n");
        if (block.Folding == Folding.Folded)
            html.Append("</details>\n");
    }

    public static void WriteLedger(StringBuilder html, LedgerBlock ledger)
    {
        html.Append("<div class=\"filters\" hidden><label>Verdict <select id=\"verdict-filter\"><option value=\"\">all</option>");
        foreach (var verdict in Enum.GetValues<Verdict>().Where(v => ledger.Claims.Any(c => c.Verdict == v)))
            html.Append("<option>").Append(Escape(Verdicts.Words(verdict))).Append("</option>");
        html.Append("</select></label><label>Checked against <select id=\"basis-filter\"><option value=\"\">both</option><option>paper alone</option><option>this run</option></select></label>")
            .Append("<label>Words <input id=\"word-filter\" type=\"search\"></label><output id=\"claims-shown\"></output></div>\n")
            .Append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Claim ledger\"><table class=\"sortable ledger\" id=\"ledger\"><caption>Claim ledger</caption>\n<thead><tr>");
        foreach (var head in new[] { "Claim", "Where", "What", "Printed", "Recomputed", "Verdict", "Checked against", "Evidence", "How checked" })
            WriteHead(html, head, CellKind.Text);
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var claim in ledger.Claims)
        {
            html.Append("<tr><td>").AppendJoin("</td><td>", new[] { claim.Id, claim.Section, claim.Statement, claim.Printed, claim.Recomputed }.Select(Escape))
                .Append("</td><td><span class=\"verdict tone-").Append(Verdicts.Tone(claim.Verdict)).Append("\">").Append(Escape(Verdicts.Words(claim.Verdict)))
                .Append("</span></td><td>").Append(Escape(ClaimBases.Words(claim.Basis))).Append("</td><td class=\"evidence\">")
                .Append(Escape(claim.Artifact.Length > 0 ? $"{claim.Artifact}, {claim.Row}. {claim.Evidence}" : claim.Evidence)).Append("</td><td>").Append(Escape(claim.How)).Append("</td></tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    private static void WriteHead(StringBuilder html, string title, CellKind kind) =>
        html.Append("<th scope=\"col\"").Append(kind == CellKind.Number ? " class=\"number\"" : "").Append("><button type=\"button\">").Append(Escape(title)).Append("</button></th>");
}
