using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace RruffGeo.Pipeline.Files;

/// <summary>What the file system says about a plain file without its bytes being read.</summary>
/// <param name="Device">Device number; 0 where the system has none to give.</param>
/// <param name="Inode">Inode number; elsewhere a digest of the path.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Modified">Time of the last write, ns since 1970.</param>
/// <param name="Changed">Time of the last change of the inode, ns since 1970, which no program can set back; elsewhere the creation time.</param>
internal readonly record struct FileStamp(ulong Device, ulong Inode, long Size, long Modified, long Changed)
{
    private const int PlainFile = 0x8000;
    private const int KindOfFile = 0xf000;

    /// <summary>Kernels without fine-grained times advance the clock of files only every 1 to 10 ms; this is twice the longest.</summary>
    private static readonly TimeSpan tick = TimeSpan.FromMilliseconds(20);

    /// <summary>The stamp of the file that <paramref name="path"/> leads to; null if there is no plain file.</summary>
    internal static FileStamp? Of(string path) => Of(path, 0);

    /// <summary>As <see cref="Of(string)"/>, but a symbolic link is no plain file.</summary>
    internal static FileStamp? OfEntry(string path) => Of(path, Posix.SymbolicLinkItself);

    /// <summary>The stamp of an open file; null where only paths have stamps.</summary>
    internal static FileStamp? OfHandle(SafeFileHandle handle) =>
        OperatingSystem.IsLinux() && Posix.Statx(handle, "", Posix.EmptyPath, Posix.BasicStatistics, out var found) == 0 ? From(found) : null;

    /// <summary>How many names the file has; 1 where the system does not say.</summary>
    internal static uint NamesOf(string path) =>
        OperatingSystem.IsLinux() && Posix.Statx(Posix.CurrentFolder, path, 0, Posix.BasicStatistics, out var found) == 0 ? found.Links : 1;

    /// <summary>Device and inode: what a file keeps while its bytes change.</summary>
    internal string Identity => string.Create(CultureInfo.InvariantCulture, $"{Device} {Inode}");

    /// <summary>True if a later write cannot bear the same times: only then may a digest be remembered for this stamp.</summary>
    internal bool IsSettled
    {
        get
        {
            var now = (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100;
            return (OperatingSystem.IsLinux() ? Changed : Modified) < now - tick.Ticks * 100;
        }
    }

    /// <summary>Time since the file was last written, renamed or given other rights; elsewhere since it was made.</summary>
    internal TimeSpan Untouched => DateTime.UtcNow - DateTime.UnixEpoch - TimeSpan.FromTicks(Changed / 100);

    /// <summary>Waits until a stamp taken before this call is settled.</summary>
    internal static void WaitForTick() => Thread.Sleep(tick + TimeSpan.FromMilliseconds(2));

    /// <summary>The stamp as five numbers, separated by blanks.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Device} {Inode} {Size} {Modified} {Changed}");

    private static FileStamp? Of(string path, int flags)
    {
        if (!OperatingSystem.IsLinux())
            return Portable(path, flags);
        if (Posix.Statx(Posix.CurrentFolder, path, flags, Posix.BasicStatistics, out var found) != 0 || (found.Mode & KindOfFile) != PlainFile)
            return null;
        return From(found);
    }

    private static FileStamp From(in Posix.StatxBuffer found) => new(
        ((ulong)found.DeviceMajor << 32) | found.DeviceMinor, found.Inode, (long)found.Size,
        found.ModifiedSeconds * 1_000_000_000 + found.ModifiedNanoseconds, found.ChangedSeconds * 1_000_000_000 + found.ChangedNanoseconds);

    private static FileStamp? Portable(string path, int flags)
    {
        var file = new FileInfo(path);
        if (!file.Exists || (flags == Posix.SymbolicLinkItself && file.LinkTarget is not null))
            return null;
        var name = SHA256.HashData(Encoding.UTF8.GetBytes(file.FullName));
        return new(0, BitConverter.ToUInt64(name), file.Length, Nanoseconds(file.LastWriteTimeUtc), Nanoseconds(file.CreationTimeUtc));
    }

    private static long Nanoseconds(DateTime time) => (time - DateTime.UnixEpoch).Ticks * 100;
}
