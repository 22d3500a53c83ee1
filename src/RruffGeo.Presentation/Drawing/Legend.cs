namespace RruffGeo.Presentation.Drawing;

/// <summary>One entry of a legend.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Outline">Its shape.</param>
internal readonly record struct LegendEntry(string Label, Ink Ink, Outline Outline = Outline.Square);

/// <summary>Entries in a row, ending at the right edge given.</summary>
internal static class Legend
{
    /// <summary>Draws <paramref name="entries"/> on the baseline <paramref name="y"/>, right-aligned at <paramref name="right"/>.</summary>
    public static void DrawRow(Sheet sheet, double right, double y, IReadOnlyList<LegendEntry> entries)
    {
        var x = right - entries.Sum(e => 32 + Lettering.Width(e.Label, Sheet.SmallSize)) + 14;
        foreach (var entry in entries)
        {
            sheet.Add(new PointMark(new Place(x + 4, y - 4), 4.5, entry.Ink, entry.Outline));
            sheet.Words(x + 13, y, entry.Label, Ink.Text, size: Sheet.SmallSize);
            x += 32 + Lettering.Width(entry.Label, Sheet.SmallSize);
        }
    }
}
