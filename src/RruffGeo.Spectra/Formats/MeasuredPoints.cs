namespace RruffGeo.Spectra;

/// <summary>Gathers the points of a file as they are read and makes the spectrum of them.</summary>
/// <param name="file">Where they came from, for messages.</param>
/// <param name="diagnostics">What was noticed in the file.</param>
internal sealed class MeasuredPoints(string file, DiagnosticLog diagnostics)
{
    /// <summary>Most points of a spectrum: a header or a packed form that promises more is refused before any memory is taken. RRUFF's longest has 23,775.</summary>
    public const int Maximum = 1 << 20;

    private readonly List<float> wavenumbers = [];
    private readonly List<float> intensities = [];

    public int Count => wavenumbers.Count;

    /// <summary>Takes a point; false if one of its numbers is not finite in single precision.</summary>
    public bool TryAdd(double wavenumber, double intensity)
    {
        if (!float.IsFinite((float)wavenumber) || !float.IsFinite((float)intensity))
            return false;
        wavenumbers.Add((float)wavenumber);
        intensities.Add((float)intensity);
        return true;
    }

    /// <summary>Orders the points and checks that they are a spectrum, as the reader of RRUFF's files does.</summary>
    /// <exception cref="SpectrumTextException">There are fewer than four distinct wavenumbers, or only one intensity.</exception>
    public SpectrumFile ToFile(SpectrumFormat format, IReadOnlyList<KeyValuePair<string, string>> labels)
    {
        var (x, y) = MeasuredAxis.Order([.. wavenumbers], [.. intensities], diagnostics);
        if (x.Length < RruffReader.MinimumPoints)
            throw new SpectrumTextException(
                file, 0, DiagnosticCodes.TooShort, $"expected at least {RruffReader.MinimumPoints} distinct wavenumbers but found {x.Length}.");
        if (!y.AsSpan().ContainsAnyExcept(y[0]))
            throw new SpectrumTextException(
                file, 0, DiagnosticCodes.ConstantIntensity,
                FormattableString.Invariant($"expected intensities that vary but found {y[0]} at all {y.Length} points."));
        return new SpectrumFile(format, labels, x, y, diagnostics.ToList());
    }
}
