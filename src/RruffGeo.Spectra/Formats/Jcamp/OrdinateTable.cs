namespace RruffGeo.Spectra;

/// <summary>The form <c>(X++(Y..Y))</c>: a line is an abscissa and the ordinates from there on, written out or packed (ASDF).</summary>
/// <remarks>x_i = FIRSTX + i·(LASTX − FIRSTX)/(NPOINTS − 1); the abscissas of the lines are only compared with that.</remarks>
internal sealed class OrdinateTable : JcampData
{
    private readonly List<double> ordinates = [];
    private readonly DiagnosticLog diagnostics;
    private readonly string file;
    private readonly int start;
    private readonly int promised;
    private readonly double first;
    private readonly double step;
    private readonly double abscissaFactor;
    private double difference;
    private bool afterDifference;

    public OrdinateTable(JcampBlock block, string file, int line, DiagnosticLog diagnostics)
    {
        (this.file, this.diagnostics, start) = (file, diagnostics, line);
        first = block.Required("FIRSTX", line);
        var last = block.Required("LASTX", line);
        promised = block.Points(line) ?? (int)block.Required("NPOINTS", line);
        step = promised > 1 ? (last - first) / (promised - 1) : 0;
        abscissaFactor = block.Number("XFACTOR") ?? 1;
        if (block.Number("DELTAX") is { } delta && Math.Abs(delta - step) > 0.01 * Math.Abs(step))
            diagnostics.Note(
                FormatCodes.HeaderConflict,
                FormattableString.Invariant($"##DELTAX= is {delta} but FIRSTX, LASTX and NPOINTS give {step}; these count."));
    }

    /// <inheritdoc/>
    public override void Take(ReadOnlySpan<byte> line, int number)
    {
        if (line.IsEmpty)
            return;
        var at = 0;
        if (!PackedNumber.TryRead(line, ref at, out var abscissa))
            throw Malformed(number, "an abscissa at the beginning of the line", line);

        var (check, begun) = (afterDifference, false);
        CompareAbscissa(abscissa * abscissaFactor, ordinates.Count - (check ? 1 : 0), number);
        while (at < line.Length)
        {
            var letter = line[at];
            if (letter is (byte)' ' or (byte)'\t' or (byte)',' or (byte)';')
            {
                at++;
                continue;
            }

            if (OrdinateLetters.Duplicates(letter) is { } count && begun)
            {
                at++;
                Repeat(PackedNumber.ReadAfter(count, line, ref at), number);
            }
            else if (OrdinateLetters.Difference(letter) is { } digit && begun && !double.IsNaN(ordinates[^1]))
            {
                at++;
                (difference, afterDifference) = (PackedNumber.ReadAfter(digit, line, ref at), true);
                Add(ordinates[^1] + difference, number);
            }
            else
            {
                var ordinate = ReadOrdinate(line, ref at, number);
                afterDifference = false;
                if (check && !begun)
                    Check(ordinate, number);
                else
                    Add(ordinate, number);
                begun = true;
            }
        }
    }

    /// <inheritdoc/>
    public override SpectrumFile ToFile(JcampBlock block)
    {
        if (ordinates.Count != promised)
            throw new SpectrumTextException(
                file, start, FormatCodes.PointCount, $"expected {promised} ordinates (##NPOINTS=) but found {ordinates.Count}. The file may have been cut.");
        var factor = block.Number("YFACTOR") ?? 1;
        if (block.Number("FIRSTY") is { } firstOrdinate && Math.Abs((ordinates[0] * factor) - firstOrdinate) > 0.001 * Math.Max(Math.Abs(firstOrdinate), Math.Abs(factor)))
            diagnostics.Note(
                FormatCodes.HeaderConflict,
                FormattableString.Invariant($"##FIRSTY= is {firstOrdinate} but the first ordinate times YFACTOR is {ordinates[0] * factor}; the data count."));

        var points = new MeasuredPoints(file, diagnostics);
        var missing = 0;
        for (var i = 0; i < ordinates.Count; i++)
            if (!points.TryAdd(first + (i * step), ordinates[i] * factor))
                missing++;
        if (missing > 0)
            diagnostics.Note(FormatCodes.MissingOrdinate, $"{missing} of {promised} ordinates are missing or not finite; their points were left out.");
        return points.ToFile(SpectrumFormat.JcampDx, block.Labels);
    }

    /// <summary>An ordinate that does not hang on the one before: written out, squeezed, or <c>?</c> for a missing one.</summary>
    private double ReadOrdinate(ReadOnlySpan<byte> line, ref int at, int number)
    {
        if (line[at] == '?')
        {
            at++;
            return double.NaN;
        }

        if (OrdinateLetters.Squeezed(line[at]) is { } digit)
        {
            at++;
            return PackedNumber.ReadAfter(digit, line, ref at);
        }

        return PackedNumber.TryRead(line, ref at, out var value)
            ? value
            : throw Malformed(number, "an ordinate", line[at..]);
    }

    private void Repeat(double count, int number)
    {
        if (!(count >= 1))
            throw new SpectrumTextException(file, number, FormatCodes.Malformed, "expected a repetition of at least 1 but found 0.");
        if (count - 1 > promised - ordinates.Count)
            throw TooMany(number);
        for (var i = 1; i < count; i++)
            Add(afterDifference ? ordinates[^1] + difference : ordinates[^1], number);
    }

    private void Add(double ordinate, int number)
    {
        if (ordinates.Count == promised)
            throw TooMany(number);
        ordinates.Add(ordinate);
    }

    /// <summary>A line of differences ends with an ordinate that the next line begins with again.</summary>
    private void Check(double ordinate, int number)
    {
        var expected = ordinates[^1];
        if (double.IsNaN(ordinate) || double.IsNaN(expected))
            return;
        if (Math.Abs(ordinate - expected) > 1e-6 * Math.Max(1, Math.Abs(expected)))
            diagnostics.LeaveOut(
                FormatCodes.OrdinateCheck, number,
                FormattableString.Invariant($"expected the line to begin with the last ordinate again, {expected}, but found {ordinate}; from here on the line's own counts."));
        ordinates[^1] = ordinate;
    }

    private void CompareAbscissa(double abscissa, int index, int number)
    {
        var expected = first + (index * step);
        if (!(Math.Abs(abscissa - expected) <= 1.001 * Math.Abs(step)))
            diagnostics.Note(
                FormatCodes.AbscissaCheck,
                FormattableString.Invariant($"Line {number} begins at {abscissa} but FIRSTX, LASTX and NPOINTS put it at {expected}; these count."));
    }

    private SpectrumTextException TooMany(int number) =>
        new(file, number, FormatCodes.PointCount, $"expected {promised} ordinates (##NPOINTS=) but found more.");

    private SpectrumTextException Malformed(int number, string expected, ReadOnlySpan<byte> found) =>
        new(file, number, FormatCodes.Malformed, $"expected {expected} but found '{SpectrumText.Quote(found)}'.");
}
