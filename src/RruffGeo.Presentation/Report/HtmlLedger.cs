using System.Collections.Immutable;
using System.Text;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Tables;
using static RruffGeo.Presentation.Drawing.Markup;

namespace RruffGeo.Presentation.Report;

/// <summary>Writes the claim ledger as HTML, verdicts in their colours.</summary>
internal static class HtmlLedger
{
    private const int VerdictColumn = 5;
    private const int BasisColumn = 6;

    private static readonly ImmutableArray<Column> columns =
        [.. new[] { "Claim", "Where", "What", "Printed", "Recomputed", "Verdict", "Checked against", "Evidence", "How checked" }.Select(head => new Column(head, head, CellKind.Text))];

    public static void Write(StringBuilder html, LedgerBlock ledger)
    {
        HtmlTables.Open(
            html, "ledger", "ledger", "Claim ledger", columns,
            [
                new Facet(VerdictColumn, "Verdict", [.. Enum.GetValues<Verdict>().Where(verdict => ledger.Claims.Any(claim => claim.Verdict == verdict)).Select(Verdicts.Words)]),
                new Facet(BasisColumn, "Checked against", [.. Enum.GetValues<ClaimBasis>().Where(basis => ledger.Claims.Any(claim => claim.Basis == basis)).Select(ClaimBases.Words)]),
            ],
            Math.Max(ledger.Claims.Length, HtmlTables.PageRows));
        foreach (var claim in ledger.Claims)
        {
            html.Append("<tr><td>").AppendJoin("</td><td>", new[] { claim.Id, claim.Section, claim.Statement, claim.Printed, claim.Recomputed }.Select(Escape))
                .Append("</td><td><span class=\"verdict tone-").Append(Verdicts.Tone(claim.Verdict)).Append("\">").Append(Escape(Verdicts.Words(claim.Verdict)))
                .Append("</span></td><td>").Append(Escape(ClaimBases.Words(claim.Basis))).Append("</td><td class=\"evidence\">")
                .Append(Escape(claim.Artifact.Length > 0 ? $"{claim.Artifact}, {claim.Row}. {claim.Evidence}" : claim.Evidence)).Append("</td><td>").Append(Escape(claim.How)).Append("</td></tr>\n");
        }

        html.Append("</tbody></table></div></div>\n");
    }
}
