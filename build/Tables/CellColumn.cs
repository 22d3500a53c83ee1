using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Parquet;
using Parquet.Schema;
using RruffGeo.Artifacts;

namespace RruffGeo.Build.Tables;

/// <summary>A column with every cell as text, and as numbers where it has numbers.</summary>
internal abstract class CellColumn(DataField column, string type)
{
    /// <summary>Name of the column at the top of the schema.</summary>
    public string Name => column.Path.FirstPart!;

    /// <summary>Type in words; lists end in " list".</summary>
    public string Type => column.MaxRepetitionLevel > 0 ? $"{type} list" : type;

    /// <summary>Each cell as text; null for a missing one.</summary>
    public List<string?> Texts { get; } = [];

    /// <summary>Each cell's numbers; empty lists where the column has no numbers.</summary>
    public List<double[]> Numbers { get; } = [];

    protected DataField Field => column;

    public static CellColumn For(DataField field) => System.Type.GetTypeCode(field.ClrType) switch
    {
        TypeCode.Boolean => new NumberCells<bool>(field, "bool", value => value ? 1 : 0),
        TypeCode.Int32 => new NumberCells<int>(field, "int", value => value),
        TypeCode.Int64 => new NumberCells<long>(field, "long", value => value),
        TypeCode.Single => new NumberCells<float>(field, "float", value => value),
        TypeCode.Double => new NumberCells<double>(field, "double", value => value),
        _ => field.MaxRepetitionLevel == 0 && (field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>))
            ? new TextCells(field)
            : throw new InvalidDataException($"column '{field.Path}' is of a kind that is not understood"),
    };

    /// <summary>How far two cells are apart: the largest difference of their numbers, and as a share of the larger; infinite for other cells.</summary>
    public static (double Difference, double Relative) Distance(CellColumn first, int row, CellColumn second, int otherRow)
    {
        var (a, b) = (first.Numbers.ElementAtOrDefault(row) ?? [], second.Numbers.ElementAtOrDefault(otherRow) ?? []);
        if (a.Length == 0 || a.Length != b.Length)
            return (double.PositiveInfinity, double.PositiveInfinity);
        var (difference, relative) = (0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i].Equals(b[i]))
                continue;
            var apart = Math.Abs(a[i] - b[i]);
            if (!double.IsFinite(apart))
                return (double.PositiveInfinity, double.PositiveInfinity);
            (difference, relative) = (Math.Max(difference, apart), Math.Max(relative, apart / Math.Max(Math.Abs(a[i]), Math.Abs(b[i]))));
        }

        return (difference, relative);
    }

    /// <summary>Adds the column's part of a row group.</summary>
    public abstract void Add(ParquetRowGroupReader group);

    private sealed class TextCells(DataField column) : CellColumn(column, "text")
    {
        public override void Add(ParquetRowGroupReader group)
        {
            var texts = new string?[group.RowCount];
            group.ReadAsync(Field, texts.AsMemory()).AsTask().GetAwaiter().GetResult();
            Texts.AddRange(texts);
        }
    }

    private sealed class NumberCells<T>(DataField column, string type, Func<T, double> number) : CellColumn(column, type)
        where T : unmanaged
    {
        public override void Add(ParquetRowGroupReader group)
        {
            var slots = FloatLists.SlotsOf(group, Field);
            var (values, definition, repetition) = (new T[slots], new int[slots], new int[slots]);
            group.ReadRawAsync<T>(
                    Field, values, Field.MaxDefinitionLevel == 0 ? new Memory<int>?() : definition, Field.MaxRepetitionLevel == 0 ? new Memory<int>?() : repetition)
                .AsTask().GetAwaiter().GetResult();
            for (var (slot, value) = (0, 0); slot < slots;)
            {
                var (start, isThere) = (value, definition[slot] == Field.MaxDefinitionLevel);
                do
                {
                    value += definition[slot] == Field.MaxDefinitionLevel ? 1 : 0;
                    slot++;
                }
                while (slot < slots && repetition[slot] != 0);
                Add(values.AsSpan(start, value - start), isThere);
            }
        }

        private void Add(ReadOnlySpan<T> cell, bool isThere)
        {
            var numbers = new double[cell.Length];
            for (var i = 0; i < numbers.Length; i++)
                numbers[i] = number(cell[i]);
            Numbers.Add(numbers);
            Texts.Add(
                Field.MaxRepetitionLevel > 0 ? $"{cell.Length} values, {XxHash64.HashToUInt64(MemoryMarshal.AsBytes(cell)):x16}"
                : isThere ? string.Create(CultureInfo.InvariantCulture, $"{cell[0]}") : null);
        }
    }
}
