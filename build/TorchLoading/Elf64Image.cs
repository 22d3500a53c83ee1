using System.Buffers.Binary;
using System.Text;

namespace RruffGeo.TorchLoading;

/// <summary>The part of an ELF64 little-endian shared library that the dynamic loader reads: dynamic section, symbols and their versions.</summary>
/// <remarks>System V gABI, chapters 4 and 5; Linux Standard Base Core, chapter "Symbol Versioning". Everything is found through the program
/// headers, as the loader does it; section headers may be stripped.</remarks>
internal sealed class Elf64Image
{
    /// <summary>Longest file that is looked at, bytes; the library in question has 2.4 MB.</summary>
    public const int LongestFile = 256 << 20;

    private const int HeaderSize = 64, ProgramHeaderSize = 56, DynamicEntrySize = 16, SymbolSize = 24, RelocationSize = 24;
    private const uint LoadSegment = 1, DynamicSegment = 2;
    private readonly byte[] bytes;
    private readonly string name;
    private readonly List<(ulong Address, ulong Offset, ulong Size)> segments = [];
    private readonly Dictionary<long, ulong> dynamic = [];

    /// <summary>Reads the headers of <paramref name="bytes"/>.</summary>
    /// <param name="bytes">The whole file; kept, not copied.</param>
    /// <param name="name">File name for messages.</param>
    /// <exception cref="InvalidDataException">The bytes are no ELF64 little-endian shared library, or point outside themselves.</exception>
    public Elf64Image(byte[] bytes, string name)
    {
        (this.bytes, this.name) = (bytes, name);
        if (bytes.Length < HeaderSize || !bytes.AsSpan(0, 4).SequenceEqual("\u007fELF"u8))
            throw Malformed($"expected an ELF file of at least {HeaderSize} bytes but found {bytes.Length} bytes without its signature");
        if (bytes[4] != 2 || bytes[5] != 1)
            throw Malformed($"expected class 2 (64-bit) and data 1 (little-endian) but found class {bytes[4]}, data {bytes[5]}");
        if (UInt16(18) is not 62 and var machine)
            throw Malformed($"expected machine 62 (x86-64) but found {machine}");
        ReadSegments();
    }

    /// <summary>The file's bytes.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Value of the dynamic entry <paramref name="tag"/>; null if there is none.</summary>
    public ulong? Dynamic(DynamicTag tag) => dynamic.TryGetValue((long)tag, out var value) ? value : null;

    /// <summary>File offset of the virtual address <paramref name="address"/>.</summary>
    /// <exception cref="InvalidDataException">No loaded segment holds the address.</exception>
    public long OffsetOf(ulong address)
    {
        foreach (var (start, offset, size) in segments)
            if (address >= start && address - start < size)
                return (long)(offset + (address - start));
        throw Malformed($"address 0x{address:x} lies in no loaded segment");
    }

    /// <summary>Unsigned 16 bits at a file offset.</summary>
    public ushort UInt16(long offset) => BinaryPrimitives.ReadUInt16LittleEndian(Range(offset, 2));

    /// <summary>Unsigned 32 bits at a file offset.</summary>
    public uint UInt32(long offset) => BinaryPrimitives.ReadUInt32LittleEndian(Range(offset, 4));

    /// <summary>Unsigned 64 bits at a file offset.</summary>
    public ulong UInt64(long offset) => BinaryPrimitives.ReadUInt64LittleEndian(Range(offset, 8));

    /// <summary>The text at <paramref name="index"/> of the dynamic string table.</summary>
    public string Text(uint index)
    {
        var size = Needed(DynamicTag.StringTableSize);
        if (index >= size)
            throw Malformed($"text {index} lies outside the string table of {size} bytes");
        var table = Range(OffsetOf(Needed(DynamicTag.StringTable)), Length(size))[(int)index..];
        var end = table.IndexOf((byte)0);
        return end < 0 ? throw Malformed($"text {index} has no end") : Encoding.UTF8.GetString(table[..end]);
    }

    /// <summary>Name of dynamic symbol <paramref name="index"/>.</summary>
    public string SymbolName(int index) => Text(UInt32(OffsetOf(Needed(DynamicTag.SymbolTable)) + ((long)index * SymbolSize)));

    /// <summary>Version index of every dynamic symbol (<c>.gnu.version</c>), without the hidden bit.</summary>
    /// <remarks>The dynamic section does not say how many symbols there are; the symbol table is followed by the string table
    /// in what every linker in use writes, and that is checked.</remarks>
    public int[] SymbolVersions()
    {
        ulong symbols = Needed(DynamicTag.SymbolTable), strings = Needed(DynamicTag.StringTable);
        if (strings < symbols || (strings - symbols) % SymbolSize != 0)
            throw Malformed("expected the string table right after the symbol table");
        var (first, count) = (OffsetOf(Needed(DynamicTag.SymbolVersions)), (int)(Length(strings - symbols) / SymbolSize));
        Range(first, 2L * count);
        return [.. Enumerable.Range(0, count).Select(i => UInt16(first + (2L * i)) & 0x7fff)];
    }

    /// <summary>Indices of the dynamic symbols that a relocation refers to; 0 is "none".</summary>
    public IReadOnlySet<int> RelocatedSymbols()
    {
        var symbols = new HashSet<int>();
        foreach (var (table, size) in new[] { (DynamicTag.Relocations, DynamicTag.RelocationsSize), (DynamicTag.JumpRelocations, DynamicTag.JumpRelocationsSize) })
        {
            if (Dynamic(table) is not { } address)
                continue;
            var (first, length) = (OffsetOf(address), Length(Needed(size)));
            Range(first, length);
            for (var at = first; at < first + length; at += RelocationSize)
                symbols.Add((int)(UInt64(at + 8) >> 32));
        }

        return symbols;
    }

    /// <summary>Value of a dynamic entry that must be there.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public ulong Needed(DynamicTag tag) => Dynamic(tag) ?? throw Malformed($"the dynamic section has no entry 0x{(long)tag:x} ({tag})");

    /// <summary>The exception for a file that is not what it should be.</summary>
    public InvalidDataException Malformed(string what) => new($"{name}: {what}.");

    private void ReadSegments()
    {
        var (table, entrySize, count) = (Length(UInt64(32)), UInt16(54), UInt16(56));
        if (entrySize != ProgramHeaderSize)
            throw Malformed($"expected program headers of {ProgramHeaderSize} bytes but found {entrySize}");
        (long Offset, long Size)? section = null;
        for (var i = 0; i < count; i++)
        {
            Range(table, (long)(i + 1) * ProgramHeaderSize);
            var at = table + ((long)i * ProgramHeaderSize);
            var (kind, offset, address, size) = (UInt32(at), UInt64(at + 8), UInt64(at + 16), UInt64(at + 32));
            if (offset > (ulong)bytes.Length || size > (ulong)bytes.Length - offset)
                throw Malformed($"segment {i} ends at byte {(UInt128)offset + size} of {bytes.Length}: the file is truncated");
            if (kind == LoadSegment)
                segments.Add((address, offset, size));
            else if (kind == DynamicSegment)
                section = ((long)offset, (long)size);
        }

        if (section is not { } found)
            throw Malformed("there is no dynamic section: not a shared library");
        for (var at = found.Offset; at + DynamicEntrySize <= found.Offset + found.Size && UInt64(at) != 0; at += DynamicEntrySize)
            dynamic[(long)UInt64(at)] = UInt64(at + 8);
    }

    private long Length(ulong value) =>
        value <= (ulong)bytes.Length ? (long)value : throw Malformed($"a table of or at {value} bytes does not fit the file of {bytes.Length} bytes");

    private ReadOnlySpan<byte> Range(long offset, long length) =>
        offset >= 0 && length >= 0 && offset <= bytes.Length - length
            ? bytes.AsSpan((int)offset, (int)length)
            : throw Malformed($"bytes {offset} … {(Int128)offset + length} lie outside the file of {bytes.Length} bytes: it is truncated or damaged");
}
