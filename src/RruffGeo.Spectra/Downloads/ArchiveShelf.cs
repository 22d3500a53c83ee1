using System.Text.Json;

namespace RruffGeo.Spectra;

/// <summary>Keeps downloaded archives, each under its own name in a folder named by its digest.</summary>
/// <param name="root">Folder of the shelf; made when something is kept.</param>
/// <param name="digestOf">SHA-256 of a file, lower-case hex; may remember files that were not touched since.</param>
public sealed class ArchiveShelf(string root, Func<string, string> digestOf)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <summary>Folder of the shelf.</summary>
    public string Root => root;

    /// <summary>Where an archive is, or would be.</summary>
    public string PathOf(string name, string sha256) => Path.Combine(root, sha256, name);

    /// <summary>The archive with these bytes; null if it is not here. One whose bytes are no longer right is deleted.</summary>
    internal string? Find(string name, string sha256)
    {
        var path = PathOf(name, sha256);
        if (!File.Exists(path))
            return null;
        if (digestOf(path) == sha256)
            return path;
        File.Delete(path);
        return null;
    }

    /// <summary>Takes complete bytes in.</summary>
    internal string Keep(PartialDownload partial, string name, string sha256)
    {
        var path = PathOf(name, sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        partial.MoveTo(path);
        return path;
    }

    /// <summary>SHA-256 of the bytes that came so far, lower-case hex.</summary>
    internal string DigestOf(PartialDownload partial) => digestOf(partial.Path);

    /// <summary>Bytes of an archive that is not complete.</summary>
    internal PartialDownload Partial(string name) => new(Path.Combine(Directory.CreateDirectory(Path.Combine(root, "partial")).FullName, name));

    /// <summary>What a server sent last in place of the pinned archive, if it is still here.</summary>
    internal DriftedArchive? FindDrift(string name)
    {
        try
        {
            var drifted = JsonSerializer.Deserialize<DriftedArchive>(File.ReadAllText(DriftPath(name)));
            return drifted is { Sha256.Length: 64 } && drifted.Name == name && drifted.Sha256.All(char.IsAsciiHexDigitLower) && Find(name, drifted.Sha256) is not null
                ? drifted
                : null;
        }
        catch (Exception nothing) when (nothing is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Notes what a server sent in place of the pinned archive.</summary>
    internal void NoteDrift(DriftedArchive drifted)
    {
        File.WriteAllText(DriftPath(drifted.Name) + ".new", JsonSerializer.Serialize(drifted));
        File.Move(DriftPath(drifted.Name) + ".new", DriftPath(drifted.Name), overwrite: true);
    }

    /// <summary>Waits until no other process downloads the archive, and keeps others waiting until disposed.</summary>
    internal async Task<IDisposable> HoldAsync(string name, CancellationToken cancellation)
    {
        Directory.CreateDirectory(root);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(Path.Combine(root, $"{name}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(Path.Combine(root, $"{name}.lock")))
            {
                await Task.Delay(Poll, cancellation);
            }
        }
    }

    private string DriftPath(string name) => Path.Combine(root, $"{name}.drift.json");
}
