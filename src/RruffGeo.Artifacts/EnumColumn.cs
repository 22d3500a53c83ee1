using System.Reflection;
using Parquet;
using Parquet.Schema;

namespace RruffGeo.Artifacts;

/// <summary>An enumeration, stored by the name of its value so that readers outside .NET understand it.</summary>
internal sealed class EnumColumn<TRow, TEnum> : ParquetColumn<TRow>
    where TEnum : struct, Enum
{
    private readonly Func<TRow, TEnum> get;
    private readonly Action<TRow, TEnum> set;

    public EnumColumn(string name, PropertyInfo property)
        : this(name, property, new DataField(name, typeof(string), isNullable: false, isArray: false, property.Name))
    {
    }

    private EnumColumn(string name, PropertyInfo property, DataField field)
        : base(name, "", field, field)
    {
        get = property.GetMethod!.CreateDelegate<Func<TRow, TEnum>>();
        set = property.SetMethod!.CreateDelegate<Action<TRow, TEnum>>();
    }

    public override void Write(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows)
    {
        var values = new string[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Enum.GetName(get(rows[i])) ?? throw new ArgumentException(
                $"Column '{Name}': {get(rows[i])} is no {typeof(TEnum).Name}.", nameof(rows));
        group.WriteAsync(Leaf, values).GetAwaiter().GetResult();
    }

    public override void Read(ParquetRowGroupReader group, DataField stored, ReadOnlySpan<TRow> rows)
    {
        var values = new string?[rows.Length];
        group.ReadAsync(stored, values.AsMemory()).AsTask().GetAwaiter().GetResult();
        for (var i = 0; i < values.Length; i++)
        {
            if (!Enum.TryParse<TEnum>(values[i], out var value) || Enum.GetName(value) != values[i])
                throw new InvalidDataException(
                    $"column '{Name}': expected one of {string.Join(", ", Enum.GetNames<TEnum>())} but found '{values[i]}'");
            set(rows[i], value);
        }
    }
}
