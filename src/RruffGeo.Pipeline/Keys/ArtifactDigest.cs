namespace RruffGeo.Pipeline.Keys;

/// <summary>Digests of artifacts.</summary>
internal static class ArtifactDigest
{
    private const string LogicalDomain = "artifact/v2";
    private const string BytesDomain = "artifact-bytes/v1";

    /// <summary>The digest by which later stages know an artifact: SHA-256 over names and meanings of <paramref name="files"/>, ordered by path.</summary>
    /// <remarks>A file without a digest of its meaning counts by its bytes. Two artifacts are one if their files have the same names and say the same.</remarks>
    internal static string Of(IEnumerable<OutputFile> files) =>
        Of(LogicalDomain, files, file => file.Meaning is null ? ("bytes", file.Sha256) : ("meaning", file.Meaning));

    /// <summary>The digest of names and bytes: two artifacts that mean the same may differ in it.</summary>
    internal static string OfBytes(IEnumerable<OutputFile> files) => Of(BytesDomain, files, file => ("bytes", file.Sha256));

    private static string Of(string domain, IEnumerable<OutputFile> files, Func<OutputFile, (string Kind, string Digest)> identify)
    {
        using var hash = new CanonicalHash(domain);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            var (kind, digest) = identify(file);
            hash.Add(file.Path);
            hash.Add(kind);
            hash.Add(digest);
        }
        return hash.Finish();
    }
}
