using RruffGeo.Pipeline.Keys;
using RruffGeo.Pipeline.Store;

namespace RruffGeo.Pipeline.Runs;

/// <summary>Gives a result that earlier code made the key of the present code.</summary>
/// <param name="store">The store.</param>
/// <param name="wanted">The key that the store does not have; its lock is held.</param>
/// <param name="reason">Why the change of code is cosmetic.</param>
/// <param name="earlier">Key of what the run has; null for nothing. It is looked at first.</param>
/// <remarks>The code alone may differ: parameters, inputs, schema and environment decide numbers, and nobody's word stands for them.</remarks>
internal sealed class Accepting(PipelineStore store, StageKey wanted, string reason, string? earlier)
{
    /// <summary>Publishes the record.</summary>
    /// <param name="name">Stage and branch, for messages.</param>
    /// <exception cref="AcceptanceRefusedException">There is no such result.</exception>
    internal (Manifest Manifest, KeyChange Change) Run(string name)
    {
        if (!Acceptance.IsReason(reason))
            throw new AcceptanceRefusedException($"{name}: say in one line of at most {Acceptance.LongestReason} characters why the change is cosmetic.");
        var known = Candidates().Select(manifest => (Manifest: manifest, Changes: KeyChange.Between(manifest.Parts, wanted.Parts, store.ExplainCode).ToList())).ToList();
        var (former, changes) = known.Find(one => one.Changes is [{ Part: "code" }] && one.Manifest.Outputs.All(store.Blobs.IsIntact));
        if (former is null)
            throw new AcceptanceRefusedException(known.Count == 0
                ? $"{name}: the store has no earlier result that could be accepted. Let it run."
                : $"{name}: no earlier result differs in its code alone; the nearest differs in {string.Join("; ", known.MinBy(one => one.Changes.Count).Changes)}. Only a change of code can be cosmetic: let it run.");
        var accepted = former with
        {
            Key = wanted.Digest,
            Parts = wanted.Parts,
            Accepted = [.. former.Accepted ?? [], new Acceptance(former.Key, reason)],
        };
        using var temporary = store.CreateTemporaryFolder();
        store.Publish(accepted, [], temporary.Path);
        return (accepted, changes[0]);
    }

    // The run's own result first, then the one used last.
    private IEnumerable<Manifest> Candidates() => store.Manifests.All().Sound
        .Where(record => record.Manifest.Parts.GetValueOrDefault("stage") == wanted.Parts["stage"] && record.Manifest.Parts.GetValueOrDefault("branch") == wanted.Parts["branch"])
        .OrderBy(record => record.Manifest.Key == earlier ? 0 : 1).ThenBy(record => record.Unused).Select(record => record.Manifest);
}
