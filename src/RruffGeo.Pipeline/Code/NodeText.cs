using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace RruffGeo.Pipeline.Code;

/// <summary>Gathers what a method or type is made of, each item with its length before it.</summary>
internal sealed class NodeText
{
    private readonly StringBuilder text = new();

    internal void Add(string item) => text.Append(CultureInfo.InvariantCulture, $"{item.Length}:").Append(item);

    internal void Add(long number) => text.Append(CultureInfo.InvariantCulture, $"{number};");

    internal void Add(ReadOnlySpan<byte> bytes) => Add(Convert.ToHexString(bytes));

    /// <summary>SHA-256 of all items, lower-case hex.</summary>
    /// <remarks>Over the UTF-16 as it is: string literals may hold half surrogate pairs, which no encoder lets through unchanged.</remarks>
    internal string Digest() => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(text.ToString().AsSpan())));
}
