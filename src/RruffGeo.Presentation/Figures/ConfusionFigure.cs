using System.Collections.Immutable;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>Whom one protocol's predictions took for whom.</summary>
/// <param name="Protocol">Fold protocol.</param>
/// <param name="Shares">By true class, then by predicted class with all others last: share of the true class's rows, 0 … 1; null where it has none.</param>
public sealed record ConfusionPanel(string Protocol, ImmutableArray<ImmutableArray<double?>> Shares);

/// <summary>Confusion of the largest countries: rows of the map are the truth, columns the prediction, each row adds up to 1 (ours).</summary>
public static class ConfusionFigure
{
    private const double CellSize = 25;
    private const double Gap = 34;
    private const double LabelSize = 11;
    private const double NumberSize = 9.5;
    private const double LeastShown = 0.095;
    private const double LegendLength = 260;
    private const string LegendWords = "Share of the true country's rows (%); white: none";
    private const string Others = "all others";

    /// <summary>Draws the protocols' maps side by side.</summary>
    /// <param name="text">Title and description.</param>
    /// <param name="countries">The largest countries with their rows, in descending order.</param>
    /// <param name="panels">One a protocol.</param>
    public static Picture Draw(FigureText text, IReadOnlyList<(string Country, long Rows)> countries, IReadOnlyList<ConfusionPanel> panels)
    {
        var labels = countries.Select(c => Lettering.Fit(c.Country, LabelSize, 150)).ToList();
        var numbers = countries.Select(c => Numerals.Of(c.Rows)).ToList();
        var numberWidth = numbers.Select(n => Lettering.Width(n, LabelSize)).DefaultIfEmpty(0).Max();
        var left = 40 + labels.Select(l => Lettering.Width(l, LabelSize)).DefaultIfEmpty(0).Max() + numberWidth + 22;
        var (columns, rows) = (countries.Count + 1, Math.Max(1, countries.Count));
        var below = labels.Append(Others).Max(l => Lettering.Width(l, LabelSize)) + 14;
        var width = left + Math.Max(LegendLength + 32 + Lettering.Width(LegendWords, Sheet.SmallSize), panels.Count * ((columns * CellSize) + Gap));
        var sheet = new Sheet(text, width, 58 + 30 + (rows * CellSize) + below + 92);
        var top = sheet.Top + 30;
        var bottom = top + (rows * CellSize);
        foreach (var (row, label) in labels.Index())
        {
            var y = top + (CellSize * (row + 0.5)) + 4;
            sheet.Words(left - numberWidth - 16, y, label, Ink.Text, Anchor.End, LabelSize);
            sheet.Words(left - 8, y, numbers[row], Ink.Muted, Anchor.End, LabelSize);
        }

        sheet.Words(22, (top + bottom) / 2, "True country (rows in grey)", Ink.Text, Anchor.Middle, turn: -90);
        foreach (var (index, panel) in panels.Index())
        {
            var x = left + (index * ((columns * CellSize) + Gap));
            sheet.Words(x, top - 10, $"{panel.Protocol} folds", Ink.Text);
            DrawCells(sheet, x, top, panel);
            foreach (var (column, label) in labels.Append(Others).Index())
                sheet.Words(x + (CellSize * (column + 0.5)) + 4, bottom + 7, label, Ink.Text, Anchor.End, LabelSize, turn: -90);
            sheet.Words(x + (columns * CellSize / 2), bottom + below + 14, "Predicted country", Ink.Text, Anchor.Middle);
            sheet.Brand(x, top, columns * CellSize, bottom - top);
        }

        DrawLegend(sheet, left, bottom + below + 32);
        return sheet.Finish();
    }

    private static void DrawCells(Sheet sheet, double x, double top, ConfusionPanel panel)
    {
        foreach (var (row, shares) in panel.Shares.Index())
            foreach (var (column, share) in shares.Index())
            {
                var (cx, cy) = (x + (CellSize * column), top + (CellSize * row));
                sheet.Add(new BoxMark(cx, cy, CellSize, CellSize, share is { } value ? InkOf(value) : Ink.Empty, Ink.Page));
                if (share >= LeastShown)
                    sheet.Words(cx + (CellSize / 2), cy + (CellSize / 2) + 3.5, Numerals.Of(100 * share.Value, 0), share > 0.35 ? new Ink("#ffffff") : new Ink("#1a1a1a"), Anchor.Middle, NumberSize);
            }

        // Right answers are framed, over the edges of their neighbours.
        foreach (var (row, _) in panel.Shares.Index())
            sheet.Add(new BoxMark(x + (CellSize * row), top + (CellSize * row), CellSize, CellSize, Ink.Page with { Opacity = 0 }, Ink.Text));
    }

    // Light is little: the same map as that of the choropleth, and white for nothing at all.
    private static Ink InkOf(double share) => share <= 0 ? new Ink("#ffffff") : Palette.Viridis(1 - share);

    private static void DrawLegend(Sheet sheet, double left, double y)
    {
        const int Steps = 52;
        for (var i = 0; i < Steps; i++)
            sheet.Add(new BoxMark(left + (LegendLength * i / Steps), y, (LegendLength / Steps) + 0.4, 14, Palette.Viridis(1 - ((i + 0.5) / Steps))));
        var scale = new LinearScale(0, 100, left, left + LegendLength);
        foreach (var tick in scale.Ticks(4))
        {
            sheet.Line(scale.At(tick.Value), y + 14, scale.At(tick.Value), y + 19, Ink.Text);
            sheet.Words(scale.At(tick.Value), y + 31, tick.Label, Ink.Text, Anchor.Middle, Sheet.SmallSize);
        }

        sheet.Words(left + LegendLength + 16, y + 12, LegendWords, Ink.Text, size: Sheet.SmallSize);
    }
}
