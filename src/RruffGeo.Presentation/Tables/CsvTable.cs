using System.Globalization;
using CsvHelper;

namespace RruffGeo.Presentation.Tables;

/// <summary>Writes tables as CSV: UTF-8, LF, numbers in full, and a last column that says where the numbers come from.</summary>
public static class CsvTable
{
    // What a spreadsheet takes for the beginning of a formula.
    private const string FormulaStarts = "=+-@\t\r";

    /// <summary>The table with a header row.</summary>
    public static string Of(Table table)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }))
        {
            foreach (var column in table.Columns)
                csv.WriteField(column.Name);
            csv.WriteField("data_origin");
            csv.EndRecord();
            foreach (var row in table.Rows)
            {
                foreach (var cell in row)
                    csv.WriteField(cell.Kind == CellKind.Number ? cell.Data : Harmless(cell.Data));
                csv.WriteField(DataOrigins.Words(table.Origin));
                csv.EndRecord();
            }
        }

        return text.ToString();
    }

    /// <summary>An apostrophe keeps spreadsheets from running a text as a formula.</summary>
    private static string Harmless(string text)
    {
        var start = text.TrimStart(' ', '\n');
        return start.Length > 0 && FormulaStarts.Contains(start[0], StringComparison.Ordinal) ? "'" + text : text;
    }
}
