using System.Text.Json;
using RruffGeo.Pipeline.Files;

namespace RruffGeo.Pipeline.Store;

/// <summary>The records of finished stage runs by key: <c>ac/ab/&lt;key&gt;.json</c>.</summary>
/// <param name="folder">The folder <c>ac</c>.</param>
/// <param name="quarantine">Where records go that are not understood.</param>
internal sealed class ManifestStore(string folder, Quarantine quarantine)
{
    /// <summary>No honest record comes near; a larger file is not read.</summary>
    private const long MostBytes = 16 << 20;

    /// <summary>The record of <paramref name="key"/>, or null.</summary>
    /// <param name="key">Key of a stage run.</param>
    /// <param name="fault">Why a record that is there cannot be used; null if there is none or it is sound.</param>
    internal Manifest? Find(string key, out string? fault)
    {
        fault = null;
        var path = PathOf(key);
        try
        {
            if (FileStamp.OfEntry(path) is not { } stamp)
                return null;
            if (stamp.Size > MostBytes)
            {
                fault = $"it has {stamp.Size} bytes, more than {MostBytes}";
                return null;
            }
            var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(path), ManifestJson.Readable.Manifest);
            fault = manifest is null ? "it is empty" : manifest.FaultUnder(key);
            return fault is null ? manifest : null;
        }
        catch (Exception error) when (error is JsonException or ArgumentException or NotSupportedException)
        {
            fault = error.Message;
            return null;
        }
    }

    /// <summary>Puts a record in place, durably and in one step.</summary>
    /// <param name="manifest">The record; its blobs must be durable already.</param>
    /// <param name="temporary">A folder on the same disk.</param>
    /// <param name="failpoint">Told each step.</param>
    internal void Publish(Manifest manifest, string temporary, Action<string> failpoint)
    {
        var path = PathOf(manifest.Key);
        var partial = Path.Combine(temporary, "manifest.json");
        File.WriteAllBytes(partial, JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Readable.Manifest));
        failpoint("manifest written");
        Durable.SynchroniseFile(partial);
        Durable.CreateFolder(Path.GetDirectoryName(path)!);
        failpoint("manifest synchronised");
        Durable.Rename(partial, path);
        failpoint("manifest renamed");
    }

    /// <summary>Takes the record of <paramref name="key"/> out of use.</summary>
    internal void Withdraw(string key) => quarantine.Take(PathOf(key));

    /// <summary>Where the record of <paramref name="key"/> is or would be.</summary>
    internal string PathOf(string key) => Path.Combine(folder, key[..2], key + ".json");
}
