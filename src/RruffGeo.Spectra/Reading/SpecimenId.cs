using System.Text.RegularExpressions;

namespace RruffGeo.Spectra;

/// <summary>The stone behind an RRUFF id: R040031-3 and R040031-2 are one specimen.</summary>
public static partial class SpecimenId
{
    /// <summary>The leading one or two letters and six digits, upper-case; an id of another form whole, upper-case.</summary>
    public static string Of(string rruffId)
    {
        var id = rruffId.Trim().ToUpperInvariant();
        var match = Leading().Match(id);
        return match.Success ? match.Value : id;
    }

    /// <summary>True if <paramref name="specimen"/> is one or two letters and six digits.</summary>
    public static bool IsUsual(string specimen) => Leading().Match(specimen) is { Success: true } match && match.Length == specimen.Length;

    /// <summary>True if more than a sub-sample number follows the six digits: <c>R060001-9b</c>, <c>R040001_a</c>, <c>X000000.1</c>.</summary>
    public static bool HasText(string id) => Leading().Match(id.Trim().ToUpperInvariant()) is { Success: true } && !SubSample().IsMatch(id.Trim());

    [GeneratedRegex("^[A-Za-z]{1,2}[0-9]{6}(-[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex SubSample();

    [GeneratedRegex("^[A-Z]{1,2}[0-9]{6}", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();
}
