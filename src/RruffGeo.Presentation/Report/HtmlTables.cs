using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Tables;
using static RruffGeo.Presentation.Drawing.Markup;

namespace RruffGeo.Presentation.Report;

/// <summary>Writes tables as HTML: column heads are buttons that sort; long tables have filters and pages.</summary>
/// <remarks>Rows of very long tables lie in the page as data, of which a script lays out one page at a time; without scripts the first page is there.</remarks>
internal static class HtmlTables
{
    /// <summary>Rows on one page of a table.</summary>
    public const int PageRows = 50;

    /// <summary>Tables with more rows have only their first page as elements.</summary>
    public const int MostElements = 200;

    /// <summary>Rows beyond this are left to the table's CSV file.</summary>
    public const int MostRows = 5000;

    private const int FewestToFilter = 12;

    public static void Write(StringBuilder html, TableBlock block)
    {
        var table = block.Table;
        if (block.Folding == Folding.Folded)
            html.Append("<details><summary>").Append(Escape(table.FullCaption)).Append(" (").Append(Rows(table.Rows.Length)).Append(")</summary>\n");
        Open(html, table.Id, "", table.FullCaption, table.Columns, table.Rows.Length < FewestToFilter ? [] : Facet.Of(table), table.Rows.Length);
        var paged = table.Rows.Length > MostElements;
        foreach (var row in paged ? table.Rows.Take(PageRows) : table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
                WriteCell(html, cell);
            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
        if (paged)
            WriteRest(html, table);
        if (table.Note.Length > 0)
            html.Append("<p class=\"note\">").Append(Escape(table.Note)).Append("</p>\n");
        HtmlArtifacts.WriteFrom(html, block.From);
        html.Append("</div>\n");
        if (block.Folding == Folding.Folded)
            html.Append("</details>\n");
    }

    /// <summary>Everything of a table before its rows; <c>tbody</c>, <c>table</c> and two <c>div</c> stay open.</summary>
    public static void Open(StringBuilder html, string id, string kind, string caption, ImmutableArray<Column> columns, ImmutableArray<Facet> facets, int rows)
    {
        html.Append("<div class=\"table\">\n");
        if (rows >= FewestToFilter)
            WriteTools(html, caption, facets);
        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"").Append(Escape(caption)).Append("\"><table class=\"sortable").Append(kind.Length > 0 ? " " + kind : "")
            .Append("\" id=\"").Append(Escape(Anchor(id))).Append("\"><caption>").Append(Escape(caption)).Append("</caption>\n<thead><tr>");
        foreach (var column in columns)
        {
            html.Append("<th scope=\"col\"").Append(column.Kind == CellKind.Number ? " class=\"number\"" : "").Append("><button type=\"button\">")
                .Append(Escape(column.Title)).Append("</button></th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
    }

    /// <summary>Id of a table's element; a figure may have the table's own id.</summary>
    public static string Anchor(string id) => id.StartsWith("table-", StringComparison.Ordinal) ? id : "table-" + id;

    private static void WriteCell(StringBuilder html, Cell cell) => html
        .Append(cell.Kind == CellKind.Number ? $"<td class=\"number\" data-value=\"{Escape(cell.Data)}\">" : "<td>").Append(Escape(cell.Text)).Append("</td>");

    // Shown by a script, without which they would do nothing.
    private static void WriteTools(StringBuilder html, string caption, ImmutableArray<Facet> facets)
    {
        html.Append("<div class=\"tools\" role=\"search\" aria-label=\"").Append(Escape(caption)).Append("\" hidden><label>Filter <input type=\"search\" data-words></label>");
        foreach (var facet in facets)
        {
            html.Append("<label>").Append(Escape(facet.Title)).Append(CultureInfo.InvariantCulture, $" <select data-column=\"{facet.Column}\"><option value=\"\">all</option>");
            foreach (var value in facet.Values)
                html.Append("<option>").Append(Escape(value)).Append("</option>");
            html.Append("</select></label>");
        }

        html.Append("<button type=\"button\" data-only hidden></button><output></output><span class=\"pages\" hidden>")
            .Append("<button type=\"button\" data-step=\"-1\">Previous</button><button type=\"button\" data-step=\"1\">Next</button></span></div>\n");
    }

    private static void WriteRest(StringBuilder html, Table table)
    {
        PageData.Append(html, Anchor(table.Id) + "-rows", json =>
        {
            json.WriteStartArray();
            foreach (var row in table.Rows.Take(MostRows))
            {
                json.WriteStartArray();
                foreach (var cell in row)
                    WriteDatum(json, cell);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        });
        html.Append("<noscript><p class=\"note\">The first ").Append(Rows(PageRows)).Append(" of ").Append(Numerals.Of(table.Rows.Length)).Append("; scripts show the others.</p></noscript>\n");
        if (table.Rows.Length > MostRows)
            html.Append("<p class=\"note\">The first ").Append(Numerals.Of(MostRows)).Append(" of ").Append(Rows(table.Rows.Length)).Append("; all are in tables/").Append(Escape(table.Id)).Append(".csv.</p>\n");
    }

    // A text; a number that is printed as it is; or what is printed, with the number (null if missing) to sort by.
    private static void WriteDatum(Utf8JsonWriter json, Cell cell)
    {
        if (cell.Kind == CellKind.Text)
        {
            PageData.Text(json, cell.Text);
            return;
        }

        var number = double.TryParse(cell.Data, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : (double?)null;
        if (number is { } whole && whole.ToString(CultureInfo.InvariantCulture) == cell.Text)
        {
            json.WriteRawValue(cell.Text);
            return;
        }

        json.WriteStartArray();
        PageData.Text(json, cell.Text);
        PageData.Number(json, number, 10);
        json.WriteEndArray();
    }

    private static string Rows(int count) => Numerals.Of(count) + (count == 1 ? " row" : " rows");
}
