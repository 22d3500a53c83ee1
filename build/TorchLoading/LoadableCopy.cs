using System.Buffers.Binary;

namespace RruffGeo.TorchLoading;

/// <summary>Writes a copy of a library that loads here, if and only if one is needed.</summary>
internal static class LoadableCopy
{
    /// <summary>Judges <paramref name="library"/>; leaves <c>verdict.txt</c> and, if needed, the copy in <paramref name="folder"/>.</summary>
    /// <param name="library">Path of the library as restored; only read.</param>
    /// <param name="folder">Folder for the results; made if absent.</param>
    /// <param name="runtime">Path of the system's libstdc++; null if there is none.</param>
    /// <returns>The verdict as one sentence.</returns>
    public static string Prepare(string library, string folder, string? runtime)
    {
        var image = new Elf64Image(Read(library), Path.GetFileName(library));
        var offered = runtime is null ? new HashSet<string>() : VersionNeed.OfferedBy(new Elf64Image(Read(runtime), Path.GetFileName(runtime)));
        var verdict = LoadingVerdict.Of(image, offered);
        Directory.CreateDirectory(folder);
        var copy = Path.Combine(folder, Path.GetFileName(library));
        if (verdict.Kind == VerdictKind.LoadsWhenWeak)
            Replace(copy, Weakened(image, verdict.FlagsOffset));
        else
            File.Delete(copy);
        var sentence = $"{Path.GetFileName(library)}: {verdict.Reason}.";
        Replace(Path.Combine(folder, "verdict.txt"), System.Text.Encoding.UTF8.GetBytes(sentence + "\n"));
        return sentence;
    }

    /// <summary>The image's bytes with <c>VER_FLG_WEAK</c> set in the 16 bits at <paramref name="flagsOffset"/>.</summary>
    public static byte[] Weakened(Elf64Image image, long flagsOffset)
    {
        var bytes = image.Bytes.ToArray();
        var flags = bytes.AsSpan((int)flagsOffset, 2);
        BinaryPrimitives.WriteUInt16LittleEndian(flags, (ushort)(image.UInt16(flagsOffset) | VersionNeed.WeakFlag));
        return bytes;
    }

    private static byte[] Read(string path) => new FileInfo(path).Length <= Elf64Image.LongestFile
        ? File.ReadAllBytes(path)
        : throw new InvalidDataException($"{path}: expected at most {Elf64Image.LongestFile} bytes.");

    private static void Replace(string path, byte[] bytes)
    {
        var partial = $"{path}.{Environment.ProcessId}.partial";
        File.WriteAllBytes(partial, bytes);
        File.Move(partial, path, overwrite: true);
    }
}
