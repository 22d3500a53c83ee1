using System.Text;

namespace RruffGeo.Models.Tests.TorchLoading;

/// <summary>Writes the ELF64 bytes of a shared library with the dynamic symbols and version needs that a test asks for.</summary>
internal sealed class SyntheticLibrary
{
    /// <summary>Address of file offset 0: addresses and offsets must not be mistaken for one another.</summary>
    public const ulong Base = 0x10000;

    private readonly List<(string Name, int Version)> symbols = [("", 0)];
    private readonly List<(string Library, List<(string Version, int Index, int Flags)> Versions)> needs = [];
    private readonly List<string> definitions = [];
    private readonly List<int> relocated = [];
    private readonly Dictionary<string, uint> texts = new() { [""] = 0 };

    /// <summary>Adds a dynamic symbol of the version with that index.</summary>
    public SyntheticLibrary Symbol(string name, int version, bool isRelocated = false)
    {
        if (isRelocated)
            relocated.Add(symbols.Count);
        symbols.Add((name, version));
        return this;
    }

    /// <summary>Asks <paramref name="library"/> for a version.</summary>
    public SyntheticLibrary Need(string library, string version, int index, int flags = 0)
    {
        if (needs.Count == 0 || needs[^1].Library != library)
            needs.Add((library, []));
        needs[^1].Versions.Add((version, index, flags));
        return this;
    }

    /// <summary>Offers a version.</summary>
    public SyntheticLibrary Offer(string version)
    {
        definitions.Add(version);
        return this;
    }

    /// <summary>The file: header, two program headers, symbols, strings, versions, needs, definitions, relocations, dynamic section.</summary>
    public byte[] ToBytes()
    {
        var (symbolBytes, versions, need, definition, relocations) = (new Bytes(), new Bytes(), new Bytes(), new Bytes(), new Bytes());
        var text = new Bytes().U8(0);
        foreach (var (name, version) in symbols)
        {
            symbolBytes.U32(Text(text, name)).U32(0).U64(0).U64(0);
            versions.U16(version);
        }

        for (var file = 0; file < needs.Count; file++)
        {
            var (library, wanted) = needs[file];
            need.U16(1).U16(wanted.Count).U32(Text(text, library)).U32(16).U32(file == needs.Count - 1 ? 0u : (uint)(16 + (16 * wanted.Count)));
            for (var i = 0; i < wanted.Count; i++)
                need.U32(0).U16(wanted[i].Flags).U16(wanted[i].Index).U32(Text(text, wanted[i].Version)).U32(i == wanted.Count - 1 ? 0u : 16u);
        }

        for (var i = 0; i < definitions.Count; i++)
            definition.U16(1).U16(0).U16(i + 2).U16(1).U32(0).U32(20).U32(i == definitions.Count - 1 ? 0u : 28u).U32(Text(text, definitions[i])).U32(0);
        foreach (var symbol in relocated)
            relocations.U64(0x5000).U64(((ulong)symbol << 32) | 6).U64(0);

        const int headers = 64 + (2 * 56);
        ulong symbolsAt = headers, stringsAt = symbolsAt + symbolBytes.Length, versionsAt = stringsAt + text.Length, needAt = versionsAt + versions.Length;
        ulong definitionAt = needAt + need.Length, relocationsAt = definitionAt + definition.Length, dynamicAt = relocationsAt + relocations.Length;
        var dynamic = new Bytes()
            .U64(5).U64(Base + stringsAt).U64(10).U64(text.Length).U64(6).U64(Base + symbolsAt).U64(0x6ffffff0).U64(Base + versionsAt);
        if (needs.Count > 0)
            dynamic.U64(0x6ffffffe).U64(Base + needAt).U64(0x6fffffff).U64((ulong)needs.Count);
        if (definitions.Count > 0)
            dynamic.U64(0x6ffffffc).U64(Base + definitionAt).U64(0x6ffffffd).U64((ulong)definitions.Count);
        if (relocated.Count > 0)
            dynamic.U64(7).U64(Base + relocationsAt).U64(8).U64(relocations.Length);
        dynamic.U64(0).U64(0);
        var size = dynamicAt + dynamic.Length;
        return new Bytes()
            .U8(0x7f).U8('E').U8('L').U8('F').U8(2).U8(1).U8(1).U8(0).U64(0)
            .U16(3).U16(62).U32(1).U64(0).U64(64).U64(0).U32(0).U16(64).U16(56).U16(2).U16(0).U16(0).U16(0)
            .U32(1).U32(5).U64(0).U64(Base).U64(Base).U64(size).U64(size).U64(0x1000)
            .U32(2).U32(6).U64(dynamicAt).U64(Base + dynamicAt).U64(Base + dynamicAt).U64(dynamic.Length).U64(dynamic.Length).U64(8)
            .Add(symbolBytes).Add(text).Add(versions).Add(need).Add(definition).Add(relocations).Add(dynamic)
            .ToArray();
    }

    private uint Text(Bytes table, string value)
    {
        if (texts.TryGetValue(value, out var at))
            return at;
        texts[value] = at = (uint)table.Length;
        foreach (var b in Encoding.UTF8.GetBytes(value))
            table.U8(b);
        table.U8(0);
        return at;
    }

    private sealed class Bytes
    {
        private readonly List<byte> all = [];

        public ulong Length => (ulong)all.Count;

        public Bytes U8(int value) => Put((ulong)value, 1);

        public Bytes U16(int value) => Put((ulong)value, 2);

        public Bytes U32(uint value) => Put(value, 4);

        public Bytes U64(ulong value) => Put(value, 8);

        public Bytes Add(Bytes other)
        {
            all.AddRange(other.all);
            return this;
        }

        public byte[] ToArray() => [.. all];

        private Bytes Put(ulong value, int size)
        {
            for (var i = 0; i < size; i++)
                all.Add((byte)(value >> (8 * i)));
            return this;
        }
    }
}
