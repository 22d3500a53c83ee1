using System.Security.Cryptography;
using System.Text;

namespace RruffGeo.Build.Publishing;

/// <summary>A file of a bundle.</summary>
/// <param name="Path">Path inside the bundle, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record BundleFile(string Path, byte[] Content)
{
    /// <summary>SHA-256 of <see cref="Content"/>, lower-case hex.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));

    /// <summary>A text file: UTF-8 without a mark, lines ended by a line feed.</summary>
    public static BundleFile OfText(string path, string text) => new(path, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
}
