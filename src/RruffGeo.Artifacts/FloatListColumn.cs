using System.Buffers;
using System.Reflection;
using Parquet;
using Parquet.Schema;

namespace RruffGeo.Artifacts;

/// <summary>A list of required single-precision numbers; the list itself is never missing but may be empty.</summary>
/// <remarks>Parquet stores lists as values with two levels: repetition 0 starts a list, 1 continues it; definition is 2 for a value and 1 for an empty list.</remarks>
internal sealed class FloatListColumn<TRow> : ParquetColumn<TRow>
{
    private readonly Func<TRow, float[]> get;
    private readonly Action<TRow, float[]> set;

    public FloatListColumn(string name, string unit, PropertyInfo property)
        : this(name, unit, property, new DataField("element", typeof(float), isNullable: false, isArray: false, property.Name))
    {
    }

    private FloatListColumn(string name, string unit, PropertyInfo property, DataField element)
        : base(name, unit, new ListField(name, element, "list"), element)
    {
        get = property.GetMethod!.CreateDelegate<Func<TRow, float[]>>();
        set = property.SetMethod!.CreateDelegate<Action<TRow, float[]>>();
    }

    public override void Write(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows)
    {
        var (values, slots) = (0, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            var list = get(rows[i]) ?? throw new ArgumentException(
                $"Column '{Name}' is required: row {i} of {typeof(TRow).Name} holds null.", nameof(rows));
            values = checked(values + list.Length);
            slots = checked(slots + Math.Max(1, list.Length));
        }

        var value = ArrayPool<float>.Shared.Rent(values);
        var definition = ArrayPool<int>.Shared.Rent(slots);
        var repetition = ArrayPool<int>.Shared.Rent(slots);
        var (v, s) = (0, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            var list = get(rows[i]);
            var length = Math.Max(1, list.Length);
            list.CopyTo(value, v);
            definition.AsSpan(s, length).Fill(list.Length == 0 ? 1 : 2);
            repetition.AsSpan(s, length).Fill(1);
            repetition[s] = 0;
            (v, s) = (v + list.Length, s + length);
        }

        group.WriteAllPartsAsync<float>(
            Leaf, value.AsMemory(0, values), definition.AsMemory(0, slots), repetition.AsMemory(0, slots), CancellationToken.None)
            .GetAwaiter().GetResult();
        ArrayPool<float>.Shared.Return(value);
        ArrayPool<int>.Shared.Return(definition);
        ArrayPool<int>.Shared.Return(repetition);
    }

    public override void Read(ParquetRowGroupReader group, DataField stored, ReadOnlySpan<TRow> rows)
    {
        var slots = FloatLists.SlotsOf(group, stored);
        var value = ArrayPool<float>.Shared.Rent(slots);
        var definition = ArrayPool<int>.Shared.Rent(slots);
        var repetition = ArrayPool<int>.Shared.Rent(slots);
        group.ReadRawAsync<float>(stored, value.AsMemory(0, slots), definition.AsMemory(0, slots), repetition.AsMemory(0, slots))
            .AsTask().GetAwaiter().GetResult();
        var (v, s) = (0, 0);
        foreach (var row in rows)
        {
            if (s >= slots || repetition[s] != 0)
                throw new InvalidDataException($"column '{Name}': expected {rows.Length} lists but found fewer");
            var end = s + 1;
            while (end < slots && repetition[end] != 0)
                end++;
            var length = definition[s] == stored.MaxDefinitionLevel ? end - s : 0;
            set(row, value.AsSpan(v, length).ToArray());
            (v, s) = (v + length, end);
        }

        ArrayPool<float>.Shared.Return(value);
        ArrayPool<int>.Shared.Return(definition);
        ArrayPool<int>.Shared.Return(repetition);
    }
}
