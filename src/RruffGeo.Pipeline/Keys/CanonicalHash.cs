using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RruffGeo.Pipeline.Keys;

/// <summary>SHA-256 over a domain tag and a list of texts, each with its length before it, so that no two lists read alike.</summary>
internal sealed class CanonicalHash : IDisposable
{
    private static readonly UTF8Encoding strictUtf8 = new(false, throwOnInvalidBytes: true);
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Starts a digest of the kind <paramref name="domain"/>, such as <c>stagekey/v1</c>.</summary>
    internal CanonicalHash(string domain) => Add(domain);

    /// <summary>Adds one text.</summary>
    /// <exception cref="EncoderFallbackException">The text has half a surrogate pair, which UTF-8 cannot tell from another half.</exception>
    internal void Add(string text) => Add(strictUtf8.GetBytes(text));

    /// <summary>Adds bytes.</summary>
    internal void Add(ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    /// <summary>The digest, lower-case hex.</summary>
    internal string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();
}
