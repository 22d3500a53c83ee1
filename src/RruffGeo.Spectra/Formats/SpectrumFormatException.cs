namespace RruffGeo.Spectra;

/// <summary>A file that cannot be used as a spectrum, whatever its format. The message names file and place, what was expected and what was found.</summary>
/// <param name="message">The whole message.</param>
/// <param name="code">One of <see cref="DiagnosticCodes"/> or <see cref="FormatCodes"/>.</param>
/// <param name="reason">What was expected and what was found, as a sentence.</param>
public abstract class SpectrumFormatException(string message, string code, string reason) : FormatException(message)
{
    /// <summary>One of <see cref="DiagnosticCodes"/> or <see cref="FormatCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>What was expected and what was found, as a sentence.</summary>
    public string Reason { get; } = reason;
}
