using System.Collections.Immutable;
using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace RruffGeo.Build.Tables;

/// <summary>Any table with every cell as text, for comparing.</summary>
internal sealed class TableCells
{
    private readonly Dictionary<string, CellColumn> byName;

    private TableCells(ImmutableArray<CellColumn> columns, int rows)
    {
        (Columns, Rows) = (columns, rows);
        byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    public ImmutableArray<CellColumn> Columns { get; }

    public int Rows { get; }

    /// <exception cref="InvalidDataException">It is no Parquet table, or has a column of a kind that is not understood.</exception>
    public static TableCells Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16);
        try
        {
            var reader = ParquetReader.CreateAsync(stream).GetAwaiter().GetResult();
            try
            {
                var columns = reader.Schema.DataFields.Select(CellColumn.For).ToImmutableArray();
                var rows = 0;
                for (var i = 0; i < reader.RowGroupCount; i++)
                {
                    using var group = reader.OpenRowGroupReader(i);
                    rows = checked(rows + (int)group.RowCount);
                    foreach (var column in columns)
                        column.Add(group);
                }

                return new TableCells(columns, rows);
            }
            finally
            {
                reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or UnauthorizedAccessException))
        {
            throw new InvalidDataException($"{path}: expected a Parquet table that can be compared, but: {fault.Message.TrimEnd('.')}.", fault);
        }
    }

    public CellColumn? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Values of the key columns; the number of the row from 1 if there are none.</summary>
    public string KeyOf(int row, ImmutableArray<string> key) => key.IsEmpty
        ? (row + 1).ToString(CultureInfo.InvariantCulture)
        : string.Join(", ", key.Select(name => byName[name].Texts[row] ?? "none"));

    /// <summary>Places of the rows by key.</summary>
    public Dictionary<string, int> Places(ImmutableArray<string> key) => Enumerable.Range(0, Rows).ToDictionary(row => KeyOf(row, key), StringComparer.Ordinal);
}
