using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;
using RruffGeo.Pipeline.Store;

namespace RruffGeo.Pipeline.Remote;

/// <summary>Takes results from a remote cache into a store, and gives it those of the store behind the run.</summary>
internal sealed class RemoteStore : IDisposable
{
    private const string Json = "application/json";
    private const string Bytes = "application/octet-stream";
    private readonly RemoteCache cache;
    private readonly PipelineStore store;
    private readonly BlockingCollection<Manifest> offers = [];
    private readonly CancellationTokenSource farewell = new();
    private readonly Task giving;

    internal RemoteStore(RemoteCache cache, PipelineStore store)
    {
        (this.cache, this.store) = (cache, store);
        giving = cache.Access == RemoteAccess.ReadWrite ? Task.Factory.StartNew(Give, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default) : Task.CompletedTask;
    }

    /// <summary>Takes the result of <paramref name="key"/>, whole or not at all.</summary>
    /// <returns>The record, now in the store with its files; null if the cache does not have it or what it has is not believed.</returns>
    internal Manifest? TryFetch(StageKey key, CancellationToken cancellation)
    {
        if (!cache.IsUsable || Record(key, cancellation) is not { } record)
            return null;
        return StoreGuard.At(store.Root, () =>
        {
            using var temporary = store.CreateTemporaryFolder();
            if (ManifestOf(key, record, temporary.Path, cancellation) is not { } manifest)
                return null;
            var files = manifest.Outputs.Where(output => !store.Blobs.IsIntact(output)).DistinctBy(output => output.Sha256)
                .Select(output => (Path: PlaceOf(output, temporary.Path), Output: output)).ToList();
            if (!files.TrueForAll(file => TryTake(file.Output, file.Path, cancellation)))
                return null;
            store.Publish(manifest, files, temporary.Path);
            return manifest;
        });
    }

    /// <summary>Gives a result to the cache, if one may and it does not have it, while the run goes on.</summary>
    internal void Offer(Manifest manifest)
    {
        if (cache.Access == RemoteAccess.ReadWrite && !offers.IsAddingCompleted)
            offers.Add(manifest);
    }

    /// <summary>Waits for what is still to be given, but not for ever.</summary>
    public void Dispose()
    {
        offers.CompleteAdding();
        farewell.CancelAfter(cache.Patience.Farewell);
        giving.GetAwaiter().GetResult();
        offers.Dispose();
        farewell.Dispose();
    }

    private RemoteRecord? Record(StageKey key, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        if (!cache.TryGet($"ac/{key.Digest}", ManifestStore.MostBytes, bytes, cancellation))
            return null;
        if (RecordIn(bytes.ToArray()) is { } record)
            return record;
        cache.Lied($"ac/{key.Digest} is no record of a result");
        return null;
    }

    private static RemoteRecord? RecordIn(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RemoteJson.Default.RemoteRecord) is { OutputFiles.IsDefaultOrEmpty: false } record ? record : null;
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private Manifest? ManifestOf(StageKey key, RemoteRecord record, string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, "remote-manifest.json");
        if (record.Find(RemoteRecord.ManifestPath, ManifestStore.MostBytes) is not var (sha256, size))
        {
            cache.Lied($"ac/{key.Digest} names no manifest");
            return null;
        }
        if (!TryDownload(sha256, size, path, cancellation))
            return null;
        var bytes = File.ReadAllBytes(path);
        if (!IsBelieved(bytes, record, folder, cancellation))
        {
            cache.Doubted($"ac/{key.Digest} does not bear the signature that is asked for");
            return null;
        }
        var manifest = ManifestStore.Parse(bytes, key.Digest, out var fault);
        if (manifest is { Accepted: null })
            return manifest;
        cache.Lied(manifest is null ? $"cas/{sha256} is no manifest of {key.Digest} ({fault})" : $"ac/{key.Digest} was not made by this code but accepted for it elsewhere");
        return null;
    }

    private bool IsBelieved(byte[] manifest, RemoteRecord record, string folder, CancellationToken cancellation)
    {
        if (cache.Trust.Believes is not { } signer)
            return true;
        var path = Path.Combine(folder, "remote-manifest.signature");
        return record.Find(RemoteRecord.SignaturePath, VerifyingKey.SignatureBytes) is var (sha256, size)
            && TryDownload(sha256, size, path, cancellation) && signer.Accepts(manifest, File.ReadAllBytes(path));
    }

    // Its name decides what a file may mean.
    private static string PlaceOf(OutputFile output, string folder) => Path.Combine(folder, $"{output.Sha256}-{Path.GetFileName(output.Path)}");

    private bool TryTake(OutputFile output, string path, CancellationToken cancellation)
    {
        if (!TryDownload(output.Sha256, output.Size, path, cancellation))
            return false;
        if (store.MeaningOf(path) != output.Meaning)
        {
            cache.Lied($"{output.Path} does not say what its record claims");
            return false;
        }
        return true;
    }

    private bool TryDownload(string sha256, long size, string path, CancellationToken cancellation)
    {
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None))
            if (!cache.TryGet($"cas/{sha256}", size, file, cancellation))
                return false;
        if (FileStamp.OfEntry(path)?.Size == size && FileDigest.Of(path) == sha256)
            return true;
        cache.Lied($"cas/{sha256} has other bytes than its name says");
        return false;
    }

    private void Give()
    {
        foreach (var manifest in offers.GetConsumingEnumerable())
            try
            {
                if (cache.IsUsable && !IsGiven(manifest))
                    Give(manifest);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or OperationCanceledException)
            {
                // A file that went meanwhile, or no more time: the cache is left without this result.
            }
    }

    // Files first, the record last: whoever finds the record finds all of it.
    private void Give(Manifest manifest)
    {
        foreach (var output in manifest.Outputs)
            if (!cache.Has($"cas/{output.Sha256}", farewell.Token)
                && !cache.TryPut($"cas/{output.Sha256}", () => File.OpenRead(store.Blobs.PathOf(output.Sha256)), Bytes, farewell.Token))
                return;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Readable.Manifest);
        List<(string Path, byte[] Bytes)> words = [(RemoteRecord.ManifestPath, bytes)];
        if (cache.Trust.Signs is { } signer)
            words.Add((RemoteRecord.SignaturePath, signer.Sign(bytes)));
        if (!words.TrueForAll(word => cache.TryPut($"cas/{DigestOf(word.Bytes)}", () => new MemoryStream(word.Bytes), Bytes, farewell.Token)))
            return;
        var record = new RemoteRecord(
        [
            .. words.Select(word => Named(word.Path, DigestOf(word.Bytes), word.Bytes.Length)),
            .. manifest.Outputs.Select(output => Named($"outputs/{output.Path}", output.Sha256, output.Size)),
        ]);
        _ = cache.TryPut($"ac/{manifest.Key}", () => new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(record, RemoteJson.Default.RemoteRecord)), Json, farewell.Token);
    }

    // Who signs takes the place of a record that lacks the signature, or those who ask for it would never get a result.
    private bool IsGiven(Manifest manifest)
    {
        if (!cache.Has($"ac/{manifest.Key}", farewell.Token))
            return false;
        using var bytes = new MemoryStream();
        return cache.Trust.Signs is not { } signer
            || cache.TryGet($"ac/{manifest.Key}", ManifestStore.MostBytes, bytes, farewell.Token)
            && IsSigned(bytes.ToArray(), signer.Public);
    }

    private bool IsSigned(byte[] json, VerifyingKey signer)
    {
        if (RecordIn(json) is not { } record
            || record.Find(RemoteRecord.ManifestPath, ManifestStore.MostBytes) is not var (manifestName, _)
            || record.Find(RemoteRecord.SignaturePath, VerifyingKey.SignatureBytes) is not var (signatureName, _))
            return false;
        using var manifest = new MemoryStream();
        using var signature = new MemoryStream();
        return cache.TryGet($"cas/{manifestName}", ManifestStore.MostBytes, manifest, farewell.Token)
            && cache.TryGet($"cas/{signatureName}", VerifyingKey.SignatureBytes, signature, farewell.Token)
            && signer.Accepts(manifest.ToArray(), signature.ToArray());
    }

    private static string DigestOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static RemoteFile Named(string path, string sha256, long size) => new(path, new(sha256, size.ToString(CultureInfo.InvariantCulture)));
}
