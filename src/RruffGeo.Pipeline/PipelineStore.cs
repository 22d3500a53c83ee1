using RruffGeo.Pipeline.Code;
using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;
using RruffGeo.Pipeline.Store;

namespace RruffGeo.Pipeline;

/// <summary>The folder that keeps every artifact ever made, by content, with the record of how it came to be.</summary>
/// <remarks>
/// Below the root: <c>cas/</c> files by SHA-256, <c>ac/</c> records by key, <c>views/</c> artifacts that are not laid out below a run,
/// <c>scratch/</c> checkpoints by key, <c>tmp/</c> what runs now, <c>quarantine/</c> what was found damaged, <c>locks/</c>, <c>runs/</c> event logs, <c>code/</c> what code digests
/// are made of, and <c>memo</c>, digests of files already read. Safe to share between threads; several processes may use one store.
/// </remarks>
public sealed class PipelineStore
{
    private readonly DigestMemo memo;

    private PipelineStore(string root, Func<string, string?> meaningOf)
    {
        (Root, MeaningOf) = (root, meaningOf);
        memo = new(Path.Combine(root, "memo"));
        Quarantine = new(Folder("quarantine"));
        Blobs = new(Folder("cas"), memo, Quarantine);
        Manifests = new(Folder("ac"), Quarantine);
    }

    /// <summary>The store's folder.</summary>
    public string Root { get; }

    /// <summary>Digests what a file says; null where its bytes are its meaning.</summary>
    internal Func<string, string?> MeaningOf { get; }

    internal Quarantine Quarantine { get; }

    internal BlobStore Blobs { get; }

    internal ManifestStore Manifests { get; }

    /// <summary>Told each step by which a result becomes durable; tests end the process there.</summary>
    internal Action<string> Failpoint { get; set; } = static _ => { };

    /// <summary>Opens the store at <paramref name="root"/>, such as <c>.pipeline/v1</c>; makes it if there is none; sweeps what dead processes left.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="meaningOf">
    /// Digests what a file says, blind to how it is encoded (lower-case hex SHA-256), or returns null for files whose bytes are their meaning: later stages
    /// know artifacts by it. Null: bytes everywhere.
    /// </param>
    /// <exception cref="PipelineStoreException">The folder cannot be made or written.</exception>
    public static PipelineStore Open(string root, Func<string, string?>? meaningOf = null)
    {
        root = Path.GetFullPath(root);
        return StoreGuard.At(root, () =>
        {
            foreach (var name in (string[])["ac", "cas", "locks", "quarantine", "scratch", "tmp", "views"])
                Directory.CreateDirectory(Path.Combine(root, name));
            TemporaryFolder.SweepOrphans(Path.Combine(root, "tmp"));
            return new PipelineStore(root, meaningOf ?? (static _ => null));
        });
    }

    /// <summary>SHA-256 of a file, lower-case hex; the file is read only if it was touched since it was last read.</summary>
    /// <exception cref="FileNotFoundException">There is no plain file at <paramref name="path"/>.</exception>
    /// <exception cref="PipelineStoreException">The file cannot be read.</exception>
    public string DigestOf(string path)
    {
        if (FileStamp.Of(path) is null)
            throw new FileNotFoundException($"{path}: no such file.", path);
        var digest = StoreGuard.At(path, () => memo.DigestOf(path));
        SaveMemo();
        return digest;
    }

    /// <summary>The digest by which later stages know an artifact that consists of all files below <paramref name="folder"/>.</summary>
    /// <exception cref="PipelineStoreException">The folder cannot be read.</exception>
    public string ArtifactDigestOf(string folder)
    {
        var digest = StoreGuard.At(folder, () => ArtifactDigest.Of(
            from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')
            select new OutputFile(path, 0, memo.DigestOf(file), MeaningOf(file))));
        SaveMemo();
        return digest;
    }

    /// <summary>Makes a result durable: its files, then the record that names them.</summary>
    /// <param name="manifest">The record.</param>
    /// <param name="files">Its files, outside the store but on its disk; those that the store has are left.</param>
    /// <param name="temporary">A folder for the record on the same disk.</param>
    internal void Publish(Manifest manifest, IEnumerable<(string Path, OutputFile Output)> files, string temporary)
    {
        var draft = ManifestStore.Draft(manifest, temporary);
        Failpoint("manifest written");
        Blobs.Adopt(files, draft, Failpoint);
        Manifests.Publish(draft, manifest.Key, Failpoint);
    }

    /// <summary>An artifact's folder below a run, where people may do with the files what they like.</summary>
    internal ArtifactFolder RunFolder(string path) => new(path, Blobs, memo, Placement.Copy);

    /// <summary>An artifact's folder inside the store.</summary>
    internal ArtifactFolder View(string bytes) => new(Path.Combine(Folder("views"), bytes[..2], bytes), Blobs, memo, Placement.Link);

    /// <summary>Where it is noted what was done for a run.</summary>
    internal string EventsOf(string run) => Path.Combine(Folder("runs"), run, "events.jsonl");

    /// <summary>What code digests are made of.</summary>
    internal string CodeFolder => Folder("code");

    /// <summary>The parts that differ between two code digests, in one line; empty if that is not known.</summary>
    internal string ExplainCode(string before, string after) =>
        StoreGuard.At(Root, () => CodeIdentity.ReportOf(CodeFolder, before) is { } old && CodeIdentity.ReportOf(CodeFolder, after) is { } present
            ? CodeReport.Explain(old, present) : "");

    /// <summary>Takes a file whose bytes are not what they should be out of use: a blob goes to the quarantine, a laid-out file will be restored.</summary>
    internal void Distrust(string path)
    {
        if (FileStamp.OfEntry(path) is { } stamp)
            memo.Forget(stamp);
        if (path == Blobs.PathOf(Path.GetFileName(path)))
            Blobs.Withdraw(Path.GetFileName(path));
    }

    /// <summary>Deletes the views of artifacts that are none of <paramref name="survivors"/>.</summary>
    internal void DeleteViewsExcept(IEnumerable<Manifest> survivors)
    {
        var kept = survivors.Select(manifest => ArtifactDigest.OfBytes(manifest.Outputs)).ToHashSet(StringComparer.Ordinal);
        foreach (var view in Directory.EnumerateDirectories(Folder("views")).SelectMany(Directory.EnumerateDirectories).ToList())
            if (!kept.Contains(Path.GetFileName(view)))
                TemporaryFolder.TryDelete(view);
    }

    internal TemporaryFolder CreateTemporaryFolder() => TemporaryFolder.Create(Folder("tmp"));

    internal string ScratchOf(string key) => Path.Combine(Folder("scratch"), key);

    /// <summary>Deletes the checkpoints of a key that was published by a process killed before it could; not those of one that runs again just now.</summary>
    internal void SweepScratch(string key)
    {
        if (Directory.Exists(ScratchOf(key)) && FileLock.TryAcquire(LockOf(key)) is { } idle)
            using (idle)
                TemporaryFolder.TryDelete(ScratchOf(key));
    }

    internal string LockOf(string name) => Path.Combine(Folder("locks"), name);

    internal string LockOfFolder(string path)
    {
        using var hash = new CanonicalHash("folder/v1");
        hash.Add(path);
        return LockOf("folder-" + hash.Finish());
    }

    internal void SaveMemo() => StoreGuard.At(Root, () => memo.Save(LockOf("memo")));

    /// <summary>As <see cref="SaveMemo"/>, and waits a tick of the file system's clock for what was just made.</summary>
    internal void SaveWholeMemo() => StoreGuard.At(Root, () => memo.SaveAll(LockOf("memo")));

    private string Folder(string name) => Path.Combine(Root, name);
}
