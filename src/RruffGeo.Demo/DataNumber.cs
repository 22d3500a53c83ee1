using System.Globalization;
using System.Text;

namespace RruffGeo.Demo;

/// <summary>Writes numbers as RRUFF's files have them: seven significant digits.</summary>
internal static class DataNumber
{
    /// <summary>Fixed point, or <c>6.687836E-02</c> below 0.1; nought is <c>0.0000000E+00</c>.</summary>
    public static void AppendFixed(StringBuilder text, double value)
    {
        var size = Math.Abs(value);
        if (size is < 0.1 or >= 10_000_000)
        {
            text.Append(size == 0 ? "0.0000000E+00" : value.ToString("0.000000E+00", CultureInfo.InvariantCulture));
            return;
        }

        var decimals = 7;
        for (var bound = 1.0; size >= bound; bound *= 10)
            decimals--;
        text.Append(CultureInfo.InvariantCulture, $"{value.ToString("F" + decimals, CultureInfo.InvariantCulture)}");
    }

    /// <summary>Three-digit exponents, <c>1.036855e+002</c>, as some low-resolution files have them.</summary>
    public static void AppendExponential(StringBuilder text, double value) =>
        text.Append(value.ToString("0.000000e+000", CultureInfo.InvariantCulture));
}
