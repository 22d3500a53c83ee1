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

    /// <summary>Makes sure that <paramref name="folder"/> is there and that its name outlasts a power cut.</summary>
    internal static void CreateFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        Directory.CreateDirectory(folder);
        SynchroniseFolder(Path.GetDirectoryName(folder)!);
    }

    /// <summary>Renames <paramref name="source"/> to <paramref name="target"/>, replacing it, and makes the name durable.</summary>
    internal static void Rename(string source, string target)
    {
        File.Move(source, target, overwrite: true);
        SynchroniseFolder(Path.GetDirectoryName(target)!);
    }

    /// <summary>Writes <paramref name="text"/> to <paramref name="target"/> through <paramref name="temporary"/>: readers see the old or the new text, never a part.</summary>
    internal static void WriteText(string target, string temporary, string text)
    {
        File.WriteAllText(temporary, text);
        SynchroniseFile(temporary);
        Rename(temporary, target);
    }

    /// <summary>Makes a file read-only where the file system has modes.</summary>
    internal static void Seal(string path) => SetMode(path, Sealed);

    /// <summary>Makes a copy of a sealed file writable by its owner.</summary>
    internal static void Unseal(string path) => SetMode(path, Writable);

    /// <summary>Gives <paramref name="existing"/> a second name.</summary>
    /// <returns>False where that is not possible; a copy is then in order.</returns>
    internal static bool TryLink(string existing, string created) => !OperatingSystem.IsWindows() && Posix.Link(existing, created) == 0;

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }
}
