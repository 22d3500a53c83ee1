using System.Text.RegularExpressions;

namespace RruffGeo.Geography;

/// <summary>A locality text made ready for geocoding.</summary>
/// <param name="Text">Fields parted by <c>, </c>; empty if nothing was left.</param>
/// <param name="Removed">What stood in parentheses, in the order of removal (inner before outer), joined by <c>; </c>.</param>
public sealed record CleanedLocality(string Text, string Removed);

/// <summary>Cleans locality texts and lists the candidates to send to geocoders (paper A.1, steps 1 and 3).</summary>
/// <remarks>The paper does not say what a delimiter is, nor what happens to nested parentheses: the exact rules are ours.</remarks>
public static partial class LocalityText
{
    private const string FieldSeparator = ", ";

    /// <summary>Cleans a text whose HTML entities have been decoded. Letters, case, apostrophes and accents stay.</summary>
    /// <remarks>
    /// In this order: innermost parentheses are removed until none is left (an unmatched one stays); <c>; | /</c> become commas; runs of
    /// white space become one blank; a comma is followed by one blank and preceded by none; empty fields collapse; blanks, commas and full
    /// stops are stripped from both ends.
    /// </remarks>
    public static CleanedLocality Clean(string locality)
    {
        ArgumentNullException.ThrowIfNull(locality);
        var removed = new List<string>();
        var text = locality;
        while (InnermostParentheses().IsMatch(text))
        {
            text = InnermostParentheses().Replace(text, match =>
            {
                removed.Add(WhiteSpace().Replace(match.Groups["held"].Value, " ").Trim());
                return " ";
            });
        }

        text = WhiteSpace().Replace(OtherDelimiters().Replace(text, ","), " ");
        var fields = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new CleanedLocality(
            string.Join(FieldSeparator, fields).Trim(' ', ',', '.'),
            string.Join("; ", removed.Where(held => held.Length > 0)));
    }

    /// <summary>The fields of a cleaned text; none if it is empty.</summary>
    public static IReadOnlyList<string> Fields(string cleaned) =>
        string.IsNullOrEmpty(cleaned) ? [] : cleaned.Split(FieldSeparator);

    /// <summary>All fields, then without the first, down to the last field alone; none for an empty text.</summary>
    public static IReadOnlyList<string> Candidates(string cleaned)
    {
        var fields = Fields(cleaned);
        return [.. fields.Select((_, dropped) => string.Join(FieldSeparator, fields.Skip(dropped)))];
    }

    /// <summary>Key under which localities count as the same place: the cleaned text, case-folded; empty for empty and unknown ones.</summary>
    public static string Group(string cleaned)
    {
        var folded = cleaned.ToLowerInvariant();
        return folded is "unknown" or "locality unknown" or "unknown locality" ? "" : folded;
    }

    [GeneratedRegex(@"\((?<held>[^()]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex InnermostParentheses();

    [GeneratedRegex("[;|/]", RegexOptions.CultureInvariant)]
    private static partial Regex OtherDelimiters();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();
}
