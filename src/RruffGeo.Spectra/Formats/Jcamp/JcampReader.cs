using System.Text;

namespace RruffGeo.Spectra;

/// <summary>Reads JCAMP-DX files: <c>XYDATA=(X++(Y..Y))</c> in AFFN and every packed form, <c>XYPOINTS=(XY..XY)</c> (McDonald and Wilks 1988; SCIENCE 8).</summary>
/// <remarks>Of a file with several blocks the first spectrum is taken, and that is said. Peak tables and n-tuples are refused by name.</remarks>
internal static class JcampReader
{
    /// <summary>Reads one file.</summary>
    /// <param name="bytes">All bytes of the file.</param>
    /// <param name="file">Where they came from, for messages.</param>
    /// <exception cref="SpectrumTextException">It holds no spectrum in a form that is read, or a damaged one.</exception>
    public static SpectrumFile Read(ReadOnlySpan<byte> bytes, string file)
    {
        var diagnostics = new DiagnosticLog();
        var scanner = new JcampScanner(file, diagnostics);
        var lines = new TextLines(SpectrumText.ToUtf8(bytes, diagnostics));
        while (lines.MoveNext() && scanner.Take(WithoutComment(lines.Current), lines.Number))
        {
        }

        return scanner.ToFile();
    }

    private static ReadOnlySpan<byte> WithoutComment(ReadOnlySpan<byte> line)
    {
        var comment = line.IndexOf("$$"u8);
        return comment < 0 ? line : line[..comment][Ascii.Trim(line[..comment])];
    }
}
