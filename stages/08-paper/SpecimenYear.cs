using System.Globalization;

namespace RruffGeo.Stages;

/// <summary>The year in a RRUFF id: R040031 is of 2004.</summary>
internal static class SpecimenYear
{
    /// <summary>The year, or nothing if the id has another form.</summary>
    public static string Of(string specimen)
    {
        var digits = specimen.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        return specimen.Length - digits.Length is 1 or 2 && digits.Length == 6 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? $"20{digits[..2]}" : "";
    }
}
