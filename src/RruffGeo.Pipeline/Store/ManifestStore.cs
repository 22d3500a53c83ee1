using System.Collections.Concurrent;
using System.Text.Json;
using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;

namespace RruffGeo.Pipeline.Store;

/// <summary>The records of finished stage runs by key: <c>ac/ab/&lt;key&gt;.json</c>.</summary>
/// <param name="folder">The folder <c>ac</c>.</param>
/// <param name="quarantine">Where records go that are not understood.</param>
internal sealed class ManifestStore(string folder, Quarantine quarantine)
{
    /// <summary>No honest record comes near; a larger file is not read.</summary>
    internal const long MostBytes = 16 << 20;

    /// <summary>A use is noted once in this time: a run with nothing to do writes nothing as a rule.</summary>
    private static readonly TimeSpan DayOfUse = TimeSpan.FromDays(1);

    /// <summary>Records read before, while their files are untouched.</summary>
    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.Ordinal);

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
            if (known.TryGetValue(key, out var earlier) && earlier.Stamp == stamp)
                return earlier.Manifest;
            var settled = stamp.IsSettled;
            var bytes = File.ReadAllBytes(path);
            var manifest = Manifest.IsFormer(bytes) ? null : Parse(bytes, key, out fault);
            if (manifest is not null && settled && FileStamp.OfEntry(path) == stamp)
                known[key] = new(stamp, manifest);
            return manifest;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The record of <paramref name="key"/> that <paramref name="json"/> is, or null.</summary>
    /// <param name="json">Bytes of unknown origin.</param>
    /// <param name="key">Key of a stage run.</param>
    /// <param name="fault">Why it cannot be used; null if it is sound.</param>
    internal static Manifest? Parse(byte[] json, string key, out string? fault)
    {
        try
        {
            var manifest = ManifestReader.Read(json);
            fault = manifest.FaultUnder(key);
            return fault is null ? manifest : null;
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            fault = error.Message;
            return null;
        }
    }

    /// <summary>Writes a record where nobody looks for it.</summary>
    /// <param name="manifest">The record.</param>
    /// <param name="temporary">A folder on the same disk.</param>
    /// <returns>The file.</returns>
    internal static string Draft(Manifest manifest, string temporary)
    {
        var path = Path.Combine(temporary, "manifest.json");
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Readable.Manifest));
        return path;
    }

    /// <summary>Puts a record in place, durably and in one step.</summary>
    /// <param name="draft">Its file; it and the blobs that it names must be durable already.</param>
    /// <param name="key">Its key.</param>
    /// <param name="failpoint">Told each step.</param>
    internal void Publish(string draft, string key, Action<string> failpoint)
    {
        var changed = Durable.CreateFolder(Path.GetDirectoryName(PathOf(key))!);
        File.Move(draft, PathOf(key), overwrite: true);
        failpoint("manifest renamed");
        Durable.SynchroniseFolders(changed);
        failpoint("manifest published");
    }

    /// <summary>Puts off the day on which a record counts as unused.</summary>
    internal void NoteUse(string key)
    {
        if (FileStamp.OfEntry(PathOf(key)) is { } stamp && Age(stamp) > DayOfUse)
            File.SetLastWriteTimeUtc(PathOf(key), DateTime.UtcNow);
    }

    /// <summary>All sound records with the time since they were last used, and the paths of those that are not sound.</summary>
    internal (IReadOnlyList<(Manifest Manifest, TimeSpan Unused)> Sound, IReadOnlyList<string> Unsound) All()
    {
        var (sound, unsound) = (new List<(Manifest, TimeSpan)>(), new List<string>());
        foreach (var path in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            if (FileDigest.IsDigest(Path.GetFileNameWithoutExtension(path)) && FileStamp.OfEntry(path) is { } stamp)
            {
                if (Find(Path.GetFileNameWithoutExtension(path), out var fault) is { } manifest)
                    sound.Add((manifest, Age(stamp)));
                else if (fault is not null)
                    unsound.Add(path);
            }

        return (sound, unsound);
    }

    /// <summary>The record of the same stage that differs from <paramref name="wanted"/> in the fewest parts, of the same branch if there is one; null if none.</summary>
    internal Manifest? Nearest(StageKey wanted) => All().Sound.Select(record => record.Manifest)
        .Where(manifest => manifest.Key != wanted.Digest && manifest.Parts.GetValueOrDefault("stage") == wanted.Parts["stage"])
        .MinBy(manifest => KeyChange.Between(manifest.Parts, wanted.Parts, (_, _) => "").Sum(change => change.Part == "branch" ? 1000 : 1));

    /// <summary>Deletes the record of <paramref name="key"/>.</summary>
    internal void Delete(string key) => File.Delete(PathOf(key));

    /// <summary>Takes the record of <paramref name="key"/> out of use.</summary>
    internal void Withdraw(string key) => quarantine.Take(PathOf(key));

    private static TimeSpan Age(FileStamp stamp) => DateTime.UtcNow - DateTime.UnixEpoch - TimeSpan.FromTicks(stamp.Modified / 100);

    /// <summary>Where the record of <paramref name="key"/> is or would be.</summary>
    internal string PathOf(string key) => Path.Combine(folder, key[..2], key + ".json");

    private sealed record Known(FileStamp Stamp, Manifest Manifest);
}
