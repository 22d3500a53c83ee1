using System.Text.RegularExpressions;

namespace RruffGeo.Geography;

/// <summary>How a keyword has to stand in a text.</summary>
public enum KeywordRule
{
    /// <summary>No letter or digit directly before or after it.</summary>
    Word,

    /// <summary>Anywhere, also inside a longer word: how a plain keyword search behaves.</summary>
    Substring,
}

/// <summary>Tells synthetic samples by keywords (paper A.2).</summary>
/// <remarks>
/// The paper names three keywords after "such as"; the spellings are ours. A bare "lab", "made" or "flux" is never used: Labrador, Alabama and
/// a Flux mine are real places.
/// </remarks>
public static partial class SyntheticKeywords
{
    private const string Hints = "synthesi[sz]ed|synthesis|cultured|biogenic|artificial|laboratory|lab|pill|grown|purchased|hydrothermally";
    private const string Keywords = "synthetic|laboratory[- ]grown|lab[- ]grown|man[- ]?made";

    /// <summary>The first keyword in <paramref name="text"/>, lower-case; null if there is none.</summary>
    public static string? Find(string text, KeywordRule rule)
    {
        var match = rule switch
        {
            KeywordRule.Word => Word().Match(text),
            KeywordRule.Substring => Substring().Match(text),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
        };
        return match.Success ? match.Value.ToLowerInvariant() : null;
    }

    /// <summary>The first word in <paramref name="text"/> that speaks of making without being a keyword, lower-case; null if there is none.</summary>
    /// <remarks>Such texts are listed for people, never classified: "lab" and "grown" decide nothing.</remarks>
    public static string? FindHint(string text) => Hint().Match(text) is { Success: true } match ? match.Value.ToLowerInvariant() : null;

    [GeneratedRegex($@"(?<![\p{{L}}\p{{Nd}}])(?:{Hints})(?![\p{{L}}\p{{Nd}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hint();

    [GeneratedRegex($@"(?<![\p{{L}}\p{{Nd}}])(?:{Keywords})(?![\p{{L}}\p{{Nd}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(Keywords, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Substring();
}
