using System.Collections.Immutable;
using RruffGeo.Pipeline.Keys;
using RruffGeo.Pipeline.Store;

namespace RruffGeo.Pipeline.Runs;

/// <summary>One artifact's block in a run's lock file.</summary>
/// <param name="Values">The key's parts, and <c>key</c>, <c>logical</c>, <c>output.&lt;path&gt;</c>.</param>
internal sealed record LockEntry(ImmutableSortedDictionary<string, string> Values)
{
    internal const string OutputPrefix = "output.";

    /// <summary>Key of the stage run; empty if a damaged lock file does not say.</summary>
    internal string Key => Values.GetValueOrDefault("key", "");

    /// <summary>The key's parts.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Parts =>
        Values.Where(value => value.Key is not ("key" or "logical") && !value.Key.StartsWith(OutputPrefix, StringComparison.Ordinal));

    /// <summary>Paths of the files inside the artifact.</summary>
    internal IEnumerable<string> Outputs =>
        Values.Keys.Where(name => name.StartsWith(OutputPrefix, StringComparison.Ordinal)).Select(name => name[OutputPrefix.Length..]);

    /// <summary>The entry for a finished stage run.</summary>
    internal static LockEntry Of(Manifest manifest)
    {
        var values = manifest.Parts.WithComparers(StringComparer.Ordinal).ToBuilder();
        values.Add("key", manifest.Key);
        values.Add("logical", manifest.Logical);
        foreach (var output in manifest.Outputs)
            values.Add(OutputPrefix + output.Path, output.Sha256);
        return new(values.ToImmutable());
    }
}
