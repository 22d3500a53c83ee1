using System.Text;
using Parquet;
using Parquet.Schema;

namespace RruffGeo.Build.Publishing;

/// <summary>Keeps measured spectra out of bundles: RRUFF's terms are not known to let anyone pass them on.</summary>
internal static class SpectraGuard
{
    /// <summary>A list of more numbers than this in a page could be a spectrum; the report's own lists are far shorter.</summary>
    internal const int LongestList = 200;

    private const string Drawn = "points=";
    private static readonly string[] texts = [".html", ".json", ".csv", ".md", ".tex", ".js"];

    /// <summary>Why <paramref name="file"/> may hold a spectrum; null if it holds none.</summary>
    public static string? ObjectionTo(BundleFile file)
    {
        var kind = Path.GetExtension(file.Path).ToLowerInvariant();
        return kind == ".parquet" ? OfTable(file) : texts.Contains(kind) ? OfText(file) : null;
    }

    private static string? OfTable(BundleFile file)
    {
        using var stream = new MemoryStream(file.Content);
        var reader = ParquetReader.CreateAsync(stream).GetAwaiter().GetResult();
        try
        {
            var list = reader.Schema.DataFields.FirstOrDefault(field => field.MaxRepetitionLevel > 0 && IsReal(field));
            return list is null ? null : $"its column '{list.Path}' holds lists of real numbers, as spectra are kept";
        }
        finally
        {
            reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static bool IsReal(DataField field) => field.ClrType == typeof(float) || field.ClrType == typeof(double);

    private static string? OfText(BundleFile file)
    {
        var longest = LongestListIn(Encoding.UTF8.GetString(file.Content));
        return longest > LongestList ? $"it holds a list of {longest} numbers, as spectra are written" : null;
    }

    /// <summary>Length of the longest list of numbers in brackets or quotation marks, separated by commas, semicolons or white space; lines of drawings do not count.</summary>
    internal static int LongestListIn(ReadOnlySpan<char> text)
    {
        var (longest, here, inNumber, listed) = (0, 0, false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (listed && letter is (']' or '"' or '\''))
                longest = Math.Max(longest, here + (inNumber ? 1 : 0));
            if (letter is '[' or '"' or '\'')
                (here, inNumber, listed) = (0, false, !text[..i].EndsWith(Drawn, StringComparison.Ordinal));
            else if (char.IsAsciiDigit(letter) || letter is '.' or '-' or '+' or 'e' or 'E' or 'n' or 'u' or 'l')
                inNumber = true;
            else if (letter is ',' or ';' || char.IsWhiteSpace(letter))
                (here, inNumber) = (here + (inNumber ? 1 : 0), false);
            else
                (here, inNumber, listed) = (0, false, false);
        }

        return longest;
    }
}
