using System.Security.Cryptography;

namespace RruffGeo.Pipeline.Remote;

/// <summary>Reads the one form in which each kind of Ed25519 key is written.</summary>
internal static class PemSection
{
    /// <summary>The key's bytes.</summary>
    /// <param name="text">PEM.</param>
    /// <param name="label">The section's label.</param>
    /// <param name="head">Bytes before the key.</param>
    /// <param name="length">Bytes of the key.</param>
    /// <exception cref="CryptographicException">The text has no such section, or it holds something else.</exception>
    internal static byte[] Read(string text, string label, byte[] head, int length)
    {
        if (!PemEncoding.TryFind(text, out var section) || text[section.Label] != label)
            throw new CryptographicException($"expected a PEM section '{label}'");
        var bytes = Convert.FromBase64String(text[section.Base64Data]);
        return bytes.Length == head.Length + length && bytes.AsSpan().StartsWith(head)
            ? bytes[head.Length..] : throw new CryptographicException("the key in it is not of Ed25519");
    }
}
