using System.Globalization;
using System.Text;

namespace RruffGeo.Spectra;

/// <summary>Reads decimal numbers from bytes.</summary>
/// <remarks>
/// The result is the double nearest to the decimal text. Up to 2⁵³ and with a power of ten up to 22, mantissa and power are exact doubles, so that
/// one multiplication or division rounds once; everything else takes the framework's slower way to the same number.
/// </remarks>
internal static class NumberText
{
    private const ulong ExactMantissa = 1UL << 53;

    private static ReadOnlySpan<double> PowersOfTen =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>Reads the number that begins at <paramref name="at"/> and moves there to its end.</summary>
    /// <returns>False if there is none; <paramref name="at"/> then stays.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, ref int at, out double value)
    {
        var i = at;
        var negative = false;
        if (i < text.Length && (text[i] == '-' || text[i] == '+'))
            negative = text[i++] == '-';

        var start = i;
        ulong mantissa = 0;
        while (i < text.Length && (uint)(text[i] - '0') <= 9)
            mantissa = (mantissa * 10) + (uint)(text[i++] - '0');
        var digits = i - start;
        var fraction = 0;
        if (i < text.Length && text[i] == '.')
        {
            start = ++i;
            while (i < text.Length && (uint)(text[i] - '0') <= 9)
                mantissa = (mantissa * 10) + (uint)(text[i++] - '0');
            fraction = i - start;
            digits += fraction;
        }

        if (digits == 0)
            return TryReadName(text, ref at, out value);

        var power = ReadExponent(text, ref i) - fraction;
        if (digits > 19 || mantissa > ExactMantissa || power is < -22 or > 22)
        {
            value = double.Parse(text[at..i], NumberStyles.Float, CultureInfo.InvariantCulture);
        }
        else
        {
            value = power < 0 ? mantissa / PowersOfTen[-power] : mantissa * PowersOfTen[power];
            value = negative ? -value : value;
        }

        at = i;
        return true;
    }

    private static int ReadExponent(ReadOnlySpan<byte> text, ref int at)
    {
        if (at >= text.Length || (text[at] | 0x20) != 'e')
            return 0;
        var i = at + 1;
        var negative = i < text.Length && text[i] == '-';
        if (i < text.Length && (text[i] == '-' || text[i] == '+'))
            i++;
        var start = i;
        var exponent = 0;
        while (i < text.Length && (uint)(text[i] - '0') <= 9)
            exponent = Math.Min(99_999, (exponent * 10) + (text[i++] - '0'));
        if (i == start)
            return 0;
        at = i;
        return negative ? -exponent : exponent;
    }

    // 'NaN', 'inf' and '-Infinity' are numbers that no spectrum can use; they are told apart from words so that the reason is right.
    private static bool TryReadName(ReadOnlySpan<byte> text, ref int at, out double value)
    {
        var start = at + (at < text.Length && (text[at] == '-' || text[at] == '+') ? 1 : 0);
        var end = start;
        while (end < text.Length && char.IsAsciiLetter((char)text[end]))
            end++;
        var name = text[start..end];
        value = Ascii.EqualsIgnoreCase(name, "nan"u8) ? double.NaN : double.PositiveInfinity;
        if (!double.IsNaN(value) && !Ascii.EqualsIgnoreCase(name, "inf"u8) && !Ascii.EqualsIgnoreCase(name, "infinity"u8))
            return false;
        at = end;
        return true;
    }
}
