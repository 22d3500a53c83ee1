using System.Collections.Immutable;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>A country's score under each protocol.</summary>
/// <param name="Country">Its name.</param>
/// <param name="Support">Rows of the country.</param>
/// <param name="Scores">Score 0 … 1 by protocol, in the order of the protocols drawn; null where there is none.</param>
public sealed record CountryScore(string Country, long Support, ImmutableArray<double?> Scores);

/// <summary>A score per country, the protocols side by side on one line (paper figs. 7 and 8).</summary>
public static class CountryScoresFigure
{
    private const double RowHeight = 16;
    private const double LabelWidth = 204;
    private const double ColumnWidth = 430;
    private const int LongestColumn = 40;
    private const double Radius = 4;

    /// <summary>Draws <paramref name="countries"/> downwards in the order given, in up to two columns.</summary>
    public static Picture Draw(FigureText text, string axisTitle, IReadOnlyList<string> protocols, IReadOnlyList<CountryScore> countries)
    {
        var columns = Math.Clamp((int)Math.Ceiling(countries.Count / (double)LongestColumn), 1, 2);
        var rows = Math.Max(1, (int)Math.Ceiling(countries.Count / (double)columns));
        var sheet = new Sheet(text, Math.Max(720, columns * ColumnWidth), 58 + 24 + (RowHeight * rows) + 56);
        var width = sheet.Width / columns;
        for (var column = 0; column < columns; column++)
            DrawColumn(sheet, width * column, width, axisTitle, protocols, [.. countries.Skip(column * rows).Take(rows)]);
        Legend.DrawRow(sheet, sheet.Width - 16, sheet.Top + 8, [.. protocols.Select(ProtocolStyle.Entry)]);
        return sheet.Finish();
    }

    private static void DrawColumn(
        Sheet sheet, double left, double width, string axisTitle, IReadOnlyList<string> protocols, IReadOnlyList<CountryScore> countries)
    {
        var (top, bottom) = (sheet.Top + 24, sheet.Top + 24 + (RowHeight * Math.Max(1, countries.Count)));
        var panel = new Panel(sheet, new LinearScale(0, 1, left + LabelWidth, left + width - 28), new LinearScale(0, 1, bottom, top));
        panel.DrawX(axisTitle, 5);
        foreach (var (row, country) in countries.Index())
        {
            var y = top + (RowHeight * (row + 0.5));
            var support = Numerals.Of(country.Support);
            sheet.Words(left + LabelWidth - 8, y + 4, support, Ink.Muted, Anchor.End, Sheet.SmallSize);
            var room = LabelWidth - 30 - Lettering.Width(support, Sheet.SmallSize);
            sheet.Words(left + LabelWidth - 16 - Lettering.Width(support, Sheet.SmallSize), y + 4, Lettering.Fit(country.Country, Sheet.SmallSize, room), Ink.Text, Anchor.End, Sheet.SmallSize);
            var scores = country.Scores.Where(s => s is not null).Select(s => s!.Value).ToList();
            if (scores.Count > 1)
                sheet.Line(panel.X.At(scores.Min()), y, panel.X.At(scores.Max()), y, Ink.Muted, 1);
            foreach (var (index, place) in Places(country.Scores, panel.X, y))
                sheet.Add(new PointMark(place, Radius, ProtocolStyle.InkOf(protocols[index]), ProtocolStyle.OutlineOf(protocols[index]), Ink.Page));
        }

        panel.Brand();
    }

    /// <summary>Where the marks of a row go, by protocol: on its line, and where they would cover one another, one above the other around it.</summary>
    private static IEnumerable<(int Protocol, Place Place)> Places(ImmutableArray<double?> scores, Scale scale, double y)
    {
        var marks = scores.Index().Where(mark => mark.Item is not null).Select(mark => (Protocol: mark.Index, X: scale.At(mark.Item!.Value))).OrderBy(mark => mark.X).ToList();
        while (marks.Count > 0)
        {
            var touching = 1;
            while (touching < marks.Count && marks[touching].X - marks[touching - 1].X < 2 * Radius)
                touching++;
            var apart = Math.Min(2 * Radius, (RowHeight - (2 * Radius) - 1) / Math.Max(1, touching - 1));
            foreach (var (order, mark) in marks.Take(touching).OrderBy(mark => mark.Protocol).Index())
                yield return (mark.Protocol, new Place(mark.X, y + ((order - ((touching - 1) / 2.0)) * apart)));
            marks.RemoveRange(0, touching);
        }
    }
}
