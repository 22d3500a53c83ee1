using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace RruffGeo.Models.Tests.Reference;

/// <summary>Reads safetensors by the public layout, apart from the program's writer.</summary>
internal static class SafetensorsReader
{
    /// <summary>Shapes and values by name, in the file's order.</summary>
    public static IReadOnlyDictionary<string, (long[] Shape, double[] Values)> Read(string path)
    {
        var (header, data) = Parts(path);
        return new OrderedDictionary<string, (long[] Shape, double[] Values)>(
            from entry in header.RootElement.EnumerateObject()
            where entry.Name != "__metadata__"
            let offsets = Numbers(entry.Value, "data_offsets")
            let bytes = data[(int)offsets[0]..(int)offsets[1]]
            select KeyValuePair.Create(entry.Name, (Numbers(entry.Value, "shape"), Values(bytes, entry.Value.GetProperty("dtype").GetString()!))), StringComparer.Ordinal);
    }

    /// <summary>The header, and the bytes behind it.</summary>
    public static (JsonDocument Header, byte[] Data) Parts(string path)
    {
        var content = File.ReadAllBytes(path);
        var start = 8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(content);
        return (JsonDocument.Parse(Encoding.UTF8.GetString(content[8..start])), content[start..]);
    }

    private static double[] Values(byte[] bytes, string type) => type switch
    {
        "F32" => [.. MemoryMarshal.Cast<byte, float>(bytes).ToArray().Select(value => (double)value)],
        "F64" => MemoryMarshal.Cast<byte, double>(bytes).ToArray(),
        _ => throw new InvalidDataException($"Expected F32 or F64 but found {type}."),
    };

    private static long[] Numbers(JsonElement entry, string name) => [.. entry.GetProperty(name).EnumerateArray().Select(number => number.GetInt64())];
}
