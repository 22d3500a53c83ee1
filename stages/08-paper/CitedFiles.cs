using System.Collections.Immutable;
using System.Security.Cryptography;
using RruffGeo.Presentation.Checklists;

namespace RruffGeo.Stages;

/// <summary>The files of a run that cards cite, each digested once.</summary>
/// <param name="files">The files of stages 01–07.</param>
/// <param name="own">Where this stage writes: the folder of <c>08-paper</c>.</param>
internal sealed class CitedFiles(ArtifactFiles files, string own)
{
    private const string OwnName = "08-paper/";
    private readonly Dictionary<string, ProvingFile> digested = new(StringComparer.Ordinal);

    /// <summary>Where the files of a trained network lie, below the run's folder.</summary>
    public static string FolderOf(string protocol, string model, int fold) => FormattableString.Invariant($"06-models/{protocol}/{model}/fold-{fold}");

    /// <summary>The files named, with their digests.</summary>
    /// <exception cref="FileNotFoundException">A stage lacks a file that it should have written.</exception>
    public ImmutableArray<ProvingFile> Of(IEnumerable<string> paths) => [.. paths.Distinct(StringComparer.Ordinal).Select(Digest)];

    private ProvingFile Digest(string path) =>
        digested.TryGetValue(path, out var known) ? known : digested[path] = new ProvingFile(path, Sha256Of(path));

    private string Sha256Of(string path)
    {
        if (!path.StartsWith(OwnName, StringComparison.Ordinal))
            return files.Named(path).Sha256;
        using var stream = File.OpenRead(Path.Combine(own, path[OwnName.Length..]));
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
