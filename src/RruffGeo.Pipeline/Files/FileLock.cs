using System.Globalization;

namespace RruffGeo.Pipeline.Files;

/// <summary>A lock between threads and processes that its holder's death frees.</summary>
/// <remarks>An advisory lock of the file system; network file systems may ignore it, which costs double work, never a wrong result.</remarks>
internal sealed class FileLock : IDisposable
{
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolation = 32;
    private const int LockViolation = 33;
    private static readonly TimeSpan firstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan longestPause = TimeSpan.FromMilliseconds(200);

    private readonly FileStream held;
    private readonly string path;

    private readonly Signature signature;

    private FileLock(FileStream held, string path, Signature signature) => (this.held, this.path, this.signature) = (held, path, signature);

    /// <summary>Whether whoever waits can read who holds a lock.</summary>
    private enum Signature
    {
        None,
        Left,
    }

    /// <summary>Waits for the lock at <paramref name="path"/>.</summary>
    /// <param name="path">The lock file; its name with <c>.holder</c> says who holds it.</param>
    /// <param name="waiting">Called at most once, with the holder, if another has the lock.</param>
    /// <param name="cancellation">Ends the wait.</param>
    internal static FileLock Acquire(string path, Action<string> waiting, CancellationToken cancellation) => Acquire(path, Signature.Left, waiting, cancellation);

    /// <summary>Waits for a lock that is held for moments only, so that nobody asks by whom.</summary>
    internal static FileLock AcquireBriefly(string path) => Acquire(path, Signature.None, _ => { }, CancellationToken.None);

    private static FileLock Acquire(string path, Signature signature, Action<string> waiting, CancellationToken cancellation)
    {
        var told = false;
        for (var pause = firstPause; ; pause = pause < longestPause ? pause * 2 : longestPause)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryAcquire(path, signature) is { } acquired)
                return acquired;
            if (!told && pause > firstPause)
            {
                waiting(HolderOf(path));
                told = true;
            }
            cancellation.WaitHandle.WaitOne(pause);
        }
    }

    /// <summary>Takes the lock at <paramref name="path"/> without saying who has it, or returns null if another has it.</summary>
    internal static FileLock? TryAcquire(string path) => TryAcquire(path, Signature.None);

    private static FileLock? TryAcquire(string path, Signature signature)
    {
        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            // Between our opening the file and our locking it, its former holder may have deleted it: then we hold a file without a name.
            if (!Names(path, stream))
            {
                stream.Dispose();
                return null;
            }
            if (signature == Signature.Left)
                File.WriteAllText(path + ".holder", string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"));
            return new FileLock(stream, path, signature);
        }
        catch (IOException error) when ((error.HResult & 0xffff) is WouldBlockOnLinux or WouldBlockOnMac or SharingViolation or LockViolation)
        {
            stream?.Dispose();
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (signature == Signature.Left)
            TryDelete(path + ".holder");
        // Only where a later holder can tell the new file from the old one.
        if (OperatingSystem.IsLinux())
            TryDelete(path);
        held.Dispose();
    }

    private static bool Names(string path, FileStream stream) =>
        !OperatingSystem.IsLinux() || FileStamp.OfEntry(path) is { } named && FileStamp.OfHandle(stream.SafeFileHandle) is { } opened
            && (named.Device, named.Inode) == (opened.Device, opened.Inode);

    private static string HolderOf(string path)
    {
        try
        {
            return File.ReadAllText(path + ".holder");
        }
        catch (IOException)
        {
            return "another process";
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A lock file left behind is harmless: whoever comes next takes it over.
        }
    }
}
