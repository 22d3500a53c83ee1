using System.Globalization;

namespace RruffGeo.Spectra;

/// <summary>Archives that are wanted cannot be had. The message says which, why, and what to do.</summary>
public sealed class ArchiveDownloadException : IOException
{
    private ArchiveDownloadException(string message)
        : base(message)
    {
    }

    /// <summary>No address gave the archive.</summary>
    internal static ArchiveDownloadException Unreachable(PinnedArchive archive, IEnumerable<string> faults) => new(
        $"{archive.Name}: could not be downloaded. What came is kept, and the same command takes up from there.{string.Concat(faults.Select(fault => $"\n  {fault}"))}\n"
        + "Run again later, or get the archive some other way and name its folder with --archives=DIR.");

    /// <summary>A server has another vintage than the pinned one, and nobody accepted it.</summary>
    internal static ArchiveDownloadException Drifted(PinnedArchive pinned, string vintage, DriftedArchive found, string path)
    {
        var name = Path.GetFileNameWithoutExtension(pinned.Name);
        return new(string.Create(CultureInfo.InvariantCulture,
            $"""
            {pinned.Name}: the server has another vintage than the pinned one; nothing was read.
              expected  SHA-256 {pinned.Sha256}, {pinned.Bytes:N0} bytes ({vintage})
              found     SHA-256 {found.Sha256}, {found.Bytes:N0} bytes, last modified {found.LastModified}, from {found.Address}
            It is kept in {path}. To read it, and have that recorded in every report: --accept-drift={name}. To read the pinned vintage, find a copy of it and name its folder with --archives=DIR. To ask the server again, delete the kept file.
            """));
    }

    /// <summary>Connections are forbidden and the store lacks archives.</summary>
    /// <param name="missing">What the store lacks.</param>
    /// <param name="folder">Where archives are kept.</param>
    public static ArchiveDownloadException Offline(IEnumerable<PinnedArchive> missing, string folder) => new(
        $"--offline forbids to download {string.Join(", ", missing.Select(archive => archive.Name))}, and {folder} does not have "
        + "the pinned files. Leave --offline out, or name a folder that has the archives with --archives=DIR.");
}
