using System.Buffers;
using Parquet;
using Parquet.Schema;

namespace RruffGeo.Artifacts;

/// <summary>Reads a float-list column end to end, without making a list per row.</summary>
internal static class FloatLists
{
    // A damaged count must not be believed: it would be allocated before the first value is missed.
    private const int MaximumSlotsOfGroup = 1 << 28;

    /// <summary>Slots of the column in this row group: its values, plus one for every empty list.</summary>
    public static int SlotsOf(ParquetRowGroupReader group, DataField stored) =>
        group.GetMetadata(stored)?.MetaData?.NumValues is { } count and >= 0 and <= MaximumSlotsOfGroup
            ? (int)count
            : throw new InvalidDataException($"column '{stored.Path}': expected a count of 0 … {MaximumSlotsOfGroup} values");

    /// <summary>All values of <paramref name="stored"/> over all row groups, in row order, in one array.</summary>
    /// <exception cref="InvalidDataException">The column holds an empty list.</exception>
    public static float[] ReadAll(ParquetReader reader, DataField stored)
    {
        var slots = reader.RowGroups.Select(group => SlotsOf(group, stored)).ToArray();
        var values = new float[slots.Sum(count => (long)count)];
        var levels = ArrayPool<int>.Shared.Rent(2 * slots.DefaultIfEmpty().Max());
        var start = 0;
        for (var i = 0; i < slots.Length; i++)
        {
            var definition = levels.AsMemory(0, slots[i]);
            reader.RowGroups[i].ReadRawAsync<float>(
                stored, values.AsMemory(start, slots[i]), definition, levels.AsMemory(slots[i], slots[i]))
                .AsTask().GetAwaiter().GetResult();
            if (definition.Span.ContainsAnyExcept(stored.MaxDefinitionLevel))
                throw new InvalidDataException($"column '{stored.Path}': expected a value in every list but found an empty list");
            start += slots[i];
        }

        ArrayPool<int>.Shared.Return(levels);
        return values;
    }
}
