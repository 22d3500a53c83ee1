using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace RruffGeo.Pipeline.Remote;

/// <summary>A public key: what a remote cache gives is believed only if the matching secret key signed it.</summary>
public sealed class VerifyingKey
{
    /// <summary>Length of a signature, bytes.</summary>
    internal const int SignatureBytes = 64;

    /// <summary>What stands before the 32 bytes in a SubjectPublicKeyInfo: the algorithm 1.3.101.112, a bit string.</summary>
    private static readonly byte[] head = Convert.FromHexString("302a300506032b6570032100");

    private readonly byte[] point;

    private VerifyingKey(byte[] point) => this.point = point;

    /// <summary>Reads a file as <c>openssl pkey -pubout</c> writes it.</summary>
    /// <param name="text">PEM, the section <c>PUBLIC KEY</c>.</param>
    /// <exception cref="CryptographicException">It is none.</exception>
    public static VerifyingKey FromPem(string text) => new(PemSection.Read(text, "PUBLIC KEY", head, Ed25519.PublicKeySize));

    /// <summary>The key with these 32 bytes.</summary>
    internal static VerifyingKey Of(byte[] point) => new(point);

    /// <summary>What is signed: a tag, so that a signature made for something else never fits, and the manifest, which names key, parts and files.</summary>
    internal static byte[] Message(byte[] manifest) => [.. "rruffgeo manifest\0"u8, .. manifest];

    /// <summary>True if <paramref name="signature"/> was made over <paramref name="manifest"/> with the matching secret key.</summary>
    internal bool Accepts(byte[] manifest, byte[] signature)
    {
        var message = Message(manifest);
        return signature.Length == SignatureBytes && Ed25519.Verify(signature, 0, point, 0, message, 0, message.Length);
    }
}
