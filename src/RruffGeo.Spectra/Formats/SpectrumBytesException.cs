namespace RruffGeo.Spectra;

/// <summary>A binary file that cannot be used as a spectrum: <c>file(byte offset): what was expected and what was found.</c></summary>
/// <param name="file">Where the bytes came from.</param>
/// <param name="offset">Offset of the first byte concerned, from 0.</param>
/// <param name="code">One of <see cref="DiagnosticCodes"/> or <see cref="FormatCodes"/>.</param>
/// <param name="reason">What was expected and what was found, as a sentence.</param>
public sealed class SpectrumBytesException(string file, long offset, string code, string reason)
    : SpectrumFormatException(FormattableString.Invariant($"{file}(byte {offset}): {reason}"), code, reason)
{
    /// <summary>Offset of the first byte concerned, from 0.</summary>
    public long Offset { get; } = offset;
}
