using System.Collections.Immutable;
using ICSharpCode.SharpZipLib.Zip;

namespace RruffGeo.Build.Publishing;

/// <summary>Writes bundles: entries in ordinal order, one date, one level, and a compressor that is part of the program, since the system's differs between machines.</summary>
internal static class BundleZip
{
    private const int Level = 9;
    private const int PlainFile = 0b1_000_000_110_100_100 << 16;      // -rw-r--r--, where Unix keeps modes

    /// <summary>Writes <paramref name="files"/> as a zip archive.</summary>
    /// <param name="destination">Receives the archive; stays open.</param>
    /// <param name="files">Each path once; together below 4 GiB.</param>
    /// <param name="date">Date of all entries, UTC, from 1980 on.</param>
    public static void Write(Stream destination, ImmutableArray<BundleFile> files, DateTime date)
    {
        using var zip = new ZipOutputStream(destination, StringCodec.FromCodePage(65001)) { IsStreamOwner = false, UseZip64 = UseZip64.Off };
        zip.SetLevel(Level);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            zip.PutNextEntry(new ZipEntry(file.Path)
            {
                DateTime = date,
                Size = file.Content.Length,
                IsUnicodeText = true,
                HostSystem = (int)HostSystemID.Unix,
                ExternalFileAttributes = PlainFile,
                CompressionMethod = CompressionMethod.Deflated,
            });
            zip.Write(file.Content, 0, file.Content.Length);
            zip.CloseEntry();
        }
    }
}
