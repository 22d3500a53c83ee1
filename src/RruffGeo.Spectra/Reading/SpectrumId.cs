using System.Security.Cryptography;
using System.Text;

namespace RruffGeo.Spectra;

/// <summary>Names a spectrum file by its content, whatever archive holds it.</summary>
public static class SpectrumId
{
    private const int Bytes = 16;

    /// <summary>The first 32 hex digits of SHA-256 over the file name, a zero byte, and the file.</summary>
    /// <param name="fileName">Name without folders.</param>
    /// <param name="content">All bytes of the file.</param>
    public static string Of(string fileName, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(fileName + '\0'));
        hash.AppendData(content);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest[..Bytes]);
    }
}
