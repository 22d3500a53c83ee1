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
            foreach (var output in manifest.Outputs)
                if (!store.Blobs.IsIntact(output) && !TryTake(output, temporary.Path, cancellation))
                    return null;
            store.Manifests.Publish(manifest, temporary.Path, store.Failpoint);
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
        try
        {
            if (JsonSerializer.Deserialize(bytes.ToArray(), RemoteJson.Default.RemoteRecord) is { OutputFiles.IsDefaultOrEmpty: false } record)
                return record;
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
        }
        cache.Lied($"ac/{key.Digest} is no record of a result");
        return null;
    }

    private Manifest? ManifestOf(StageKey key, RemoteRecord record, string folder, CancellationToken cancellation)
    {
        var named = record.OutputFiles.FirstOrDefault(file => file?.Path == RemoteRecord.ManifestPath)?.Digest;
        var path = Path.Combine(folder, "remote-manifest.json");
        if (named is null || !FileDigest.IsDigest(named.Hash)
            || !long.TryParse(named.SizeBytes, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size > ManifestStore.MostBytes)
        {
            cache.Lied($"ac/{key.Digest} names no manifest");
            return null;
        }
        if (!TryDownload(named.Hash, size, path, cancellation))
            return null;
        var manifest = ManifestStore.Parse(File.ReadAllBytes(path), key.Digest, out var fault);
        if (manifest is null)
            cache.Lied($"cas/{named.Hash} is no manifest of {key.Digest} ({fault})");
        return manifest;
    }

    private bool TryTake(OutputFile output, string folder, CancellationToken cancellation)
    {
        // Its name decides what a file may mean.
        var path = Path.Combine(folder, $"{output.Sha256}-{Path.GetFileName(output.Path)}");
        if (!TryDownload(output.Sha256, output.Size, path, cancellation))
            return false;
        if (store.MeaningOf(path) != output.Meaning)
        {
            cache.Lied($"{output.Path} does not say what its record claims");
            return false;
        }
        store.Blobs.Adopt(path, output, store.Failpoint);
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
                if (cache.IsUsable && !cache.Has($"ac/{manifest.Key}", farewell.Token))
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
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var record = new RemoteRecord(
        [
            Named(RemoteRecord.ManifestPath, digest, bytes.Length),
            .. manifest.Outputs.Select(output => Named($"outputs/{output.Path}", output.Sha256, output.Size)),
        ]);
        if (cache.TryPut($"cas/{digest}", () => new MemoryStream(bytes), Bytes, farewell.Token))
            _ = cache.TryPut($"ac/{manifest.Key}", () => new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(record, RemoteJson.Default.RemoteRecord)), Json, farewell.Token);
    }

    private static RemoteFile Named(string path, string sha256, long size) => new(path, new(sha256, size.ToString(CultureInfo.InvariantCulture)));
}
