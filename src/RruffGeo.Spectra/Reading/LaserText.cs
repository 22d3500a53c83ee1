using System.Globalization;

namespace RruffGeo.Spectra;

/// <summary>Reads the numbers that RRUFF writes with hyphens and units: <c>514-5</c>, <c>458-5nm</c>, <c>532_nm</c>, <c>45-000</c>.</summary>
internal static class LaserText
{
    /// <summary>True for digits with or without a decimal point.</summary>
    public static bool IsPlain(string text) => text.Length > 0 && text.All(letter => char.IsAsciiDigit(letter) || letter == '.');

    /// <summary>True for the lasers with which nearly all of RRUFF was measured.</summary>
    public static bool IsUsual(double nanometres) => nanometres is 514 or 514.5 or 532 or 780 or 785;

    /// <summary>A wavelength in nm, with or without its unit; null if there is no positive number.</summary>
    public static double? Parse(string text)
    {
        var number = text.Trim();
        if (number.EndsWith("nm", StringComparison.OrdinalIgnoreCase))
            number = number[..^2].TrimEnd(' ', '_');
        return ParseHyphenated(number) is { } value and > 0 ? value : null;
    }

    /// <summary>A number whose decimal point may be written as a hyphen; null if it is none.</summary>
    public static double? ParseHyphenated(string text)
    {
        var number = text.Trim();
        var hyphen = number.IndexOf('-', Math.Min(1, number.Length));
        if (hyphen > 0)
            number = $"{number[..hyphen]}.{number[(hyphen + 1)..]}";
        return double.TryParse(
            number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
