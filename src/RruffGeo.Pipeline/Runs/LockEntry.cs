using System.Collections.Immutable;
using System.Globalization;
using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Store;

namespace RruffGeo.Pipeline.Runs;

/// <summary>One artifact's block in a run's lock file.</summary>
/// <param name="Values">The key's parts, and <c>key</c>, <c>logical</c>, <c>tier</c>, <c>output.&lt;path&gt;</c>, <c>meaning.&lt;path&gt;</c>, <c>accepted.&lt;number&gt;</c>.</param>
internal sealed record LockEntry(ImmutableSortedDictionary<string, string> Values)
{
    internal const string OutputPrefix = "output.";
    internal const string MeaningPrefix = "meaning.";
    internal const string AcceptedPrefix = "accepted.";

    /// <summary>Key of the stage run; empty if a damaged lock file does not say.</summary>
    internal string Key => Values.GetValueOrDefault("key", "");

    /// <summary>Digest of the artifact; empty if a damaged lock file does not say.</summary>
    internal string Logical => Values.GetValueOrDefault("logical", "");

    /// <summary>Stage and branch.</summary>
    internal (string Stage, string Branch) Name => (Values.GetValueOrDefault("stage", ""), Values.GetValueOrDefault("branch", ""));

    /// <summary>The key's parts.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Parts =>
        Values.Where(value => value.Key is not ("key" or "logical" or "tier")
            && !value.Key.StartsWith(OutputPrefix, StringComparison.Ordinal) && !value.Key.StartsWith(MeaningPrefix, StringComparison.Ordinal)
            && !value.Key.StartsWith(AcceptedPrefix, StringComparison.Ordinal));

    /// <summary>Paths of the files inside the artifact.</summary>
    internal IEnumerable<string> Outputs =>
        Values.Keys.Where(name => name.StartsWith(OutputPrefix, StringComparison.Ordinal)).Select(name => name[OutputPrefix.Length..]);

    /// <summary>The artifact's folder below a run; null for names that do not stay below it.</summary>
    internal string? Folder(string runFolder) =>
        OutputPath.IsSafe(Name.Stage) && (Name.Branch.Length == 0 || OutputPath.IsSafe(Name.Branch))
            ? OutputPath.Below(OutputPath.Below(Path.GetFullPath(runFolder), Name.Stage), Name.Branch) : null;

    /// <summary>The entry for a finished stage run.</summary>
    internal static LockEntry Of(Manifest manifest)
    {
        var values = manifest.Parts.WithComparers(StringComparer.Ordinal).ToBuilder();
        values.Add("key", manifest.Key);
        values.Add("logical", manifest.Logical);
        values.Add("tier", manifest.Tier);
        foreach (var (number, acceptance) in (manifest.Accepted ?? []).Index())
            values.Add(string.Create(CultureInfo.InvariantCulture, $"{AcceptedPrefix}{number + 1}"), $"{acceptance.Key} {acceptance.Reason}");
        foreach (var output in manifest.Outputs)
        {
            values.Add(OutputPrefix + output.Path, output.Sha256);
            if (output.Meaning is { } meaning)
                values.Add(MeaningPrefix + output.Path, meaning);
        }
        return new(values.ToImmutable());
    }
}
