using System.Collections.Immutable;
using System.Security.Cryptography;
using RruffGeo.Presentation.Report;

namespace RruffGeo.Stages;

/// <summary>The files of the artifacts that the paper is rendered from, each with the digest of its bytes.</summary>
/// <remarks>Weights of networks are left out: nothing of the paper is drawn from them, and hashing hundreds of them would take longer than the paper. Their digests stand in <c>paper.lock</c>.</remarks>
public sealed class ArtifactFiles
{
    private static readonly ImmutableArray<string> unread = ["models.parquet", "model.safetensors"];
    private readonly IReadOnlyDictionary<string, string> folders;

    /// <summary>Hashes the files of <paramref name="folders"/>.</summary>
    /// <param name="folders">Folder by name of the artifact, such as <c>06-models/row/convnext1d/fold-0</c>; a folder that does not exist has no files.</param>
    public ArtifactFiles(IReadOnlyDictionary<string, string> folders)
    {
        this.folders = folders;
        var paths = from folder in folders
                    where Directory.Exists(folder.Value)
                    from path in Directory.EnumerateFiles(folder.Value)
                    where !unread.Contains(Path.GetFileName(path))
                    select (Name: $"{folder.Key}/{Path.GetFileName(path)}", path);
        All = [.. paths.AsParallel().Select(file => Hash(file.Name, file.path)).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>All files, by path.</summary>
    public ImmutableArray<ArtifactFile> All { get; }

    /// <summary>One file, of those left out too: what a card cites is hashed when it is cited.</summary>
    /// <param name="path">Name of the artifact and file, such as <c>05-folds/folds.parquet</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public ArtifactFile Named(string path)
    {
        if (All.FirstOrDefault(file => file.Path == path) is { } known)
            return known;
        var slash = path.LastIndexOf('/');
        return slash > 0 && folders.TryGetValue(path[..slash], out var folder)
            ? Hash(path, Path.Combine(folder, path[(slash + 1)..]))
            : throw new FileNotFoundException($"{path}: none of the artifacts that the paper is rendered from has this file.", path);
    }

    /// <summary>The files that <paramref name="pattern"/> names: a path, or a path with one <c>*</c> for any text.</summary>
    public ImmutableArray<ArtifactFile> Matching(string pattern) => pattern.Split('*', 2) is [var head, var tail]
        ? [.. All.Where(file => file.Path.StartsWith(head, StringComparison.Ordinal) && file.Path.EndsWith(tail, StringComparison.Ordinal) && file.Path.Length >= head.Length + tail.Length)]
        : [.. All.Where(file => file.Path == pattern)];

    private static ArtifactFile Hash(string name, string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1 << 20);
        return new ArtifactFile(name, Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length);
    }
}
