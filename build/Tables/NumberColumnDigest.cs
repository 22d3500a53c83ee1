using System.Buffers;
using System.Runtime.InteropServices;
using Parquet;
using Parquet.Schema;
using RruffGeo.Artifacts;

namespace RruffGeo.Build.Tables;

/// <summary>Digests numbers and truth values, single, optional or in lists, as little-endian bytes.</summary>
internal sealed class NumberColumnDigest<T>(DataField field, string type) : ColumnDigest(field, type)
    where T : unmanaged
{
    public override void Add(ParquetRowGroupReader group)
    {
        var slots = FloatLists.SlotsOf(group, Field);
        var values = ArrayPool<T>.Shared.Rent(slots);
        var definition = ArrayPool<int>.Shared.Rent(slots);
        var repetition = ArrayPool<int>.Shared.Rent(slots);
        group.ReadRawAsync<T>(
                Field, values.AsMemory(0, slots), Part(Field.MaxDefinitionLevel, definition, slots), Part(Field.MaxRepetitionLevel, repetition, slots))
            .AsTask().GetAwaiter().GetResult();
        var count = Field.MaxDefinitionLevel == 0 ? slots : definition.AsSpan(0, slots).Count(Field.MaxDefinitionLevel);
        if (Field.MaxDefinitionLevel > 0)
            Definition.AppendData(MemoryMarshal.AsBytes(definition.AsSpan(0, slots)));
        if (Field.MaxRepetitionLevel > 0)
            Repetition.AppendData(MemoryMarshal.AsBytes(repetition.AsSpan(0, slots)));
        MakeOneNaN(values.AsSpan(0, count));
        Values.AppendData(MemoryMarshal.AsBytes(values.AsSpan(0, count)));
        ArrayPool<T>.Shared.Return(values);
        ArrayPool<int>.Shared.Return(definition);
        ArrayPool<int>.Shared.Return(repetition);
    }

    private static Memory<int>? Part(int highest, int[] levels, int slots) => highest == 0 ? new Memory<int>?() : levels.AsMemory(0, slots);

    private static void MakeOneNaN(Span<T> values)
    {
        if (typeof(T) == typeof(float))
            foreach (ref var value in MemoryMarshal.Cast<T, float>(values))
                value = float.IsNaN(value) ? float.NaN : value;
        else if (typeof(T) == typeof(double))
            foreach (ref var value in MemoryMarshal.Cast<T, double>(values))
                value = double.IsNaN(value) ? double.NaN : value;
    }
}
