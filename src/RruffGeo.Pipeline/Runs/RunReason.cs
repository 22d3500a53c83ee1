using RruffGeo.Pipeline.Keys;

namespace RruffGeo.Pipeline.Runs;

/// <summary>Says why a stage has to run: the parts of its key that changed since the run before.</summary>
internal static class RunReason
{
    private const int MostChanges = 8;

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
        var changes = Changes(wanted, earlier, explainCode);
        var shown = string.Join("; ", changes.Take(MostChanges));
        return changes.Count > MostChanges ? $"{shown}; and {changes.Count - MostChanges} more" : shown;
    }

    /// <summary>The parts that changed; none if there was no earlier run.</summary>
    internal static IReadOnlyList<KeyChange> Changes(StageKey wanted, LockEntry? earlier, Func<string, string, string> explainCode) =>
        earlier is null ? [] : [.. KeyChange.Between(earlier.Parts.ToDictionary(StringComparer.Ordinal), wanted.Parts, explainCode)];
}
