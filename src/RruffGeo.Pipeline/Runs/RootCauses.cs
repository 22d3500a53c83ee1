using RruffGeo.Pipeline.Keys;
using RruffGeo.Pipeline.Store;

namespace RruffGeo.Pipeline.Runs;

/// <summary>Follows changed inputs upwards, through the records of the stage runs that made them, to the changes from which they follow.</summary>
/// <param name="records">All records of the store.</param>
/// <param name="explainCode">Says what differs between two code digests; empty if that is not known.</param>
internal sealed class RootCauses(IReadOnlyList<Manifest> records, Func<string, string, string> explainCode)
{
    private readonly ILookup<string, Manifest> makers = records.ToLookup(manifest => manifest.Logical, StringComparer.Ordinal);

    /// <summary>The causes of <paramref name="changes"/>, each once, those furthest up first.</summary>
    internal IReadOnlyList<Cause> Of(string stage, string branch, IEnumerable<KeyChange> changes)
    {
        var causes = new List<Cause>();
        Collect(stage, branch, changes, causes, []);
        return [.. causes.DistinctBy(cause => cause.ToString(), StringComparer.Ordinal).OrderBy(cause => cause.Stage, StringComparer.Ordinal)];
    }

    private void Collect(string stage, string branch, IEnumerable<KeyChange> changes, List<Cause> causes, HashSet<string> seen)
    {
        foreach (var change in changes)
            if (!change.IsInput || MadeBy(change) is not var (before, after))
                causes.Add(new(stage, branch, change));
            else if (seen.Add(after.Key))
                Collect(
                    after.Parts["stage"], after.Parts.GetValueOrDefault("branch", ""), KeyChange.Between(before.Parts, after.Parts, explainCode), causes, seen);
    }

    /// <summary>The two stage runs that made the old and the new input: of several that made the same, those that differ least.</summary>
    private (Manifest Before, Manifest After)? MadeBy(KeyChange change) =>
        (from before in makers[change.Before ?? ""]
         from after in makers[change.After ?? ""]
         where before.Parts.GetValueOrDefault("stage") == after.Parts.GetValueOrDefault("stage") && before.Key != after.Key
         orderby KeyChange.Between(before.Parts, after.Parts, (_, _) => "").Count(), before.Key, after.Key
         select ((Manifest, Manifest)?)(before, after)).FirstOrDefault();
}
