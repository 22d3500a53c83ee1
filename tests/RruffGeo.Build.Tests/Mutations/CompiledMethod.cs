using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace RruffGeo.Build.Tests.Mutations;

/// <summary>Edits an assembly's bytes as a change of its source would: same names, same size, another behaviour.</summary>
internal static class CompiledMethod
{
    private static readonly Dictionary<int, OpCode> opCodes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).Where(code => code.OpCodeType != OpCodeType.Nternal).ToDictionary(code => code.Value & 0xffff);

    // The first byte of an instruction and what it becomes.
    private static readonly Dictionary<byte, byte> arithmetic = new() { [0x58] = 0x59, [0x59] = 0x58, [0x5a] = 0x58, [0x5b] = 0x5a };
    private static readonly (byte, byte)[] opposites =
        [(0x2c, 0x2d), (0x2f, 0x32), (0x30, 0x31), (0x2e, 0x33), (0x39, 0x3a), (0x3c, 0x3f), (0x3d, 0x3e), (0x3b, 0x40)];

    private static readonly Dictionary<byte, byte> comparisons = opposites.Concat(opposites.Select(pair => (pair.Item2, pair.Item1))).ToDictionary();

    /// <summary>The bytes of <paramref name="image"/> with one edit in a method of a type, or in a lambda or local function of it.</summary>
    /// <exception cref="InvalidOperationException">Nothing there can be edited so.</exception>
    public static byte[] Edited(byte[] image, string type, string method, Edit edit)
    {
        using var pe = new PEReader(new MemoryStream(image));
        var reader = pe.GetMetadataReader();
        var edited = (byte[])image.Clone();
        foreach (var handle in reader.MethodDefinitions)
        {
            var definition = reader.GetMethodDefinition(handle);
            if (definition.RelativeVirtualAddress == 0 || !IsPartOf(reader, definition, type, method))
                continue;
            var body = pe.GetMethodBody(definition.RelativeVirtualAddress);
            var header = (image[Offset(pe, definition.RelativeVirtualAddress)] & 3) == 2 ? 1 : 12;
            if (TryEdit(edited, Offset(pe, definition.RelativeVirtualAddress) + header, body.GetILBytes()!.Length, pe, edit))
                return edited;
        }

        throw new InvalidOperationException($"{type}.{method} has nothing to edit as {edit}.");
    }

    /// <summary>The bytes of <paramref name="image"/> with one byte of an embedded file changed.</summary>
    public static byte[] WithOtherResource(byte[] image, string name)
    {
        using var pe = new PEReader(new MemoryStream(image));
        var reader = pe.GetMetadataReader();
        var resource = reader.ManifestResources.Select(reader.GetManifestResource).Single(each => reader.GetString(each.Name) == name);
        var edited = (byte[])image.Clone();
        edited[Offset(pe, pe.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress) + (int)resource.Offset + sizeof(int)] ^= 1;
        return edited;
    }

    // Lambdas, local functions and iterators lie in types of the compiler's own inside the type, under names that hold the method's.
    private static bool IsPartOf(MetadataReader reader, MethodDefinition definition, string type, string method)
    {
        var names = new List<string> { reader.GetString(definition.Name) };
        for (var declaring = definition.GetDeclaringType(); !declaring.IsNil; declaring = reader.GetTypeDefinition(declaring).GetDeclaringType())
        {
            var name = reader.GetString(reader.GetTypeDefinition(declaring).Name);
            if (name == type)
                return method == "*" || names[0] == method || names.Exists(inner => inner.Contains($"<{method}>", StringComparison.Ordinal));
            names.Add(name);
        }

        return false;
    }

    private static bool TryEdit(byte[] image, int start, int length, PEReader pe, Edit edit)
    {
        for (var at = start; at < start + length;)
        {
            var code = image[at] == 0xfe ? opCodes[0xfe00 | image[at + 1]] : opCodes[image[at]];
            if (TryEdit(image, at, pe, edit))
                return true;
            at += code.Size + OperandSize(code, image, at + code.Size);
        }

        return false;
    }

    private static bool TryEdit(byte[] image, int at, PEReader pe, Edit edit)
    {
        var (code, operand) = (image[at], at + 1);
        switch (edit)
        {
            case Edit.Arithmetic when arithmetic.TryGetValue(code, out var other):
            case Edit.Comparison when comparisons.TryGetValue(code, out other):
                image[at] = other;
                return true;
            case Edit.Number when code is >= 0x16 and <= 0x1d:
                image[at]++;
                return true;
            case Edit.Number when code is 0x1f or 0x20 or 0x21:
                image[operand] ^= 2;
                return true;
            case Edit.Number when code is 0x22 or 0x23:
                image[operand + (code == 0x22 ? 2 : 6)] ^= 0x10;
                return true;
            case Edit.Text when code == 0x72 && (BitConverter.ToInt32(image, operand) & 0xffffff) is var text and > 0:
                image[UserString(pe, image, text)] ^= 1;
                return true;
            default:
                return false;
        }
    }

    private static int UserString(PEReader pe, byte[] image, int heapOffset)
    {
        var metadata = pe.PEHeaders.MetadataStartOffset;
        var at = metadata + pe.GetMetadataReader().GetHeapMetadataOffset(HeapIndex.UserString) + heapOffset;
        return at + (image[at] < 0x80 ? 1 : image[at] < 0xc0 ? 2 : 4);
    }

    private static int OperandSize(OpCode code, byte[] image, int operand) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(image, operand),
        _ => 4,
    };

    private static int Offset(PEReader pe, int address)
    {
        var section = pe.PEHeaders.SectionHeaders[pe.PEHeaders.GetContainingSectionIndex(address)];
        return address - section.VirtualAddress + section.PointerToRawData;
    }
}
