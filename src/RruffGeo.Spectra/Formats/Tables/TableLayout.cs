using System.Text;

namespace RruffGeo.Spectra;

/// <summary>How a text table writes its columns.</summary>
/// <param name="Separator">Between columns; a blank stands for any run of blanks and tabs.</param>
/// <param name="DecimalMark">Point, or comma where the separator is none.</param>
internal readonly record struct TableLayout(char Separator, char DecimalMark)
{
    private const int LongestNumber = 64;

    // In the order of preference where several read equally many lines.
    private static readonly TableLayout[] All = [new(';', '.'), new(';', ','), new('\t', '.'), new('\t', ','), new(',', '.'), new(' ', '.'), new(' ', ',')];

    /// <summary>The layout that reads most of <paramref name="text"/>'s first lines as pairs of numbers; null if none reads any.</summary>
    public static TableLayout? Find(ReadOnlySpan<byte> text)
    {
        const int LinesTried = 2000;
        Span<int> read = stackalloc int[All.Length];
        var lines = new TextLines(text);
        while (lines.Number < LinesTried && lines.MoveNext())
            for (var i = 0; i < All.Length; i++)
                if (All[i].TryRead(lines.Current, out _, out _, out _))
                    read[i]++;
        var best = 0;
        for (var i = 1; i < All.Length; i++)
            if (read[i] > read[best])
                best = i;
        return read[best] > 0 ? All[best] : null;
    }

    /// <summary>Reads the first two columns of a line.</summary>
    /// <returns>False if one of them is no number, or there are fewer than two columns.</returns>
    public bool TryRead(ReadOnlySpan<byte> line, out double wavenumber, out double intensity, out int columns)
    {
        (wavenumber, intensity, columns) = (0, 0, 0);
        while (!line.IsEmpty)
        {
            var field = Next(ref line);
            columns++;
            if (columns == 1 && !TryParse(field, out wavenumber))
                return false;
            if (columns == 2 && !TryParse(field, out intensity))
                return false;
        }

        return columns >= 2;
    }

    /// <summary>Takes the first column off a line that neither begins nor ends with blanks.</summary>
    public ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> line)
    {
        var end = Separator == ' ' ? line.IndexOfAny((byte)' ', (byte)'\t') : line.IndexOf((byte)Separator);
        var field = end < 0 ? line : line[..end];
        line = end < 0 ? [] : line[(end + 1)..];
        line = line[Ascii.Trim(line)];
        field = field[Ascii.Trim(field)];
        return field is [(byte)'"', .., (byte)'"'] ? field[1..^1] : field;
    }

    private bool TryParse(ReadOnlySpan<byte> field, out double value)
    {
        value = 0;
        if (field.Length is 0 or > LongestNumber)
            return false;
        var at = 0;
        var comma = DecimalMark == ',' ? field.IndexOf((byte)',') : -1;
        if (comma < 0)
            return NumberText.TryRead(field, ref at, out value) && at == field.Length;

        // A comma at either end of a number separates something; it is no decimal mark.
        if (comma == 0 || comma == field.Length - 1 || field.Contains((byte)'.'))
            return false;
        Span<byte> pointed = stackalloc byte[LongestNumber];
        field.CopyTo(pointed);
        pointed[comma] = (byte)'.';
        return NumberText.TryRead(pointed[..field.Length], ref at, out value) && at == field.Length;
    }
}
