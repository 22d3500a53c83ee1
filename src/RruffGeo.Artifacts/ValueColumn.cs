using System.Reflection;
using Parquet;
using Parquet.Schema;

namespace RruffGeo.Artifacts;

/// <summary>A required number or truth value.</summary>
internal sealed class ValueColumn<TRow, T> : ParquetColumn<TRow>
    where T : struct
{
    private readonly Func<TRow, T> get;
    private readonly Action<TRow, T> set;

    public ValueColumn(string name, string unit, PropertyInfo property)
        : this(name, unit, property, new DataField(name, typeof(T), isNullable: false, isArray: false, property.Name))
    {
    }

    private ValueColumn(string name, string unit, PropertyInfo property, DataField field)
        : base(name, unit, field, field)
    {
        get = property.GetMethod!.CreateDelegate<Func<TRow, T>>();
        set = property.SetMethod!.CreateDelegate<Action<TRow, T>>();
    }

    public override void Write(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = get(rows[i]);
        group.WriteAsync<T>(Leaf, values).GetAwaiter().GetResult();
    }

    public override void Read(ParquetRowGroupReader group, DataField stored, ReadOnlySpan<TRow> rows)
    {
        var values = new T[rows.Length];
        group.ReadAsync<T>(stored, values.AsMemory()).AsTask().GetAwaiter().GetResult();
        for (var i = 0; i < values.Length; i++)
            set(rows[i], values[i]);
    }
}
