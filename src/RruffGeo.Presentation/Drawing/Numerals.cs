using System.Globalization;

namespace RruffGeo.Presentation.Drawing;

/// <summary>Numbers as the paper prints them: comma between thousands, point before decimals, a true minus sign.</summary>
public static class Numerals
{
    /// <summary>What stands where a number is not known.</summary>
    public const string Missing = "–";

    /// <summary>A whole number, such as 32,940.</summary>
    public static string Of(long value) => Sign(value.ToString("#,0", CultureInfo.InvariantCulture));

    /// <summary>A number with fixed decimals, such as 30.96; <see cref="Missing"/> if it is not finite.</summary>
    public static string Of(double value, int decimals) =>
        double.IsFinite(value) ? Sign(Zero(value, decimals).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)) : Missing;

    /// <summary>A difference, always with its sign: +3, −3, ±0.</summary>
    public static string Difference(double value, int decimals)
    {
        var text = Of(value, decimals);
        return Zero(value, decimals) switch { > 0 => "+" + text, 0 => "±" + text, _ => text };
    }

    /// <summary>A share 0 … 1 as a percentage, such as 93.1 %.</summary>
    public static string Percent(double share, int decimals = 1) => double.IsFinite(share) ? Of(100 * share, decimals) + " %" : Missing;

    /// <summary>A tick label: as few digits as tell the ticks apart.</summary>
    internal static string Tick(double value, double step) =>
        Of(value, Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 6));

    private static double Zero(double value, int decimals)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return rounded == 0 ? 0 : rounded;
    }

    private static string Sign(string text) => text.Replace('-', '−');
}
