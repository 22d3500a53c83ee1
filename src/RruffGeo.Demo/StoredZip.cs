using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace RruffGeo.Demo;

/// <summary>
/// A zip archive of stored entries. <see cref="System.IO.Compression.ZipArchive"/> writes the platform into each entry and
/// its compressor differs between runtimes; this one gives the same bytes everywhere.
/// </summary>
internal static class StoredZip
{
    private const ushort Version = 20, Utf8Names = 1 << 11, Midnight = 0, FirstOf2020 = (2020 - 1980) << 9 | 1 << 5 | 1;

    /// <summary>Writes <paramref name="members"/> in the order given.</summary>
    /// <param name="destination">Receives the archive; its position must be 0.</param>
    /// <param name="members">Path and content of each member; at most 65,535 members and 4 GiB.</param>
    public static void Write(Stream destination, IEnumerable<(string Path, byte[] Content)> members)
    {
        var directory = new MemoryStream();
        ushort count = 0;
        foreach (var (path, content) in members)
        {
            var name = Encoding.UTF8.GetBytes(path);
            var offset = checked((uint)destination.Position);
            var common = Common(content, name);
            destination.Write([0x50, 0x4B, 0x03, 0x04]);
            destination.Write(common);
            destination.Write(name);
            destination.Write(content);

            directory.Write([0x50, 0x4B, 0x01, 0x02, (byte)Version, 0]);
            directory.Write(common);
            directory.Write(new byte[10]);                               // comment, disk and attributes: none
            directory.Write(Number(offset));
            directory.Write(name);
            checked { count++; }
        }

        var start = checked((uint)destination.Position);
        directory.WriteTo(destination);
        destination.Write([0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0, (byte)count, (byte)(count >> 8), (byte)count, (byte)(count >> 8)]);
        destination.Write(Number(checked((uint)directory.Length)));
        destination.Write(Number(start));
        destination.Write([0, 0]);
    }

    /// <summary>The 26 bytes that a local header and a directory entry share, from "version needed" on.</summary>
    private static byte[] Common(byte[] content, byte[] name)
    {
        var bytes = new byte[26];
        ReadOnlySpan<ushort> words = [Version, Utf8Names, 0, Midnight, FirstOf2020];
        for (var i = 0; i < words.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * i), words[i]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(10), Crc32.HashToUInt32(content));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(14), (uint)content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(18), (uint)content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(22), checked((ushort)name.Length));
        return bytes;
    }

    private static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
