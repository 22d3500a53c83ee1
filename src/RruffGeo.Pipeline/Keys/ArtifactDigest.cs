namespace RruffGeo.Pipeline.Keys;

/// <summary>The digest by which later stages know an artifact.</summary>
internal static class ArtifactDigest
{
    private const string Domain = "artifact/v1";

    /// <summary>SHA-256 over the list (path, SHA-256) of <paramref name="files"/>, ordered by path.</summary>
    /// <remarks>
    /// Two artifacts are one exactly if their files have the same names and bytes. Digests of the meaning of tables, blind to codec and
    /// row groups, will take the bytes' place under a new domain tag.
    /// </remarks>
    internal static string Of(IEnumerable<OutputFile> files)
    {
        using var hash = new CanonicalHash(Domain);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            hash.Add(file.Path);
            hash.Add(file.Sha256);
        }
        return hash.Finish();
    }
}
