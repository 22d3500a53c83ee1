using System.Text;
using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;

namespace RruffGeo.Pipeline.Runs;

/// <summary>Says why a stage has to run: the parts of its key that changed since the run before.</summary>
internal static class RunReason
{
    private const int MostChanges = 8;
    private const int DigestShown = 12;

    /// <summary>The reason in one line.</summary>
    /// <param name="wanted">The key that the store does not have.</param>
    /// <param name="earlier">What the run's lock file says of this stage and branch; null if nothing.</param>
    /// <param name="fault">Why a record of that very key could not be used; null if there was none.</param>
    /// <param name="explainCode">Says what differs between two code digests; empty if that is not known.</param>
    internal static string Of(StageKey wanted, LockEntry? earlier, string? fault, Func<string, string, string> explainCode)
    {
        if (fault is not null)
            return fault;
        if (earlier is null)
            return "first run";
        if (earlier.Key == wanted.Digest)
            return "the store no longer has its result";
        var changes = Changes(wanted, earlier, explainCode).ToList();
        var shown = string.Join("; ", changes.Take(MostChanges));
        return changes.Count > MostChanges ? $"{shown}; and {changes.Count - MostChanges} more" : shown;
    }

    private static IEnumerable<string> Changes(StageKey wanted, LockEntry earlier, Func<string, string, string> explainCode)
    {
        var before = earlier.Parts.ToDictionary(StringComparer.Ordinal);
        foreach (var name in wanted.Parts.Keys.Union(before.Keys, StringComparer.Ordinal).OrderBy(Rank).ThenBy(name => name, StringComparer.Ordinal))
        {
            var (old, now) = (before.GetValueOrDefault(name), wanted.Parts.GetValueOrDefault(name));
            var explanation = name == "code" && old is not null && now is not null ? explainCode(old, now) : "";
            if (old != now)
                yield return explanation.Length > 0 ? $"{Named(name)}: {explanation}" : $"{Named(name)}: {Shown(old)} → {Shown(now)}";
        }
    }

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
