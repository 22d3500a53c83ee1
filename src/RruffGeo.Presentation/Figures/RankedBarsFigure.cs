using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>A bar and, where there is one, the number the paper prints for it.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Count">How many, ≥ 0.</param>
/// <param name="Printed">The paper's number; null if it prints none.</param>
public sealed record RankedBar(string Label, long Count, long? Printed);

/// <summary>Counts in descending order as horizontal bars (paper figs. 2 and 3).</summary>
public static class RankedBarsFigure
{
    private const double Width = 740;
    private const double Left = 226;
    private const double RowHeight = 21;

    /// <summary>Draws <paramref name="bars"/> from top to bottom in the order given.</summary>
    public static Picture Draw(FigureText text, string axisTitle, IReadOnlyList<RankedBar> bars)
    {
        var sheet = new Sheet(text, Width, 58 + (RowHeight * Math.Max(1, bars.Count)) + 60);
        var (top, bottom) = (sheet.Top + 8, sheet.Top + 8 + (RowHeight * Math.Max(1, bars.Count)));
        var most = bars.Select(b => Math.Max(b.Count, b.Printed ?? 0)).DefaultIfEmpty(1).Max();
        var panel = new Panel(sheet, LinearScale.Rounded(0, most, Left, Width - 70), new LinearScale(0, 1, bottom, top));
        panel.DrawX(axisTitle);
        var compared = bars.Any(b => b.Printed is not null);
        var countWidth = bars.Select(b => Lettering.Width(Numerals.Of(b.Count), Sheet.SmallSize)).DefaultIfEmpty(0).Max();
        foreach (var (row, bar) in bars.Index())
        {
            var y = top + (RowHeight * row);
            var end = panel.X.At(bar.Count);
            // Beside a diamond a number would be taken for the diamond's, so it stands before the bar.
            var labelEnd = Left - 8 - (compared ? countWidth + 10 : 0);
            sheet.Words(labelEnd, y + 15, Lettering.Fit(bar.Label, Sheet.WordSize, labelEnd - 14), Ink.Text, Anchor.End);
            sheet.Add(new BoxMark(Left, y + 3, end - Left, RowHeight - 6, Palette.OkabeIto[0]));
            if (bar.Printed is { } printed)
                sheet.Add(new PointMark(new Place(panel.X.At(printed), y + (RowHeight / 2)), 4.5, Palette.OkabeIto[1], Outline.Diamond, Ink.Page));
            if (compared)
                sheet.Words(Left - 8, y + 15, Numerals.Of(bar.Count), Ink.Muted, Anchor.End, Sheet.SmallSize);
            else
                sheet.Words(end + 6, y + 15, Numerals.Of(bar.Count), Ink.Text, size: Sheet.SmallSize);
        }

        if (compared)
            Legend.DrawRow(sheet, Width - 16, sheet.Top + 2, [new("this run", Palette.OkabeIto[0]), new("printed in the paper", Palette.OkabeIto[1], Outline.Diamond)]);
        panel.Brand();
        return sheet.Finish();
    }
}
