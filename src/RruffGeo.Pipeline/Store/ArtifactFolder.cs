using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;

namespace RruffGeo.Pipeline.Store;

/// <summary>A folder in which an artifact's files lie under their own names.</summary>
/// <param name="path">The folder.</param>
/// <param name="blobs">Where the bytes come from.</param>
/// <param name="memo">Digests of files already read.</param>
/// <param name="placement">How the files get there.</param>
internal sealed class ArtifactFolder(string path, BlobStore blobs, DigestMemo memo, Placement placement)
{
    /// <summary>The folder.</summary>
    internal string Path => path;

    /// <summary>The outputs that are missing here or are not what they should be; untouched files are not read.</summary>
    internal List<OutputFile> Missing(IEnumerable<OutputFile> outputs) => [.. outputs.Where(output => !IsThere(output))];

    /// <summary>Lays out <paramref name="outputs"/>, each in one step, and reads each back.</summary>
    /// <exception cref="DamagedBlobException">A blob did not have its digest; what was there before still is.</exception>
    internal void LayOut(IReadOnlyList<OutputFile> outputs, Action<string> failpoint)
    {
        foreach (var output in outputs)
        {
            var target = OutputPath.Below(path, output.Path);
            var partial = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(target)!, $".{System.IO.Path.GetFileName(target)}.partial");
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            Place(output, partial);
            failpoint("output copied");
            if (FileDigest.Of(partial) != output.Sha256)
            {
                File.Delete(partial);
                throw new DamagedBlobException(output);
            }
            File.Move(partial, target, overwrite: true);
            failpoint("output renamed");
            if (FileStamp.OfEntry(target) is { } stamp)
                memo.Remember(stamp, output.Sha256);
        }
    }

    /// <summary>Deletes files of an earlier artifact that the present one does not have.</summary>
    internal void Remove(IEnumerable<string> stale)
    {
        foreach (var relative in stale.Where(OutputPath.IsSafe))
            if (OutputPath.Below(path, relative) is var file && File.Exists(file))
                File.Delete(file);
    }

    /// <summary>Deletes an artifact's files, and the folders that are left empty.</summary>
    internal void RemoveWhole(IEnumerable<string> outputs)
    {
        Remove(outputs);
        for (var folder = new DirectoryInfo(path); folder is { Exists: true, Parent: { } parent } && !folder.EnumerateFileSystemInfos().Any(); folder = parent)
            folder.Delete();
    }

    private bool IsThere(OutputFile output)
    {
        var file = OutputPath.Below(path, output.Path);
        return FileStamp.OfEntry(file) is { } stamp && stamp.Size == output.Size && memo.DigestOf(file) == output.Sha256;
    }

    private void Place(OutputFile output, string partial)
    {
        var blob = blobs.PathOf(output.Sha256);
        File.Delete(partial);
        if (placement == Placement.Link && Durable.TryLink(blob, partial))
            return;
        try
        {
            // Clones the blocks where the file system can, else copies inside the kernel.
            File.Copy(blob, partial, overwrite: true);
        }
        catch (FileNotFoundException)
        {
            throw new DamagedBlobException(output);
        }
        Durable.Unseal(partial);
    }
}
