using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using RruffGeo.Pipeline.Publication;

namespace RruffGeo.Build.Publishing;

/// <summary>Reads a bundle of unknown origin without unpacking it: bounds everything, and refuses what no bundle has.</summary>
internal static class BundleReader
{
    private const int LinkMode = 0xA000, PlainMode = 0x8000, ModeMask = 0xF000;
    private const int DirectoryEnd = 22, LongestComment = ushort.MaxValue;

    /// <summary>What a bundle may be at most.</summary>
    /// <param name="Files">Number of files.</param>
    /// <param name="ArchiveBytes">Length of the archive.</param>
    /// <param name="FileBytes">Length of a file.</param>
    /// <param name="Bytes">Length of all files together.</param>
    /// <param name="Ratio">Length of a file beside its compressed length, for files of a mebibyte and more.</param>
    internal sealed record Limits(int Files, long ArchiveBytes, long FileBytes, long Bytes, int Ratio)
    {
        /// <summary>Far above what any run gives.</summary>
        public static Limits Usual { get; } = new(20_000, 1L << 30, 256L << 20, 2L << 30, 200);
    }

    /// <summary>The files of the bundle at <paramref name="path"/>, in ordinal order.</summary>
    /// <exception cref="InvalidDataException">It is no bundle, or one that could do harm.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ImmutableArray<BundleFile> Read(string path, Limits limits)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (stream.Length > limits.ArchiveBytes)
            throw Refused($"it has {stream.Length} bytes, more than {limits.ArchiveBytes}");
        CheckCount(stream, limits);
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            CheckEntries(zip, limits);
            var files = ImmutableArray.CreateBuilder<BundleFile>();
            foreach (var entry in zip.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
                files.Add(new BundleFile(entry.FullName, Content(entry)));
            return files.ToImmutable();
        }
        catch (InvalidDataException fault) when (!fault.Message.StartsWith("Refused", StringComparison.Ordinal))
        {
            throw Refused($"it is no sound zip archive ({fault.Message.TrimEnd('.')})");
        }
    }

    /// <summary>Text of unknown origin with control characters written out, fit for a terminal.</summary>
    public static string Printable(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) || letter is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' ? $"\\u{(int)letter:x4}" : $"{letter}"));

    internal static InvalidDataException Refused(string why) => new($"Refused: {why}. A bundle made by --target=Publish never is like that; nothing was unpacked.");

    /// <summary>Before the directory is read into memory: how many entries it says it has.</summary>
    private static void CheckCount(FileStream stream, Limits limits)
    {
        var tail = new byte[(int)Math.Min(stream.Length, DirectoryEnd + LongestComment)];
        stream.Seek(-tail.Length, SeekOrigin.End);
        stream.ReadExactly(tail);
        stream.Seek(0, SeekOrigin.Begin);
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + DirectoryEnd > tail.Length)
            throw Refused("it is no zip archive");
        var count = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
        if (count > limits.Files)
            throw Refused($"it says that it holds {(count == ushort.MaxValue ? "65,535 files or more" : $"{count} files")}, more than {limits.Files}");
    }

    private static void CheckEntries(ZipArchive zip, Limits limits)
    {
        var (names, bytes) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), 0L);
        foreach (var entry in zip.Entries)
        {
            var name = Printable(entry.FullName);
            if (!RunRecords.IsSafePath(entry.FullName))
                throw Refused($"'{name}' is no plain path inside the bundle");
            if (!names.Add(entry.FullName))
                throw Refused($"'{name}' is there twice (letter case does not count)");
            if ((entry.ExternalAttributes >> 16 & ModeMask) is var mode && mode is not (0 or PlainMode))
                throw Refused($"'{name}' is {(mode == LinkMode ? "a symbolic link" : "no plain file")}");
            if (entry.IsEncrypted)
                throw Refused($"'{name}' is encrypted");
            if (entry.Length > limits.FileBytes || (bytes += entry.Length) > limits.Bytes)
                throw Refused($"'{name}' would have {entry.Length} bytes, {bytes} with those before it; at most {limits.FileBytes} and {limits.Bytes} are read");
            if (entry.Length >= 1 << 20 && entry.Length / Math.Max(1, entry.CompressedLength) > limits.Ratio)
                throw Refused($"'{name}' would grow {entry.Length / Math.Max(1, entry.CompressedLength)}-fold, more than {limits.Ratio}-fold");
        }
    }

    // The directory may lie about a length: no byte more than it says is read. What is damaged is read as far as it goes, and its digest tells.
    private static byte[] Content(ZipArchiveEntry entry)
    {
        var content = new byte[entry.Length];
        var read = 0;
        try
        {
            using var stream = entry.Open();
            while (read < content.Length && stream.Read(content, read, content.Length - read) is > 0 and var more)
                read += more;
        }
        catch (InvalidDataException)
        {
            return content[..read];
        }

        return content[..read];
    }
}
