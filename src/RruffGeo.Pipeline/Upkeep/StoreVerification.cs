using System.Diagnostics;
using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Runs;
using RruffGeo.Pipeline.Store;

namespace RruffGeo.Pipeline.Upkeep;

/// <summary>Reads every file of a store, and every file laid out for runs, and believes no time stamp.</summary>
public static class StoreVerification
{
    /// <summary>Hashes everything on all cores; what is damaged is taken out of use, so that the next run makes or restores it anew.</summary>
    /// <param name="store">The store.</param>
    /// <param name="runFolders">Runs whose files are read too.</param>
    /// <param name="progress">Told bytes done and bytes in all, from several threads.</param>
    /// <param name="cancellation">Stops between files.</param>
    /// <exception cref="PipelineStoreException">The store cannot be read or written.</exception>
    public static VerificationReport Run(PipelineStore store, IReadOnlyList<string> runFolders, Action<long, long> progress, CancellationToken cancellation) => StoreGuard.At(store.Root, () =>
    {
        var clock = Stopwatch.StartNew();
        var blobs = store.Blobs.All().Select(path => (Path: path, Sha256: Path.GetFileName(path), Blob: true));
        var files = blobs.Concat(runFolders.SelectMany(LaidOut)).Where(file => File.Exists(file.Path))
            .Select(file => (file.Path, file.Sha256, file.Blob, new FileInfo(file.Path).Length)).OrderByDescending(file => file.Length).ToList();
        var (total, done) = (files.Sum(file => file.Length), 0L);
        var damaged = new List<DamagedFile>();
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, file =>
        {
            if (FileDigest.Of(file.Path) != file.Sha256)
                lock (damaged)
                    damaged.Add(new(file.Path, file.Blob ? DamageRemedy.Quarantined : DamageRemedy.RestoredNext));
            progress(Interlocked.Add(ref done, file.Length), total);
        });
        var took = clock.Elapsed;
        foreach (var file in damaged)
            store.Distrust(file.Path);
        var (sound, unsound) = store.Manifests.All();
        foreach (var record in unsound)
            store.Manifests.Withdraw(Path.GetFileNameWithoutExtension(record));
        damaged.AddRange(unsound.Select(record => new DamagedFile(record, DamageRemedy.Quarantined)));
        store.SaveMemo();
        return new VerificationReport(files.Count, sound.Count + unsound.Count, total, took, [.. damaged.OrderBy(file => file.Path, StringComparer.Ordinal)])
        {
            Accepted =
            [
                .. from record in sound
                   where record.Manifest.Accepted is not null
                   let named = (Stage: record.Manifest.Parts["stage"], Branch: record.Manifest.Parts.GetValueOrDefault("branch", ""), Acceptance: record.Manifest.Accepted!.Value[^1])
                   orderby named.Stage, named.Branch, named.Acceptance.Key
                   select named,
            ],
        };
    });

    private static IEnumerable<(string Path, string Sha256, bool Blob)> LaidOut(string runFolder) =>
        from entry in new RunLock(Path.GetFullPath(runFolder), _ => { }).All()
        let folder = entry.Folder(runFolder)
        where folder is not null
        from output in entry.Outputs.Where(OutputPath.IsSafe)
        select (OutputPath.Below(folder, output), entry.Values[LockEntry.OutputPrefix + output], false);
}
