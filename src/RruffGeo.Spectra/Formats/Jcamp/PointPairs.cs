namespace RruffGeo.Spectra;

/// <summary>The form <c>(XY..XY)</c>: pairs of numbers, parted by semicolons or blanks.</summary>
internal sealed class PointPairs : JcampData
{
    private readonly MeasuredPoints points;
    private readonly DiagnosticLog diagnostics;
    private readonly string file;
    private readonly int start;
    private readonly int? promised;
    private readonly double abscissaFactor;
    private readonly double ordinateFactor;
    private int pairs;

    public PointPairs(JcampBlock block, string file, int line, DiagnosticLog diagnostics)
    {
        (this.file, this.diagnostics, start) = (file, diagnostics, line);
        points = new MeasuredPoints(file, diagnostics);
        promised = block.Points(line);
        (abscissaFactor, ordinateFactor) = (block.Number("XFACTOR") ?? 1, block.Number("YFACTOR") ?? 1);
    }

    /// <inheritdoc/>
    public override void Take(ReadOnlySpan<byte> line, int number)
    {
        var at = 0;
        while (Next(line, ref at, number) is { } abscissa)
        {
            var ordinate = Next(line, ref at, number) ?? throw new SpectrumTextException(
                file, number, FormatCodes.Malformed, $"expected pairs 'x, y' but found a number without its partner at the end of '{SpectrumText.Quote(line)}'.");
            if (++pairs > MeasuredPoints.Maximum)
                throw new SpectrumTextException(file, number, FormatCodes.TooLarge, $"expected at most {MeasuredPoints.Maximum} points but found more.");
            if (!points.TryAdd(abscissa * abscissaFactor, ordinate * ordinateFactor))
                diagnostics.LeaveOut(DiagnosticCodes.NonFinite, number, "expected two finite numbers but found one that is not.");
        }
    }

    /// <inheritdoc/>
    public override SpectrumFile ToFile(JcampBlock block) => promised is null || promised == pairs
        ? points.ToFile(SpectrumFormat.JcampDx, block.Labels)
        : throw new SpectrumTextException(
            file, start, FormatCodes.PointCount, $"expected {promised} points (##NPOINTS=) but found {pairs}. The file may have been cut.");

    private double? Next(ReadOnlySpan<byte> line, ref int at, int number)
    {
        while (at < line.Length && line[at] is (byte)' ' or (byte)'\t' or (byte)',' or (byte)';')
            at++;
        if (at >= line.Length)
            return null;
        return NumberText.TryRead(line, ref at, out var value) && (at == line.Length || line[at] is (byte)' ' or (byte)'\t' or (byte)',' or (byte)';')
            ? value
            : throw new SpectrumTextException(file, number, FormatCodes.Malformed, $"expected pairs 'x, y' but found '{SpectrumText.Quote(line[at..])}'.");
    }
}
