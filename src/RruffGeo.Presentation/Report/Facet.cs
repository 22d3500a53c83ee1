using System.Collections.Immutable;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Presentation.Report;

/// <summary>A column by whose values a reader can choose rows.</summary>
/// <param name="Column">Its place, from 0.</param>
/// <param name="Title">Its title.</param>
/// <param name="Values">Its values, as the page shows them, in the order of the table.</param>
internal sealed record Facet(int Column, string Title, ImmutableArray<string> Values)
{
    private const int MostValues = 12;
    private const int MostFacets = 4;

    /// <summary>The columns of words with 2 … 12 values, four at most.</summary>
    public static ImmutableArray<Facet> Of(Table table) =>
    [
        .. table.Columns.Index().Where(column => column.Item.Kind == CellKind.Text)
            .Select(column => new Facet(
                column.Index, column.Item.Title, [.. table.Rows.Select(row => Markup.Legible(row[column.Index].Text)).Where(text => text.Length > 0).Distinct().Take(MostValues + 1)]))
            .Where(facet => facet.Values.Length is > 1 and <= MostValues && facet.Values.Length < table.Rows.Length).Take(MostFacets),
    ];
}
