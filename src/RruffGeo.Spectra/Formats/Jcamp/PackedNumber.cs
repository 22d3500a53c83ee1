namespace RruffGeo.Spectra;

/// <summary>Reads the numbers of ASDF, the packed ordinates of JCAMP-DX.</summary>
internal static class PackedNumber
{
    /// <summary>Reads a number written out (AFFN, PAC) and moves <paramref name="at"/> to its end; false if there is none.</summary>
    /// <remarks>An exponent has a sign, as the standard demands: without one, <c>E</c> begins the squeezed number 5.</remarks>
    public static bool TryRead(ReadOnlySpan<byte> line, ref int at, out double value)
    {
        var end = at;
        if (end < line.Length && line[end] is (byte)'+' or (byte)'-')
            end++;
        end = SkipDecimal(line, end);
        if (end + 2 < line.Length && line[end] is (byte)'E' or (byte)'e' && line[end + 1] is (byte)'+' or (byte)'-' && IsDigit(line[end + 2]))
            for (end += 3; end < line.Length && IsDigit(line[end]);)
                end++;
        var length = 0;
        if (!NumberText.TryRead(line[at..end], ref length, out value) || length != end - at)
            return false;
        at = end;
        return true;
    }

    /// <summary>Reads a number whose first digit and sign a letter gives; <paramref name="at"/> stands after the letter and moves to the number's end.</summary>
    public static double ReadAfter(int digit, ReadOnlySpan<byte> line, ref int at)
    {
        var value = (double)Math.Abs(digit);
        for (; at < line.Length && IsDigit(line[at]); at++)
            value = (value * 10) + (line[at] - '0');
        if (at < line.Length && line[at] == '.')
        {
            var start = at;
            at = SkipDecimal(line, at);
            var length = 0;
            if (NumberText.TryRead(line[start..at], ref length, out var fraction))
                value += fraction;
        }

        return digit < 0 ? -value : value;
    }

    private static int SkipDecimal(ReadOnlySpan<byte> line, int at)
    {
        while (at < line.Length && IsDigit(line[at]))
            at++;
        if (at < line.Length && line[at] == '.')
            at++;
        while (at < line.Length && IsDigit(line[at]))
            at++;
        return at;
    }

    private static bool IsDigit(byte letter) => (uint)(letter - '0') <= 9;
}
