namespace RruffGeo.Spectra;

/// <summary>How far a download has come.</summary>
/// <param name="Archive">File name of the archive.</param>
/// <param name="Host">Who sends it.</param>
/// <param name="Bytes">Bytes that are here, those of earlier attempts included.</param>
/// <param name="TotalBytes">Bytes in all, as announced; the pinned size if nothing was.</param>
public sealed record DownloadProgress(string Archive, string Host, long Bytes, long TotalBytes);
