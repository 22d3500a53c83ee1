using System.Text;

namespace RruffGeo.Spectra;

/// <summary>Brings the text of a file to UTF-8 without a byte order mark, whatever it was written in.</summary>
internal static class SpectrumText
{
    /// <summary>UTF-8, UTF-16 with its mark, else code page 1252; what was found is noted.</summary>
    /// <param name="bytes">All bytes of the file.</param>
    /// <param name="diagnostics">Receives notes on the encoding.</param>
    /// <returns>The text; <paramref name="bytes"/> themselves where nothing has to change.</returns>
    public static ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<byte> bytes, DiagnosticLog diagnostics)
    {
        if (Utf16Of(bytes) is { } utf16)
        {
            diagnostics.Note(FormatCodes.Utf16, "The text is UTF-16.");
            return Encoding.Convert(utf16, Encoding.UTF8, bytes[2..].ToArray());
        }

        if (bytes.StartsWith("\uFEFF"u8))
        {
            diagnostics.Note(DiagnosticCodes.ByteOrderMark, "The text begins with a byte order mark.");
            bytes = bytes[3..];
        }

        var encoding = RruffText.EncodingOf(bytes);
        if (encoding is UTF8Encoding)
            return bytes;
        diagnostics.Note(DiagnosticCodes.CodePage1252, "The text is not UTF-8 and was read as code page 1252.");
        return Encoding.Convert(encoding, Encoding.UTF8, bytes.ToArray());
    }

    /// <summary>The UTF-16 encoding that the mark at the beginning names; null if there is none.</summary>
    public static Encoding? Utf16Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>The first letters of a line, without control characters, fit for a message.</summary>
    public static string Quote(ReadOnlySpan<byte> line)
    {
        const int Letters = 60;
        var text = Encoding.UTF8.GetString(line[..Math.Min(line.Length, 4 * Letters)]).Trim();
        var printable = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return printable.Length <= Letters ? printable : printable[..Letters] + "…";
    }
}
