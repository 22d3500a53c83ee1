using System.Buffers;
using System.Security.Cryptography;

namespace RruffGeo.Pipeline.Files;

/// <summary>SHA-256 of files.</summary>
internal static class FileDigest
{
    /// <summary>Length of a SHA-256 in lower-case hex.</summary>
    internal const int Length = 64;

    private static readonly SearchValues<char> digits = SearchValues.Create("0123456789abcdef");
    private const int ChunkBytes = 1 << 20;

    /// <summary>SHA-256 of the file's bytes, lower-case hex.</summary>
    internal static string Of(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Write | FileShare.Delete, FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[(int)Math.Clamp(RandomAccess.GetLength(file), 4096, ChunkBytes)];
        long position = 0;
        while (RandomAccess.Read(file, chunk, position) is var read && read > 0)
        {
            hash.AppendData(chunk, 0, read);
            position += read;
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>True for 64 lower-case hexadecimal digits.</summary>
    internal static bool IsDigest(string? text) => text is { Length: Length } && !text.AsSpan().ContainsAnyExcept(digits);
}
