using System.Reflection;
using Parquet;
using Parquet.Schema;

namespace RruffGeo.Artifacts;

/// <summary>A text, UTF-8 in the file.</summary>
internal sealed class TextColumn<TRow> : ParquetColumn<TRow>
{
    private readonly Func<TRow, string?> get;
    private readonly Action<TRow, string?> set;
    private readonly bool optional;

    public TextColumn(string name, PropertyInfo property, bool optional)
        : this(name, property, new DataField(name, typeof(string), optional, isArray: false, property.Name)) => this.optional = optional;

    private TextColumn(string name, PropertyInfo property, DataField field)
        : base(name, "", field, field)
    {
        get = property.GetMethod!.CreateDelegate<Func<TRow, string?>>();
        set = property.SetMethod!.CreateDelegate<Action<TRow, string?>>();
    }

    public override void Write(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows)
    {
        var values = new string?[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = get(rows[i]) ?? (optional ? null : throw new ArgumentException(
                $"Column '{Name}' is required: row {i} of {typeof(TRow).Name} holds null.", nameof(rows)));
        group.WriteAsync(Leaf, values!).GetAwaiter().GetResult();
    }

    public override void Read(ParquetRowGroupReader group, DataField stored, ReadOnlySpan<TRow> rows)
    {
        var values = new string?[rows.Length];
        group.ReadAsync(stored, values.AsMemory()).AsTask().GetAwaiter().GetResult();
        for (var i = 0; i < values.Length; i++)
            set(rows[i], values[i]);
    }
}
