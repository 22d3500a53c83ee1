using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace RruffGeo.Models;

/// <summary>Writes named tensors as safetensors, which Python and others load by name without our code.</summary>
/// <remarks>The public layout: length of the header (8 bytes, little-endian), the header as JSON, then the values, little-endian and row-major.</remarks>
public static class Safetensors
{
    private const int Alignment = 8;

    /// <summary>Writes float32 tensors in their order.</summary>
    /// <param name="path">The file; what is there is replaced.</param>
    /// <param name="tensors">Names, shapes and values.</param>
    /// <param name="metadata">Text beside them, written in ordinal order of its keys.</param>
    /// <exception cref="ArgumentException">A tensor's values are not as many as its shape says, or a name comes twice.</exception>
    public static void Write(string path, IReadOnlyList<(TensorSpec Spec, float[] Values)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var header = Header(tensors, metadata);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        file.Write(length);
        file.Write(header);
        foreach (var (_, values) in tensors)
            file.Write(MemoryMarshal.AsBytes<float>(values));
    }

    private static byte[] Header(IReadOnlyList<(TensorSpec Spec, float[] Values)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            foreach (var (key, value) in metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                json.WriteString(key, value);
            json.WriteEndObject();
            var (end, names) = (0L, new HashSet<string>(StringComparer.Ordinal));
            foreach (var (spec, values) in tensors)
            {
                if (values.Length != spec.Count || !names.Add(spec.Name))
                    throw new ArgumentException($"Expected one tensor '{spec.Name}' of {spec.Count} values but found another of that name, or {values.Length} values.", nameof(tensors));
                json.WriteStartObject(spec.Name);
                json.WriteString("dtype", "F32");
                WriteNumbers(json, "shape", spec.Shape);
                WriteNumbers(json, "data_offsets", [end, end + (sizeof(float) * (long)values.Length)]);
                json.WriteEndObject();
                end += sizeof(float) * (long)values.Length;
            }

            json.WriteEndObject();
        }

        // Blanks after the header put the values where they can be mapped into memory.
        while (bytes.Length % Alignment != 0)
            bytes.WriteByte((byte)' ');
        return bytes.ToArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
