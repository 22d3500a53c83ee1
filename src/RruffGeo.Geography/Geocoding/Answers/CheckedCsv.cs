using System.Globalization;
using System.Text.Unicode;
using CsvHelper;

namespace RruffGeo.Geography;

/// <summary>CSV that people may open, edit and commit: UTF-8, commas, a header, one row a line, safe to open in a spreadsheet.</summary>
/// <remarks>
/// A field that a spreadsheet would take for a formula gets an apostrophe before it, and loses it when read. A comment in the first line names the format.
/// </remarks>
internal static class CheckedCsv
{
    private const string FormulaSigns = "=+-@'";
    private const string Advice = "Mend or delete the row; a deleted one is asked again.";

    private static readonly CsvReaderOptions Reading = CsvReaderOptions.Default with
    {
        Separator = ',',
        CommentPrefix = '#',
        AllowLineBreaksInQuotes = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = 1 << 16,
        TrackLineNumbers = true,
    };

    private static readonly CsvWriterOptions Writing = CsvWriterOptions.Default with { NewLine = "\n", CommentPrefix = '#' };

    /// <summary>Reads the rows of a file.</summary>
    /// <exception cref="InvalidDataException">The file is too long, is no CSV in UTF-8, or its columns are others.</exception>
    public static IEnumerable<CheckedRow> Read(string path, string[] columns, long longest)
    {
        if (new FileInfo(path).Length is var length && length > longest)
            throw new InvalidDataException($"{path}: {length} bytes, more than the {longest} that such a file has at most.");
        using var reader = CsvReader.FromFile(path, Reading with { HasHeader = false });
        if (!Next(reader, path, 1) || !Fields(reader).SequenceEqual(columns))
            throw new InvalidDataException($"{path}: expected the columns {string.Join(',', columns)}, but found '{string.Join(',', Fields(reader))}'.");
        for (var line = reader.LineNumber; Next(reader, path, line + 1); line = reader.LineNumber)
            yield return Row(reader, columns, path, reader.LineNumber);
    }

    /// <summary>Reads one line.</summary>
    /// <exception cref="InvalidDataException">It is no such row.</exception>
    public static CheckedRow Row(string text, string[] columns, string path, long line)
    {
        using var reader = CsvReader.FromText(text, Reading with { HasHeader = false });
        return Next(reader, path, line)
            ? Row(reader, columns, path, line)
            : throw new InvalidDataException($"{path}({line}): expected a row, but found an empty line. {Advice}");
    }

    /// <summary>Replaces a file; at no time is there half of it.</summary>
    public static void Write(string path, string[] columns, IEnumerable<string[]> rows)
    {
        var partial = path + ".partial";
        using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write("# RruffGeo geocoders, format 1: docs/geocoding.md\n"u8);
            foreach (var row in rows.Prepend(columns))
                stream.Write(Line(row));
            stream.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }

    /// <summary>A row as a line with its end, in UTF-8.</summary>
    public static ReadOnlySpan<byte> Line(string[] fields)
    {
        using var line = new MemoryStream();
        using (var writer = CsvWriter.Create(line, Writing, leaveOpen: true))
            writer.WriteRecord(Array.ConvertAll(fields, Armoured));
        return line.ToArray();
    }

    private static CheckedRow Row(CsvReader reader, string[] columns, string path, long line) => reader.FieldCount == columns.Length
        ? new CheckedRow(path, line, columns, [.. Fields(reader).Select(Bare)])
        : throw new InvalidDataException($"{path}({line}): expected {columns.Length} columns, but found {reader.FieldCount}. {Advice}");

    private static bool Next(CsvReader reader, string path, long line)
    {
        try
        {
            return reader.Read() && (Utf8.IsValid(reader.RawRecord) ? true : throw new CsvFormatException("Bytes that are no UTF-8."));
        }
        catch (CsvFormatException error)
        {
            throw new InvalidDataException($"{path}({long.Max(line, error.LineNumber)}): no CSV in UTF-8 ({error.Message}) {Advice}", error);
        }
    }

    private static IEnumerable<string> Fields(CsvReader reader) => Enumerable.Range(0, reader.FieldCount).Select(reader.GetString);

    private static string Armoured(string field) => IsArmed(field) && !IsNumber(field) ? "'" + field : field;

    private static string Bare(string field) => field.Length > 1 && field[0] == '\'' && IsArmed(field[1..]) ? field[1..] : field;

    private static bool IsArmed(string field) => field.Length > 0 && FormulaSigns.Contains(field[0], StringComparison.Ordinal);

    private static bool IsNumber(string field) => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
