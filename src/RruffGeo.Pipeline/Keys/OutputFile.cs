namespace RruffGeo.Pipeline.Keys;

/// <summary>One file of an artifact.</summary>
/// <param name="Path">Path inside the artifact, with forward slashes.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hex; also its name in the content store.</param>
/// <param name="Meaning">Digest of what the file says, blind to how it is encoded, lower-case hex; null where bytes are the meaning.</param>
internal sealed record OutputFile(string Path, long Size, string Sha256, string? Meaning = null);
