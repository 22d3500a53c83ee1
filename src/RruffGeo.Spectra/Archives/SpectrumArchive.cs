using System.IO.Compression;
using System.IO.Hashing;

namespace RruffGeo.Spectra;

/// <summary>Reads members of a zip archive into memory, one at a time; nothing is unpacked to disk.</summary>
/// <remarks>Not safe to share between threads: each takes its own over the same file. What the archive says of sizes is checked while inflating.</remarks>
public sealed class SpectrumArchive : IDisposable
{
    private const int FirstBuffer = 1 << 18;
    private static readonly DateTime NoDate = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly ArchiveLimits limits;
    private readonly ZipArchive zip;
    private byte[] buffer = new byte[FirstBuffer];

    private SpectrumArchive(ZipArchive zip, ArchiveLimits limits) => (this.zip, this.limits) = (zip, limits);

    /// <summary>Opens the archive at <paramref name="path"/>.</summary>
    /// <exception cref="InvalidDataException">It is truncated, no zip archive, its directory contradicts its size or <paramref name="limits"/>, or a member's path leads outside.</exception>
    public static SpectrumArchive Open(string path, ArchiveLimits limits)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            var archive = new SpectrumArchive(new ZipArchive(file, ZipArchiveMode.Read), limits);
            archive.CheckDirectory(file.Length);
            return archive;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or ArgumentException or OverflowException)
        {
            file.Dispose();
            throw Unreadable(path, fault.Message.TrimEnd('.'), fault);
        }
    }

    /// <summary>The files of the archive in ordinal order of their paths; folders are no members.</summary>
    public IReadOnlyList<ArchiveMember> ListMembers() =>
        [.. zip.Entries
            .Select((entry, index) => (entry.FullName, index))
            .Where(entry => !entry.FullName.EndsWith('/'))
            .OrderBy(entry => entry.FullName, StringComparer.Ordinal).ThenBy(entry => entry.index)
            .Select(entry => new ArchiveMember(entry.index, entry.FullName, ArchiveMember.KindOf(entry.FullName)))];

    /// <summary>Day of the newest file, by the archive's own directory, which names no time zone; 1 January 1980 if it is empty or says nothing.</summary>
    public DateOnly Vintage => DateOnly.FromDateTime(zip.Entries.Select(entry => entry.LastWriteTime.DateTime).DefaultIfEmpty(NoDate).Max());

    /// <summary>All bytes of <paramref name="member"/>; they stand until the next call.</summary>
    /// <exception cref="ArchiveMemberException">It is damaged, encrypted, too large, or grows out of proportion.</exception>
    public ReadOnlySpan<byte> Read(ArchiveMember member)
    {
        var entry = zip.Entries[member.Index];
        if (entry.IsEncrypted)
            throw new ArchiveMemberException("encrypted-member", "expected a member without password but found an encrypted one.");
        try
        {
            using var stream = entry.Open();
            var length = Inflate(stream, entry.CompressedLength);
            var content = buffer.AsSpan(0, length);
            if (content.Length != entry.Length || Crc32.HashToUInt32(content) != entry.Crc32)
                throw new ArchiveMemberException(
                    ArchiveMemberException.Damaged,
                    $"expected {entry.Length} bytes with checksum {entry.Crc32:x8} but found {content.Length} with {Crc32.HashToUInt32(content):x8}.");
            return content;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
        {
            throw new ArchiveMemberException(ArchiveMemberException.Damaged, $"expected a readable zip member but: {fault.Message}", fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => zip.Dispose();

    /// <summary>The exception for an archive that cannot be read at all.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="found">What is wrong with it, without a full stop.</param>
    /// <param name="inner">What the library said, if it said something.</param>
    public static InvalidDataException Unreadable(string path, string found, Exception? inner = null) =>
        new($"{path}: expected a complete zip archive of spectra but: {found}. Get the archive again, or take it out of the folder.", inner);

    private int Inflate(Stream stream, long stored)
    {
        var most = Math.Min(limits.MemberBytes, Math.Max(stored, 1) * limits.Inflation);
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, checked(buffer.Length * 2));
            var read = stream.Read(buffer, length, buffer.Length - length);
            if (read == 0)
                return length;
            length += read;
            if (length > limits.MemberBytes)
                throw new ArchiveMemberException("too-large", $"expected at most {limits.MemberBytes} bytes but found more.");
            if (length > most)
                throw new ArchiveMemberException(
                    "zip-bomb", FormattableString.Invariant($"expected at most {limits.Inflation} times the {stored} bytes stored but found more."));
        }
    }

    // Members that overlap let a small file inflate without end although each of them keeps its bounds.
    private void CheckDirectory(long bytes)
    {
        if (zip.Entries.Count > limits.Members)
            throw new InvalidDataException($"it has {zip.Entries.Count} members, more than the {limits.Members} allowed");
        var stored = zip.Entries.Sum(entry => entry.CompressedLength);
        if (stored > bytes)
            throw new InvalidDataException($"its members claim {stored} stored bytes in a file of {bytes}");
        var escaping = zip.Entries.FirstOrDefault(entry => ArchiveMember.KindOf(entry.FullName) == MemberKind.Unsafe);
        if (escaping is not null)
            throw new InvalidDataException($"its member '{escaping.FullName}' would leave the archive's folder, which no archive of RRUFF's does");
    }
}
