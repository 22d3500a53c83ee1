namespace RruffGeo.Spectra;

/// <summary>A file that cannot be used as a spectrum. The message is <c>file(line): what was expected and what was found.</c></summary>
/// <param name="file">Where the text came from, such as <c>LR-Raman.zip!Quartz….txt</c>.</param>
/// <param name="line">Line number from 1; 0 if the whole file is meant.</param>
/// <param name="code">One of <see cref="DiagnosticCodes"/>.</param>
/// <param name="reason">What was expected and what was found, as a sentence.</param>
public sealed class RruffFormatException(string file, int line, string code, string reason)
    : SpectrumFormatException(line > 0 ? $"{file}({line}): {reason}" : $"{file}: {reason}", code, reason)
{
    /// <summary>Line number from 1; 0 if the whole file is meant.</summary>
    public int Line { get; } = line;
}
