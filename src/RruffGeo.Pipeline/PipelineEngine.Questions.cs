using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Runs;

namespace RruffGeo.Pipeline;

/// <content>What one may ask the engine without anything being made.</content>
public sealed partial class PipelineEngine
{
    /// <summary>What <see cref="Produce"/> would do now; changes nothing, and asks no remote cache.</summary>
    public StagePlan Plan(StageRequest request)
    {
        var key = KeyOf(request);
        var earlier = FindEarlier(request);
        var (manifest, fault) = request.RunAnyway ? (null, AskedFor) : Lookup(key);
        if (manifest is null)
        {
            var before = earlier is null ? null : store.Manifests.Find(earlier.Key, out _);
            return new(
                key.Digest, StageVerdict.Ran, RunReason.Of(key, earlier, fault, store.ExplainCode), null,
                before is null ? null : TimeSpan.FromSeconds(before.TookSeconds), RunReason.Changes(key, earlier, store.ExplainCode));
        }
        var missing = StoreGuard.At(runFolder, () => FolderOf(request, manifest).Missing(manifest.Outputs));
        var accepted = (manifest.Accepted ?? []).Select(acceptance => $"accepted: {acceptance.Reason}");
        return new(
            key.Digest, missing.Count == 0 ? StageVerdict.UpToDate : StageVerdict.Restored,
            string.Join("; ", missing.Count == 0 ? accepted : accepted.Prepend($"not as made: {string.Join(", ", missing.Select(output => output.Path))}")),
            manifest.Logical, TimeSpan.FromSeconds(manifest.TookSeconds), []);
    }

    /// <summary>The parts of <paramref name="request"/>'s key that changed since its earlier run in this folder; none if there was none.</summary>
    public IReadOnlyList<KeyChange> ChangesOf(StageRequest request) => RunReason.Changes(KeyOf(request), FindEarlier(request), store.ExplainCode);

    /// <summary>From what <paramref name="changes"/> of a stage's key follow: changed inputs are followed up through the stage runs that made them.</summary>
    public IReadOnlyList<Cause> CausesOf(string stage, string branch, IEnumerable<KeyChange> changes) => StoreGuard.At(store.Root, () =>
        new RootCauses([.. store.Manifests.All().Sound.Select(record => record.Manifest)], store.ExplainCode).Of(stage, branch, changes));

    /// <summary>In what <paramref name="request"/> differs from the stage run that the store knows and that is most like it; null if it knows none.</summary>
    public IReadOnlyList<KeyChange>? DifferenceFromNearest(StageRequest request) => StoreGuard.At(store.Root, () =>
        store.Manifests.Nearest(KeyOf(request)) is { } nearest
            ? (IReadOnlyList<KeyChange>)[.. KeyChange.Between(nearest.Parts, KeyOf(request).Parts, store.ExplainCode)] : null);

    /// <summary>What a stage or branch used when it was last made for this run, or a sibling branch did; null if that is not known.</summary>
    public StageUsage? LastUsed(string stage, string branch) => StoreGuard.At(store.Root, () =>
        (runLock.Find(stage, branch) ?? runLock.Sibling(stage)) is { } earlier ? store.Manifests.Find(earlier.Key, out _)?.Used : null);

    /// <summary>The stages that are not the same in this run and in another, by their lock files, in the order of stages.</summary>
    /// <param name="otherRunFolder">Folder of the other run, which counts as the first of the two.</param>
    /// <exception cref="PipelineStoreException">A lock file cannot be read.</exception>
    public IReadOnlyList<StageChange> ChangesSince(string otherRunFolder) => StoreGuard.At(otherRunFolder, () =>
    {
        runLock.WriteIfDue(LockOfLock, store.Failpoint);
        return RunDifference.Between(new RunLock(Path.GetFullPath(otherRunFolder), observer.Warned).All(), runLock.All(), store.ExplainCode);
    });

    /// <summary>Runs a stage whose result the store has once more and compares the files; publishes nothing.</summary>
    /// <param name="request">The stage run.</param>
    /// <param name="compare">Looks at the files while they are there.</param>
    /// <param name="cancellation">Handed to the stage.</param>
    /// <returns>Null if the store has no result to compare with; else what <paramref name="compare"/> returned.</returns>
    public T? Recompute<T>(StageRequest request, Func<Recomputation, T> compare, CancellationToken cancellation)
        where T : class
    {
        var key = KeyOf(request);
        return Lookup(key).Manifest is { } recorded
            ? new StageRun(store, request, key).Rehearse((folder, outputs) => compare(RunDifference.Of(recorded, store, folder, outputs)), cancellation) : null;
    }
}
