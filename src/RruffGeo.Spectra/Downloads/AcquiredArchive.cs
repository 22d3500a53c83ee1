namespace RruffGeo.Spectra;

/// <summary>An archive that is here, its digest verified.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Sha256">Digest of its bytes, lower-case hex.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Accepted">Empty for the pinned archive; for another vintage that was accepted, when the server says it was made.</param>
public sealed record AcquiredArchive(string Path, string Sha256, long Bytes, string Accepted);

/// <summary>An archive that a server sent in place of the pinned one.</summary>
/// <param name="Name">File name.</param>
/// <param name="Sha256">Digest of what was sent, lower-case hex.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="LastModified">The server's date, UTC, ISO 8601; <c>undated</c> if it gave none.</param>
/// <param name="Address">Where it came from.</param>
internal sealed record DriftedArchive(string Name, string Sha256, long Bytes, string LastModified, string Address)
{
    public const string Undated = "undated";
}
