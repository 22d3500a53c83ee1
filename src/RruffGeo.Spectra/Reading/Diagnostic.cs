namespace RruffGeo.Spectra;

/// <summary>Something noticed while a spectrum file was read.</summary>
/// <param name="Code">One of <see cref="DiagnosticCodes"/>.</param>
/// <param name="Line">Line number from 1 of a line that was left out; 0 if nothing was left out.</param>
/// <param name="Text">What was found, as a sentence.</param>
public sealed record Diagnostic(string Code, int Line, string Text);
