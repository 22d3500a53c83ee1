using System.Text;

namespace RruffGeo.Spectra;

/// <summary>Reads text tables of wavenumber and intensity: CSV, TSV, columns parted by blanks (SCIENCE 8).</summary>
/// <remarks>
/// Separator and decimal mark are those that read most lines. Comments begin with <c>#</c>, <c>%</c> or <c>//</c>; lines above the data that
/// are no data are titles. Of more than two columns the first two are taken, and that is said.
/// </remarks>
internal static class TableReader
{
    private const int TitlesKept = 20;

    /// <summary>Reads one table.</summary>
    /// <param name="bytes">All bytes of the file.</param>
    /// <param name="file">Where they came from, for messages.</param>
    /// <exception cref="SpectrumTextException">It is no table of two numeric columns, or no spectrum.</exception>
    public static SpectrumFile Read(ReadOnlySpan<byte> bytes, string file)
    {
        var diagnostics = new DiagnosticLog();
        var text = SpectrumText.ToUtf8(bytes, diagnostics);
        if (TableLayout.Find(text) is not { } layout)
            throw new SpectrumTextException(
                file, 0, DiagnosticCodes.NoData,
                $"expected lines 'wavenumber, intensity' but found none; the text begins '{SpectrumText.Quote(text)}'. "
                + "Columns may be parted by commas, semicolons, tabs or blanks.");

        var points = new MeasuredPoints(file, diagnostics);
        var titles = new List<KeyValuePair<string, string>>();
        var (strays, widest, numbers, decimals) = (0, 0, 0, false);
        var lines = new TextLines(text);
        ReadOnlySpan<byte> title = [];
        while (lines.MoveNext())
        {
            var line = lines.Current;
            if (layout.TryRead(line, out var wavenumber, out var intensity, out var columns))
            {
                if (numbers++ == 0)
                    RefuseWavelengths(layout, title, file, lines.Number);
                if (numbers > MeasuredPoints.Maximum)
                    throw new SpectrumTextException(file, lines.Number, FormatCodes.TooLarge, $"expected at most {MeasuredPoints.Maximum} points but found more.");
                (widest, decimals) = (Math.Max(widest, columns), decimals || line.Contains((byte)'.'));
                if (!points.TryAdd(wavenumber, intensity))
                    diagnostics.LeaveOut(DiagnosticCodes.NonFinite, lines.Number, "expected two finite numbers but found one that is not.");
            }
            else if (line.IsEmpty)
            {
                continue;
            }
            else if (line[0] is (byte)'#' or (byte)'%' || line.StartsWith("//"u8))
            {
                diagnostics.LeaveOut(DiagnosticCodes.CommentLine, lines.Number, $"comment '{SpectrumText.Quote(line)}'.");
            }
            else if (numbers == 0)
            {
                title = line;
                diagnostics.LeaveOut(FormatCodes.TitleLine, lines.Number, $"title '{SpectrumText.Quote(line)}'.");
                if (titles.Count < TitlesKept)
                    titles.Add(new("title", SpectrumText.Quote(line)));
            }
            else
            {
                strays++;
                diagnostics.LeaveOut(DiagnosticCodes.StrayLine, lines.Number, $"expected 'wavenumber, intensity' but found '{SpectrumText.Quote(line)}'.");
            }
        }

        if (strays > numbers)
            throw new SpectrumTextException(
                file, 0, FormatCodes.Malformed, $"expected two numbers a line but found them in only {numbers} of {numbers + strays} lines from the first such line on.");
        if (layout.Separator == ',' && widest > 2 && !decimals)
            throw new SpectrumTextException(
                file, 0, FormatCodes.AmbiguousCommas,
                $"expected two columns but commas make {widest}, and decimal commas cannot be told from separating ones. Part the columns by semicolons or tabs, or write decimal points.");
        NoteLayout(layout, widest, diagnostics);
        return points.ToFile(SpectrumFormat.TextTable, titles);
    }

    private static void NoteLayout(TableLayout layout, int columns, DiagnosticLog diagnostics)
    {
        if (layout.DecimalMark == ',')
            diagnostics.Note(FormatCodes.DecimalComma, "The decimal mark is a comma.");
        if (layout.Separator == '\t')
            diagnostics.Note(DiagnosticCodes.TabSeparated, "Columns are parted by tabs.");
        if (layout.Separator == ' ')
            diagnostics.Note(DiagnosticCodes.BlankSeparated, "Columns are parted by blanks.");
        if (columns > 2)
            diagnostics.Note(FormatCodes.ExtraColumns, $"Lines have up to {columns} columns; the first is taken as wavenumber, the second as intensity.");
    }

    private static void RefuseWavelengths(TableLayout layout, ReadOnlySpan<byte> title, string file, int line)
    {
        var first = layout.Next(ref title);
        if (Encoding.UTF8.GetString(first).StartsWith("wavelength", StringComparison.OrdinalIgnoreCase))
            throw new SpectrumTextException(
                file, line - 1, FormatCodes.WrongUnit,
                $"expected Raman shift in cm⁻¹ but the first column is titled '{SpectrumText.Quote(first)}'. Convert it with the laser's wavelength: 10⁷/λ₀ − 10⁷/λ, in nm.");
    }
}
