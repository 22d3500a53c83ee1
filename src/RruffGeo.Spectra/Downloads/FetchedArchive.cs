namespace RruffGeo.Spectra;

/// <summary>What an attempt brought to its end.</summary>
/// <param name="Sha256">Digest of all bytes, lower-case hex.</param>
/// <param name="Bytes">How many they are.</param>
/// <param name="LastModified">The server's date, UTC, ISO 8601; <c>undated</c> if it gave none.</param>
/// <param name="Joint">Whether they come from several attempts.</param>
internal sealed record FetchedArchive(string Sha256, long Bytes, string LastModified, Joint Joint);

/// <summary>Whether bytes come from one attempt or from several.</summary>
internal enum Joint
{
    /// <summary>From one.</summary>
    None,

    /// <summary>From several: a wrong digest may be the joint's fault.</summary>
    Resumed,
}
