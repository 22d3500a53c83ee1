using System.Globalization;
using System.Text.Unicode;
using CsvHelper;

namespace RruffGeo.Stages;

/// <summary>Reads a CSV whose columns are roles and features. Untrusted: its size is bounded before memory is.</summary>
public static class ReadFeatureTable
{
    private const long MostBytes = 4L << 30;
    private const int MostRows = 50_000;
    private const int MostColumns = 20_000;
    private const long MostValues = 250_000_000;
    private const int LongestText = 1000;
    private const string FormulaSigns = "=+-@'";

    private static readonly CsvReaderOptions Reading = CsvReaderOptions.Default with
    {
        Separator = ',',
        HasHeader = false,
        AllowLineBreaksInQuotes = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = 1 << 24,
        TrackLineNumbers = true,
    };

    /// <summary>Reads <paramref name="path"/>: UTF-8, commas, a header, numbers with a decimal point.</summary>
    /// <param name="path">The file.</param>
    /// <param name="roles">Which column plays which role.</param>
    /// <param name="cancellation">Checked once per row.</param>
    /// <exception cref="InvalidDataException">The file is too large, is no such table, or a cell is not what its column needs; the message names file and line.</exception>
    public static FeatureTable Run(string path, ColumnRoles roles, CancellationToken cancellation)
    {
        var file = Path.GetFileName(path);
        if (new FileInfo(path).Length is var length && length > MostBytes)
            throw new InvalidDataException($"{file}: {length} bytes, more than the {MostBytes} that are read. Leave columns or rows out.");
        using var reader = CsvReader.FromFile(path, Reading);
        if (!Next(reader, file, 1))
            throw new InvalidDataException($"{file}: expected a header and rows, but the file is empty.");
        string[] header = [.. Fields(reader).Select((name, i) => (i == 0 ? name.TrimStart('\uFEFF') : name).Trim())];
        if (header.Length > MostColumns)
            throw new InvalidDataException($"{file}({reader.LineNumber}): {header.Length} columns, more than the {MostColumns} that are read.");

        var table = new FeatureTable(file);
        var columns = roles.Of(header, file, reader.LineNumber);
        table.Roles.UnionWith(columns);
        var (features, ids) = ((int[]?)null, new HashSet<string>(StringComparer.Ordinal));
        for (var line = reader.LineNumber; Next(reader, file, line + 1); line = reader.LineNumber)
        {
            cancellation.ThrowIfCancellationRequested();
            if (reader.FieldCount != header.Length)
                throw new InvalidDataException($"{file}({reader.LineNumber}): expected {header.Length} cells, as the header has, but found {reader.FieldCount}.");
            features ??= FeaturesOf(reader, header, columns, table);
            if (table.Rows >= MostRows || (long)(table.Rows + 1) * features.Length > MostValues)
                throw new InvalidDataException($"{file}({reader.LineNumber}): more than {table.Rows} rows of {features.Length} features; at most {MostRows} rows and {MostValues} values are read.");
            AddRow(reader, header, columns, features, table, ids);
        }

        return table.Rows > 0 ? table : throw new InvalidDataException($"{file}: expected rows with a country, but found none.");
    }

    private static void AddRow(CsvReader reader, string[] header, string[] columns, int[] features, FeatureTable table, HashSet<string> ids)
    {
        var (file, line) = (table.File, reader.LineNumber);
        var (specimen, spectrum, locality) = (Text(ColumnRoles.Specimen), Text(ColumnRoles.Spectrum), Text(ColumnRoles.Locality).ToLowerInvariant());
        var id = Text(ColumnRoles.Id) is { Length: > 0 } named ? named : $"line {line.ToString("D9", CultureInfo.InvariantCulture)}";
        if (!ids.Add(id))
            throw new InvalidDataException($"{file}({line}): expected an id of its own, but '{id}' stands in an earlier row. Give the column another role, or make its values differ.");
        table.Simulated |= Text(ColumnRoles.Origin).StartsWith("SIMULATED", StringComparison.OrdinalIgnoreCase);
        var values = Array.ConvertAll(features, column => Number(reader.GetString(column), header[column], file, line));
        if (Text(ColumnRoles.Country) is not { Length: > 0 } country)
        {
            table.WithoutCountry++;
            return;
        }

        table.Units.Add(new JoinedSpectrum
        {
            SpectrumId = id,
            Kind = Text(ColumnRoles.Kind),
            Mineral = Text(ColumnRoles.Species),
            Specimen = specimen,
            Acquisition = spectrum.Length == 0 ? "" : $"{specimen}|{spectrum}",
            LocalityGroup = locality is "" or "unknown" ? (specimen.Length == 0 ? "" : $"specimen {specimen}") : locality,
            Country = country,
        });
        table.Features.Add(values);

        string Text(string role)
        {
            var place = Array.IndexOf(columns, role);
            if (place < 0)
                return "";
            var text = reader.GetString(place).Trim();
            if (text.Length > LongestText)
                throw new InvalidDataException($"{file}({line}): column '{header[place]}' holds {text.Length} letters, more than {LongestText}.");
            return text.Length > 1 && text[0] == '\'' && FormulaSigns.Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
        }
    }

    /// <summary>The columns without a role that hold a number in the first row.</summary>
    private static int[] FeaturesOf(CsvReader reader, string[] header, string[] columns, FeatureTable table)
    {
        var features = new List<int>();
        for (var column = 0; column < header.Length; column++)
        {
            if (columns[column].Length > 0)
                continue;
            var isNumber = float.TryParse(reader.GetString(column), NumberStyles.Float, CultureInfo.InvariantCulture, out _);
            (isNumber ? table.FeatureNames : table.TextColumns).Add(header[column]);
            if (isNumber)
                features.Add(column);
        }

        return features.Count > 0
            ? [.. features]
            : throw new InvalidDataException($"{table.File}({reader.LineNumber}): expected numeric columns beside the roles, but found none. Every numeric column without a role is a feature.");
    }

    private static float Number(string text, string column, string file, long line) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value)
            ? value
            : throw new InvalidDataException(
                $"{file}({line}): column '{column}': expected a number but found '{(text.Length > 40 ? text[..40] + "…" : text)}'. Mend the cell, leave the row out, or leave the column out with --column=ignore={column}.");

    private static bool Next(CsvReader reader, string file, long line)
    {
        try
        {
            return reader.Read() && (Utf8.IsValid(reader.RawRecord) ? true : throw new CsvFormatException("Bytes that are no UTF-8."));
        }
        catch (CsvFormatException error)
        {
            throw new InvalidDataException($"{file}({long.Max(line, error.LineNumber)}): no CSV in UTF-8 ({error.Message}) Expected commas between cells, quotes where a cell holds one, a row a line.", error);
        }
    }

    private static IEnumerable<string> Fields(CsvReader reader) => Enumerable.Range(0, reader.FieldCount).Select(reader.GetString);
}
