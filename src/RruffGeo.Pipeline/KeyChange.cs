using System.Text;
using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;

namespace RruffGeo.Pipeline;

/// <summary>One part of a key that is not what it was.</summary>
/// <param name="Part">The part's name, such as <c>code</c>, <c>parameter.Folds.Seed</c>, <c>input.02-geocoded</c> or <c>environment.rid</c>.</param>
/// <param name="Before">The old value; null if there was none.</param>
/// <param name="After">The new value; null if there is none.</param>
/// <param name="Detail">What differs between two digests of code, in words; empty for other parts, and if it is not known.</param>
public sealed record KeyChange(string Part, string? Before, string? After, string Detail)
{
    private const int DigestShown = 12;

    /// <summary>True for an input that another stage or the user supplies: the cause lies there.</summary>
    public bool IsInput => Part.StartsWith(StageKey.InputPrefix, StringComparison.Ordinal);

    /// <summary>The input's role; empty for other parts.</summary>
    public string Role => IsInput ? Part[StageKey.InputPrefix.Length..] : "";

    /// <summary>The change in one line: "parameter Folds.Seed: 20 → 7".</summary>
    public override string ToString() => Detail.Length > 0 ? $"{Named(Part)}: {Detail}" : $"{Named(Part)}: {Shown(Before)} → {Shown(After)}";

    /// <summary>The parts in which two keys differ: code, schema and stage first, then parameters, inputs, environment.</summary>
    internal static IEnumerable<KeyChange> Between(
        IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after, Func<string, string, string> explainCode) =>
        from name in before.Keys.Union(after.Keys, StringComparer.Ordinal).OrderBy(Rank).ThenBy(name => name, StringComparer.Ordinal)
        let old = before.GetValueOrDefault(name)
        let now = after.GetValueOrDefault(name)
        where old != now
        select new KeyChange(name, old, now, name == "code" && old is not null && now is not null ? explainCode(old, now) : "");

    private static int Rank(string part) =>
        part.StartsWith(StageKey.ParameterPrefix, StringComparison.Ordinal) ? 1
        : part.StartsWith(StageKey.InputPrefix, StringComparison.Ordinal) ? 2
        : part.StartsWith(StageKey.EnvironmentPrefix, StringComparison.Ordinal) ? 3 : 0;

    private static string Named(string part)
    {
        foreach (var prefix in (string[])[StageKey.ParameterPrefix, StageKey.InputPrefix, StageKey.EnvironmentPrefix])
            if (part.StartsWith(prefix, StringComparison.Ordinal))
                return $"{prefix[..^1]} {part[prefix.Length..]}";
        return part;
    }

    private static string Shown(string? value)
    {
        if (value is null)
            return "none";
        if (FileDigest.IsDigest(value))
            return value[..DigestShown];
        var plain = new StringBuilder();
        foreach (var character in value)
            plain.Append(char.IsControl(character) ? '·' : character);
        return plain.Length == 0 ? "''" : plain.ToString();
    }
}
