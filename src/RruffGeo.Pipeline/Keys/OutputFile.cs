namespace RruffGeo.Pipeline.Keys;

/// <summary>One file of an artifact.</summary>
/// <param name="Path">Path inside the artifact, with forward slashes.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hex; also its name in the content store.</param>
internal sealed record OutputFile(string Path, long Size, string Sha256);
