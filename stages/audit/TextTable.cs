using RruffGeo.Presentation.Tables;

namespace RruffGeo.Stages;

/// <summary>A table as lines for a terminal.</summary>
internal static class TextTable
{
    /// <summary>Caption, header and rows; words to the left, all else to the right.</summary>
    public static IEnumerable<string> Lines(Table table)
    {
        yield return table.FullCaption;
        string[][] rows = [[.. table.Columns.Select(column => column.Title)], .. table.Rows.Select(row => row.Select(cell => Printable(cell.Text)).ToArray())];
        var widths = table.Columns.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            yield return "  " + string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd();
    }

    // Cells may come from files: nothing in them may steer the terminal.
    private static string Printable(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '�' : letter));
}
