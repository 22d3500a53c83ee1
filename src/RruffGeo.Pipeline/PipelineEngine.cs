using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;
using RruffGeo.Pipeline.Remote;
using RruffGeo.Pipeline.Runs;
using RruffGeo.Pipeline.Store;

namespace RruffGeo.Pipeline;

/// <summary>Produces artifacts: finds out whether the store has them, lays them out, and runs a stage only if it must.</summary>
/// <param name="store">Where artifacts are kept.</param>
/// <param name="runFolder">Where they are laid out, such as <c>outputs/demo</c>.</param>
/// <param name="observer">Is told what happens; from several threads if branches run side by side.</param>
/// <param name="remote">A cache that others share; null for none. Nothing that it does or fails to do ends a run.</param>
/// <remarks>Safe to share between threads; several processes may work on one store and one run.</remarks>
public sealed partial class PipelineEngine(PipelineStore store, string runFolder, IPipelineObserver observer, RemoteCache? remote = null) : IDisposable
{
    private const string AskedFor = "asked for, whatever the store has";
    private readonly RunLock runLock = new(Path.GetFullPath(runFolder), observer.Warned);
    private readonly InputWatch inputs = new(store);
    private readonly EventLog events = new(store.EventsOf(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(runFolder)))));
    private readonly RemoteStore? shared = remote is null ? null : new(remote, store);

    /// <summary>Waits until the remote cache has what it is to be given, if there is one; and remembers the digests of what was just made.</summary>
    public void Dispose()
    {
        shared?.Dispose();
        events.Flush();
        StoreGuard.At(runFolder, () => runLock.WriteIfDue(LockOfLock, store.Failpoint));
        store.SaveWholeMemo();
    }

    /// <summary>Makes sure that the artifact of <paramref name="request"/> is there, by doing nothing, by restoring it, or by running the stage.</summary>
    /// <param name="request">The stage run.</param>
    /// <param name="cancellation">Handed to the stage; also ends a wait for another process.</param>
    /// <exception cref="PipelineStoreException">The store or the outputs folder cannot be used.</exception>
    /// <exception cref="InputChangedException">An input changed on disk; nothing was published.</exception>
    /// <exception cref="InvalidDataException">The stage left nothing, or something that is not a plain file.</exception>
    public StageResult Produce(StageRequest request, CancellationToken cancellation)
    {
        var key = KeyOf(request);
        var result = !request.RunAnyway && Lookup(key).Manifest is { } known ? TryLayOut(request, known, StageVerdict.Restored) : null;
        if (result is null)
        {
            using var held = StoreGuard.At(store.Root, () => FileLock.Acquire(
                store.LockOf(key.Digest),
                holder =>
                {
                    events.Waiting(request, key.Digest, holder);
                    observer.Waiting(request, holder);
                },
                cancellation));
            result = Reuse(request, key, out var fault) ?? Fetch(request, key, cancellation) ?? Run(request, key, fault, cancellation);
            TemporaryFolder.TryDelete(store.ScratchOf(key.Digest));
        }
        else
        {
            store.SweepScratch(key.Digest);
            store.Manifests.NoteUse(key.Digest);
        }
        store.SaveMemo();
        events.Produced(request, result);
        observer.Produced(request, result);
        return result;
    }

    /// <summary>Takes the result of earlier code for that of the present code, for a change that a person calls cosmetic; runs nothing.</summary>
    /// <param name="request">The stage run whose code changed.</param>
    /// <param name="reason">Why the change is cosmetic; kept with the result, and shown wherever it is used.</param>
    /// <returns>What changed; null if the store has the result of the present code, so that there is nothing to accept.</returns>
    /// <exception cref="AcceptanceRefusedException">There is no earlier result of which all but the code is as wanted.</exception>
    public KeyChange? Accept(StageRequest request, string reason)
    {
        var key = KeyOf(request);
        using var held = StoreGuard.At(store.Root, () => FileLock.Acquire(store.LockOf(key.Digest), holder => observer.Waiting(request, holder), CancellationToken.None));
        if (Lookup(key).Manifest is not null)
            return null;
        var accepting = StoreGuard.At(store.Root, () => new Accepting(store, key, reason, FindEarlier(request)?.Key).Run(NameOf(request)));
        events.Accepted(request, accepting.Manifest);
        return accepting.Change;
    }

    /// <summary>Writes <c>paper.lock</c> into the run's folder: which artifacts it holds and by which keys.</summary>
    /// <exception cref="PipelineStoreException">The folder cannot be written.</exception>
    public void WriteLock()
    {
        StoreGuard.At(runFolder, () => runLock.Write(LockOfLock, store.Failpoint));
        events.Flush();
        store.SaveWholeMemo();
    }

    /// <summary>Takes the blocks of stages and branches that no longer exist out of <c>paper.lock</c>, and their files out of the run's folder.</summary>
    /// <param name="exists">Says of a stage and a branch whether it still exists.</param>
    /// <exception cref="PipelineStoreException">The folder cannot be written.</exception>
    public void Prune(Func<string, string, bool> exists) => StoreGuard.At(runFolder, () =>
    {
        foreach (var entry in runLock.TakeExcept(exists))
            if (entry.Folder(runFolder) is { } folder)
                store.RunFolder(folder).RemoveWhole(entry.Outputs);
    });

    private static StageKey KeyOf(StageRequest request) =>
        OutputPath.IsSafe(request.Stage) && (request.Branch.Length == 0 || OutputPath.IsSafe(request.Branch))
            ? StageKey.Of(request)
            : throw new ArgumentException($"'{request.Stage}' and '{request.Branch}' must be paths that stay below a folder.", nameof(request));

    private LockEntry? FindEarlier(StageRequest request) => StoreGuard.At(runFolder, () => runLock.Find(request.Stage, request.Branch));

    private (Manifest? Manifest, string? Fault) Lookup(StageKey key) => StoreGuard.At<(Manifest?, string?)>(store.Root, () =>
    {
        var manifest = store.Manifests.Find(key.Digest, out var fault);
        if (fault is not null)
            return (null, $"its record in the store is damaged: {fault}");
        var lost = manifest?.Outputs.FirstOrDefault(output => !store.Blobs.IsIntact(output));
        return lost is null ? (manifest, null) : (null, $"the store's copy of {lost.Path} is missing or damaged");
    });

    /// <summary>Looks again, now that the key's lock is held, and takes damaged files out of use.</summary>
    private StageResult? Reuse(StageRequest request, StageKey key, out string? fault)
    {
        fault = AskedFor;
        if (request.RunAnyway)
            return null;
        (var manifest, fault) = Lookup(key);
        if (manifest is not null && TryLayOut(request, manifest, StageVerdict.Restored) is { } result)
            return result;
        if (manifest is not null)
            fault = "the store's copy was found damaged when it was restored";
        if (fault is null)
            return null;
        observer.Warned($"{NameOf(request)}: {fault}; it is made anew and the damaged files are kept in {Path.Combine(store.Root, "quarantine")}.");
        StoreGuard.At(store.Root, () =>
        {
            foreach (var output in store.Manifests.Find(key.Digest, out _)?.Outputs ?? [])
                if (!store.Blobs.IsIntact(output))
                    store.Blobs.Withdraw(output);
            store.Manifests.Withdraw(key.Digest);
        });
        return null;
    }

    private StageResult? Fetch(StageRequest request, StageKey key, CancellationToken cancellation) =>
        !request.RunAnyway && shared?.TryFetch(key, cancellation) is { } fetched ? TryLayOut(request, fetched, StageVerdict.Fetched) : null;

    private StageResult? TryLayOut(StageRequest request, Manifest manifest, StageVerdict verdict)
    {
        try
        {
            var result = LayOut(request, manifest, verdict);
            if (verdict != StageVerdict.Fetched && manifest.Accepted is null)
                shared?.Offer(manifest);
            return result;
        }
        catch (DamagedBlobException damaged)
        {
            StoreGuard.At(store.Root, () => store.Blobs.Withdraw(damaged.Output));
            return null;
        }
    }

    private StageResult Run(StageRequest request, StageKey key, string? fault, CancellationToken cancellation)
    {
        var reason = RunReason.Of(key, FindEarlier(request), fault, store.ExplainCode);
        events.Running(request, key.Digest, reason);
        observer.Running(request, key.Digest, reason);
        inputs.Check(request, "before the run");
        var before = store.Manifests.Find(key.Digest, out _);
        var manifest = new StageRun(store, request, key).Execute(() => inputs.Check(request, "during the run"), cancellation);
        if (before is not null && before.Logical != manifest.Logical)
            observer.Warned(
                $"{NameOf(request)}: gave another artifact than before under the same key ({before.Logical[..12]} → {manifest.Logical[..12]}): {(before.Accepted is null ? "something that decides its result is not in its key" : "the change of code that was accepted as cosmetic was none")}.");
        try
        {
            var result = LayOut(request, manifest, StageVerdict.Ran);
            StoreGuard.At(runFolder, () => runLock.WriteNowAndThen(LockOfLock, store.Failpoint));
            shared?.Offer(manifest);
            return result;
        }
        catch (DamagedBlobException damaged)
        {
            throw StoreGuard.Explain(store.Blobs.PathOf(damaged.Output.Sha256), new IOException("what was just written reads back differently", damaged));
        }
    }

    private string LockOfLock => store.LockOfFolder(Path.GetFullPath(runFolder));

    private static string NameOf(StageRequest request) => $"{request.Stage} {request.Branch}".TrimEnd();

    private StageResult LayOut(StageRequest request, Manifest manifest, StageVerdict verdict)
    {
        var folder = FolderOf(request, manifest);
        var earlier = FindEarlier(request);
        var stale = earlier is null || !request.Materialise
            ? [] : earlier.Outputs.Except(manifest.Outputs.Select(output => output.Path), StringComparer.Ordinal).ToList();
        return StoreGuard.At(folder.Path, () =>
        {
            var missing = folder.Missing(manifest.Outputs);
            if (missing.Count + stale.Count > 0)
                using (FileLock.AcquireBriefly(store.LockOfFolder(folder.Path)))
                {
                    folder.LayOut(missing, store.Failpoint);
                    folder.Remove(stale);
                }
            runLock.Set(request.Stage, request.Branch, LockEntry.Of(manifest));
            inputs.Learn(folder.Path, manifest.Logical, manifest.Outputs);
            var done = verdict == StageVerdict.Restored && missing.Count == 0 ? StageVerdict.UpToDate : verdict;
            return new StageResult(manifest.Key, manifest.Logical, folder.Path, done, manifest.Used) { Accepted = manifest.Accepted ?? [] };
        });
    }

    private ArtifactFolder FolderOf(StageRequest request, Manifest manifest) => request.Materialise
        ? store.RunFolder(OutputPath.Below(OutputPath.Below(Path.GetFullPath(runFolder), request.Stage), request.Branch))
        : store.View(ArtifactDigest.OfBytes(manifest.Outputs));
}
