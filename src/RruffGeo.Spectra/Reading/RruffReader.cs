namespace RruffGeo.Spectra;

/// <summary>Reads RRUFF spectrum files: header lines <c>##KEY=value</c>, then pairs of numbers, then <c>##END=</c>.</summary>
/// <remarks>
/// Accepts every oddity seen in the archives of 2019 and 2026 and says so in the diagnostics. Numbers are read as the nearest double and
/// stored as the nearest single. Safe to call from many threads.
/// </remarks>
public static class RruffReader
{
    /// <summary>Fewest distinct wavenumbers of a usable spectrum: a not-a-knot spline needs four.</summary>
    public const int MinimumPoints = 4;

    /// <summary>Reads one file.</summary>
    /// <param name="text">All bytes of the file: UTF-8, else code page 1252.</param>
    /// <param name="file">Where they came from, for messages.</param>
    /// <exception cref="RruffFormatException">There are no data, fewer than four distinct wavenumbers, or only one intensity.</exception>
    public static RruffFile Read(ReadOnlySpan<byte> text, string file)
    {
        using var scanner = new RruffScanner(text);
        scanner.Scan();
        if (scanner.Points == 0)
            throw new RruffFormatException(
                file, 0, DiagnosticCodes.NoData, $"expected lines 'wavenumber, intensity' but found none in {scanner.Lines} lines.");

        var (wavenumbers, intensities) = MeasuredAxis.Order(scanner.Wavenumbers, scanner.Intensities, scanner.Diagnostics);
        if (wavenumbers.Length < MinimumPoints)
            throw new RruffFormatException(
                file, 0, DiagnosticCodes.TooShort, $"expected at least {MinimumPoints} distinct wavenumbers but found {wavenumbers.Length}.");
        if (!intensities.AsSpan().ContainsAnyExcept(intensities[0]))
            throw new RruffFormatException(
                file, 0, DiagnosticCodes.ConstantIntensity,
                FormattableString.Invariant($"expected intensities that vary but found {intensities[0]} at all {intensities.Length} points."));
        return new RruffFile(scanner.Header, wavenumbers, intensities, scanner.Diagnostics.ToList());
    }
}
