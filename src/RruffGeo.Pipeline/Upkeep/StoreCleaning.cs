using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;
using RruffGeo.Pipeline.Runs;
using RruffGeo.Pipeline.Store;

namespace RruffGeo.Pipeline.Upkeep;

/// <summary>Takes from a store what nobody has used for long, and what does not fit.</summary>
/// <remarks>
/// Kept are the artifacts of the runs named, by their lock files. Of the others those go that were not used for the limits' age; then the least recently
/// used until the store fits its size. A run that loses a file meanwhile makes it again. What lies in the quarantine goes by age, and so does
/// what is noted of code by which no artifact is left: whoever needs it digests that code again.
/// </remarks>
public static class StoreCleaning
{
    /// <summary>Collects, or says what would be collected.</summary>
    /// <param name="store">The store.</param>
    /// <param name="keptRuns">Folders of the runs whose artifacts stay whatever the limits say.</param>
    /// <param name="limits">What may stay besides.</param>
    /// <param name="mode">Whether anything is deleted.</param>
    /// <exception cref="PipelineStoreException">The store cannot be read or written.</exception>
    public static CollectionReport Run(PipelineStore store, IReadOnlyList<string> keptRuns, CollectionLimits limits, CollectionMode mode) => StoreGuard.At(store.Root, () =>
    {
        var roots = keptRuns.SelectMany(run => new RunLock(Path.GetFullPath(run), _ => { }).All()).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        var records = store.Manifests.All().Sound;
        var gone = TooMuch(records, roots, limits);
        var survivors = records.Select(record => record.Manifest).Where(manifest => !gone.ContainsKey(manifest.Key)).ToList();
        var needed = survivors.SelectMany(manifest => manifest.Outputs).Select(output => output.Sha256).ToHashSet(StringComparer.Ordinal);
        var released = gone.Values.SelectMany(manifest => manifest.Outputs).Select(output => output.Sha256).ToHashSet(StringComparer.Ordinal);
        var freed = (
            from path in store.Blobs.All()
            where !needed.Contains(Path.GetFileName(path))
            let file = new FileInfo(path)
            where released.Contains(file.Name) || DateTime.UtcNow - file.LastWriteTimeUtc >= limits.Grace
            select file).ToDictionary(file => file.Name, file => file.Length, StringComparer.Ordinal);
        var evidence = store.Quarantine.OlderThan(limits.OlderThan).Select(path => new FileInfo(path)).ToList();
        var stages = PerStage(gone.Values, freed);
        var code = NotesOfGoneCode(store, survivors, limits.OlderThan);
        foreach (var (name, files) in (IEnumerable<(string, List<FileInfo>)>)[("code", code), ("quarantine", evidence)])
            if (files.Count > 0)
                stages.Add(new CollectedStage(name, 0, files.Sum(file => file.Length)));
        if (mode == CollectionMode.Delete)
        {
            Delete(store, gone.Keys, freed.Keys, survivors);
            foreach (var file in evidence.Concat(code))
                file.Delete();
        }

        var kept = store.Blobs.All().Where(path => !freed.ContainsKey(Path.GetFileName(path))).Sum(path => new FileInfo(path).Length);
        return new CollectionReport(stages, gone.Count, stages.Sum(stage => stage.Bytes), kept)
        {
            Inputs = survivors.SelectMany(manifest => manifest.Parts)
                .Where(part => part.Key.StartsWith(StageKey.InputPrefix, StringComparison.Ordinal)).Select(part => part.Value).ToHashSet(StringComparer.Ordinal),
        };
    });

    private static List<FileInfo> NotesOfGoneCode(PipelineStore store, List<Manifest> survivors, TimeSpan age)
    {
        var used = survivors.Select(manifest => manifest.Parts.GetValueOrDefault("code", "")).ToHashSet(StringComparer.Ordinal);
        return Directory.Exists(store.CodeFolder)
            ? [.. from file in new DirectoryInfo(store.CodeFolder).EnumerateFiles()
                  where !used.Contains(Path.GetFileNameWithoutExtension(file.Name)) && DateTime.UtcNow - file.LastWriteTimeUtc >= age
                  orderby file.Name
                  select file]
            : [];
    }

    private static Dictionary<string, Manifest> TooMuch(
        IReadOnlyList<(Manifest Manifest, TimeSpan Unused)> records, HashSet<string> roots, CollectionLimits limits)
    {
        var gone = new Dictionary<string, Manifest>(StringComparer.Ordinal);
        var loose = records.Where(record => !roots.Contains(record.Manifest.Key) && record.Unused >= limits.Grace).OrderByDescending(record => record.Unused).ToList();
        foreach (var (manifest, unused) in loose)
            if (unused >= limits.OlderThan)
                gone.Add(manifest.Key, manifest);
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        long size = 0;
        foreach (var output in records.Where(record => !gone.ContainsKey(record.Manifest.Key)).SelectMany(record => record.Manifest.Outputs))
            size += (uses[output.Sha256] = uses.GetValueOrDefault(output.Sha256) + 1) == 1 ? output.Size : 0;
        foreach (var (manifest, _) in loose.Where(record => !gone.ContainsKey(record.Manifest.Key)))
        {
            if (size <= limits.MostBytes)
                break;
            gone.Add(manifest.Key, manifest);
            foreach (var output in manifest.Outputs)
                size -= --uses[output.Sha256] == 0 ? output.Size : 0;
        }

        return gone;
    }

    // Records first: a record always means that its files are there.
    private static void Delete(PipelineStore store, IEnumerable<string> keys, IEnumerable<string> blobs, List<Manifest> survivors)
    {
        foreach (var key in keys)
            store.Manifests.Delete(key);
        foreach (var sha256 in blobs)
            store.Blobs.Delete(sha256);
        store.DeleteViewsExcept(survivors);
    }

    private static List<CollectedStage> PerStage(IEnumerable<Manifest> gone, Dictionary<string, long> freed)
    {
        var left = new Dictionary<string, long>(freed, StringComparer.Ordinal);
        var stages = new SortedDictionary<string, CollectedStage>(StringComparer.Ordinal);
        foreach (var manifest in gone)
        {
            var stage = manifest.Parts.GetValueOrDefault("stage", "");
            var bytes = manifest.Outputs.Sum(output => left.Remove(output.Sha256, out var size) ? size : 0);
            var before = stages.GetValueOrDefault(stage, new CollectedStage(stage, 0, 0));
            stages[stage] = before with { Runs = before.Runs + 1, Bytes = before.Bytes + bytes };
        }

        return left.Count == 0 ? [.. stages.Values] : [.. stages.Values, new CollectedStage("", 0, left.Values.Sum())];
    }
}
