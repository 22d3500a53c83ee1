using System.Globalization;

namespace RruffGeo.Pipeline.Files;

/// <summary>A folder below <c>tmp/</c> that belongs to a living process; a lock beside it says so.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly FileLock alive;

    private TemporaryFolder(string path, FileLock alive)
    {
        Path = path;
        this.alive = alive;
    }

    /// <summary>The folder; empty at first.</summary>
    internal string Path { get; }

    /// <summary>Makes a folder with a new name below <paramref name="parent"/>.</summary>
    internal static TemporaryFolder Create(string parent)
    {
        while (true)
        {
            var path = System.IO.Path.Combine(parent, Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture));
            if (FileLock.TryAcquire(path + ".lock") is not { } alive)
                continue;
            Directory.CreateDirectory(path);
            return new(path, alive);
        }
    }

    /// <summary>Deletes the folders below <paramref name="parent"/> whose process is dead.</summary>
    internal static void SweepOrphans(string parent)
    {
        var names = Directory.GetDirectories(parent).Concat(Directory.GetFiles(parent, "*.lock").Select(file => file[..^".lock".Length]));
        foreach (var folder in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            if (FileLock.TryAcquire(folder + ".lock") is { } orphaned)
                using (orphaned)
                    TryDelete(folder);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        TryDelete(Path);
        alive.Dispose();
    }

    /// <summary>Deletes a folder that nobody will miss; what cannot be deleted now is swept later.</summary>
    internal static void TryDelete(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }
}
