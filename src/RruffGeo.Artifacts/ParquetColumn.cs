using Parquet;
using Parquet.Schema;

namespace RruffGeo.Artifacts;

/// <summary>One property of a row and the Parquet column that holds it.</summary>
/// <param name="name">Column name, snake case.</param>
/// <param name="unit">Unit of a numeric column; empty for text and truth values.</param>
/// <param name="field">The column in the schema.</param>
/// <param name="leaf">The part of <paramref name="field"/> that holds values.</param>
internal abstract class ParquetColumn<TRow>(string name, string unit, Field field, DataField leaf)
{
    public string Name { get; } = name;

    public string Unit { get; } = unit;

    public Field Field { get; } = field;

    public DataField Leaf { get; } = leaf;

    /// <summary>Writes this column of one row group.</summary>
    public abstract void Write(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows);

    /// <summary>Reads this column of one row group into the rows already made.</summary>
    /// <param name="group">The row group to read from.</param>
    /// <param name="stored">The column as the file describes it; agrees with <see cref="Leaf"/>.</param>
    /// <param name="rows">One row per row of the group.</param>
    public abstract void Read(ParquetRowGroupReader group, DataField stored, ReadOnlySpan<TRow> rows);
}
