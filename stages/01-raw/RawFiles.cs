using System.Collections.Immutable;

namespace RruffGeo.Stages;

/// <summary>The archives that stage 01 reads, in ordinal order of their file names.</summary>
/// <param name="Archives">Path and digest of each archive.</param>
/// <param name="Simulated">True for the embedded demo corpus.</param>
public sealed record RawFiles(ImmutableArray<ArchiveFile> Archives, bool Simulated);

/// <summary>One archive on disk.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Sha256">Digest of its bytes, lower-case hex; computed by whoever names the file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Accepted">For a vintage that was accepted in place of the pinned one, the server's date of it; else empty.</param>
public sealed record ArchiveFile(string Path, string Sha256, long Bytes, string Accepted = "")
{
    /// <summary>File name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}
