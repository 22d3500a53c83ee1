using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace RruffGeo.Pipeline.Remote;

/// <summary>A secret key that signs what is given to a remote cache: Ed25519 (RFC 8032).</summary>
public sealed class SigningKey
{
    /// <summary>What stands before the 32 bytes in PKCS #8: version, the algorithm 1.3.101.112, two octet strings.</summary>
    private static readonly byte[] head = Convert.FromHexString("302e020100300506032b657004220420");

    private readonly byte[] seed;

    private SigningKey(byte[] seed) => this.seed = seed;

    /// <summary>The key that tells this one's signatures from others'.</summary>
    public VerifyingKey Public
    {
        get
        {
            var bytes = new byte[Ed25519.PublicKeySize];
            Ed25519.GeneratePublicKey(seed, 0, bytes, 0);
            return VerifyingKey.Of(bytes);
        }
    }

    /// <summary>Reads a file as <c>openssl genpkey -algorithm ed25519</c> writes it.</summary>
    /// <param name="text">PEM, the section <c>PRIVATE KEY</c>.</param>
    /// <exception cref="CryptographicException">It is none.</exception>
    public static SigningKey FromPem(string text) => new(PemSection.Read(text, "PRIVATE KEY", head, Ed25519.SecretKeySize));

    /// <summary>The signature of <paramref name="manifest"/>, 64 bytes.</summary>
    internal byte[] Sign(byte[] manifest)
    {
        var (message, signature) = (VerifyingKey.Message(manifest), new byte[Ed25519.SignatureSize]);
        Ed25519.Sign(seed, 0, message, 0, message.Length, signature, 0);
        return signature;
    }
}
