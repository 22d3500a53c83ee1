namespace RruffGeo.Spectra;

/// <summary>A text file that cannot be used as a spectrum: <c>file(line): what was expected and what was found.</c></summary>
/// <param name="file">Where the text came from.</param>
/// <param name="line">Line number from 1; 0 if the whole file is meant.</param>
/// <param name="code">One of <see cref="DiagnosticCodes"/> or <see cref="FormatCodes"/>.</param>
/// <param name="reason">What was expected and what was found, as a sentence.</param>
public sealed class SpectrumTextException(string file, int line, string code, string reason)
    : SpectrumFormatException(line > 0 ? $"{file}({line}): {reason}" : $"{file}: {reason}", code, reason)
{
    /// <summary>Line number from 1; 0 if the whole file is meant.</summary>
    public int Line { get; } = line;
}
