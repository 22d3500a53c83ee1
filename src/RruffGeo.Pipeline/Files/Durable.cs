using System.ComponentModel;
using System.Runtime.InteropServices;

namespace RruffGeo.Pipeline.Files;

/// <summary>Makes files and their names outlast a power cut, and replaces files in one step.</summary>
internal static class Durable
{
    private const UnixFileMode Writable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Sealed = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Waits until the bytes of <paramref name="path"/> are on the disk.</summary>
    internal static void SynchroniseFile(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Waits until the names in <paramref name="folder"/> are on the disk; does nothing where folders cannot be opened.</summary>
    internal static void SynchroniseFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Posix.Open(folder, Posix.ReadOnly);
        if (descriptor < 0)
            throw new IOException($"{folder}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
        try
        {
            if (Posix.Synchronise(descriptor) != 0)
                throw new IOException($"{folder}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
        }
        finally
        {
            _ = Posix.Close(descriptor);
        }
    }

    /// <summary>As <see cref="SynchroniseFile"/> for each of <paramref name="paths"/>, side by side: file systems with a journal write it once for all.</summary>
    internal static void SynchroniseFiles(IReadOnlyList<string> paths) => Together(paths, SynchroniseFile);

    /// <summary>As <see cref="SynchroniseFolder"/> for each of <paramref name="folders"/>, side by side.</summary>
    internal static void SynchroniseFolders(IReadOnlyCollection<string> folders) => Together([.. folders], SynchroniseFolder);

    /// <summary>Makes sure that <paramref name="folder"/> is there.</summary>
    /// <returns>The folders that must be synchronised before names in it outlast a power cut: itself, and its parent, since another process may just have made it.</returns>
    internal static IReadOnlyList<string> CreateFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        return [folder, Path.GetDirectoryName(folder)!];
    }

    /// <summary>
    /// Writes <paramref name="text"/> to <paramref name="target"/> through <paramref name="temporary"/>: readers see the old or the new text, never a
    /// part, and so do they after a power cut.
    /// </summary>
    internal static void WriteText(string target, string temporary, string text)
    {
        File.WriteAllText(temporary, text);
        SynchroniseFile(temporary);
        File.Move(temporary, target, overwrite: true);
    }

    /// <summary>Makes a file read-only where the file system has modes.</summary>
    internal static void Seal(string path) => SetMode(path, Sealed);

    /// <summary>Makes a copy of a sealed file writable by its owner.</summary>
    internal static void Unseal(string path) => SetMode(path, Writable);

    /// <summary>Gives <paramref name="existing"/> a second name.</summary>
    /// <returns>False where that is not possible; a copy is then in order.</returns>
    internal static bool TryLink(string existing, string created) => !OperatingSystem.IsWindows() && Posix.Link(existing, created) == 0;

    private static void Together(IReadOnlyList<string> paths, Action<string> synchronise)
    {
        // The first on this thread: a single one costs no other.
        var others = paths.Skip(1).Select(path => Task.Run(() => synchronise(path))).ToArray();
        try
        {
            if (paths.Count > 0)
                synchronise(paths[0]);
        }
        finally
        {
            Task.WhenAll(others).GetAwaiter().GetResult();
        }
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }
}
