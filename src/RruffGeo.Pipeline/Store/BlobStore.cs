using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Keys;

namespace RruffGeo.Pipeline.Store;

/// <summary>Files by content: <c>cas/ab/&lt;sha256&gt;</c>, sealed and durable.</summary>
/// <param name="folder">The folder <c>cas</c>.</param>
/// <param name="memo">Digests of files already read.</param>
/// <param name="quarantine">Where damaged blobs go.</param>
internal sealed class BlobStore(string folder, DigestMemo memo, Quarantine quarantine)
{
    /// <summary>True if the blob is there with its size and its digest; read only if it was touched since.</summary>
    internal bool IsIntact(OutputFile output)
    {
        var path = PathOf(output.Sha256);
        return FileStamp.OfEntry(path) is { } stamp && stamp.Size == output.Size && memo.DigestOf(path) == output.Sha256;
    }

    /// <summary>Takes files into the store by renaming them, durably: once this returns, all of them outlast a power cut.</summary>
    /// <param name="files">Files on the same disk with no other name, each with the size and the digest of its bytes.</param>
    /// <param name="record">A file that is to be on the disk by then too, but stays where it is.</param>
    /// <param name="failpoint">Told each step.</param>
    internal void Adopt(IEnumerable<(string Path, OutputFile Output)> files, string record, Action<string> failpoint)
    {
        var missing = files.Where(file => !IsIntact(file.Output)).DistinctBy(file => file.Output.Sha256).ToList();
        Durable.SynchroniseFiles([record, .. missing.Select(file => file.Path)]);
        failpoint("manifest synchronised");
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, output) in missing)
        {
            Durable.Seal(path);
            failpoint("blob synchronised");
            quarantine.Take(PathOf(output.Sha256));
            changed.UnionWith(Durable.CreateFolder(Path.GetDirectoryName(PathOf(output.Sha256))!));
            File.Move(path, PathOf(output.Sha256), overwrite: true);
            if (FileStamp.OfEntry(PathOf(output.Sha256)) is { } stamp)
                memo.Remember(stamp, output.Sha256);
            failpoint("blob renamed");
        }
        Durable.SynchroniseFolders(changed);
        failpoint("blobs published");
    }

    /// <summary>Takes a damaged blob out of use.</summary>
    internal void Withdraw(OutputFile output) => Withdraw(output.Sha256);

    /// <inheritdoc cref="Withdraw(OutputFile)"/>
    internal void Withdraw(string sha256) => quarantine.Take(PathOf(sha256));

    /// <summary>Paths of all blobs, in ordinal order.</summary>
    internal IReadOnlyList<string> All() =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => FileDigest.IsDigest(Path.GetFileName(path))).Order(StringComparer.Ordinal),
    ];

    /// <summary>Deletes a blob; its links in views stay until they go.</summary>
    internal void Delete(string sha256) => File.Delete(PathOf(sha256));

    /// <summary>Where the blob is or would be.</summary>
    internal string PathOf(string sha256) => sha256.Length < 2 ? Path.Combine(folder, sha256) : Path.Combine(folder, sha256[..2], sha256);
}
