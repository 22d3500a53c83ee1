using Parquet;
using Parquet.Schema;

namespace RruffGeo.Artifacts;

/// <summary>An open Parquet file whose every fault is told as an <see cref="InvalidDataException"/> that names it.</summary>
internal sealed class ParquetFile : IDisposable
{
    // A damaged count must not be believed: it would be allocated before the first value is missed.
    private const int MaximumRowsOfGroup = 1 << 24;

    private readonly string path;
    private readonly FileStream stream;
    private readonly ParquetReader reader;
    private readonly ParquetSchema schema;

    private ParquetFile(string path)
    {
        this.path = path;
        stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16);
        try
        {
            reader = Guard(() => ParquetReader.CreateAsync(stream).GetAwaiter().GetResult());
            schema = Guard(() => reader.Schema);
            Metadata = Guard(() => reader.CustomMetadata);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public int Groups => reader.RowGroupCount;

    public IReadOnlyDictionary<string, string> Metadata { get; }

    public static ParquetFile Open(string path) => new(path);

    /// <summary>The columns of the file that hold <paramref name="columns"/>, in that order.</summary>
    public DataField[] Match<TRow>(ReadOnlySpan<ParquetColumn<TRow>> columns)
    {
        var stored = new DataField[columns.Length];
        for (var i = 0; i < columns.Length; i++)
            stored[i] = Find(columns[i].Name, Describe(columns[i].Leaf));
        return stored;
    }

    public TRow[] ReadGroup<TRow>(int index, ReadOnlySpan<ParquetColumn<TRow>> columns, DataField[] stored)
        where TRow : class, new()
    {
        using var group = Guard(() => reader.OpenRowGroupReader(index));
        if (group.RowCount is < 0 or > MaximumRowsOfGroup)
            throw Fault($"row group {index}: expected 0 … {MaximumRowsOfGroup} rows but found {group.RowCount}");
        var rows = new TRow[group.RowCount];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = new TRow();
        for (var i = 0; i < columns.Length; i++)
        {
            var (column, field) = (columns[i], stored[i]);
            Guard(() =>
            {
                column.Read(group, field, rows);
                return rows;
            });
        }

        return rows;
    }

    public float[] ReadFloats(string column)
    {
        var stored = Find(column, "required float list");
        return Guard(() => FloatLists.ReadAll(reader, stored));
    }

    public void Dispose()
    {
        reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        stream.Dispose();
    }

    private DataField Find(string name, string expected)
    {
        var found = schema.DataFields.FirstOrDefault(field => field.Path.FirstPart == name)
            ?? throw Fault($"expected a column '{name}' but found {string.Join(", ", schema.Fields.Select(field => field.Name))}");
        return Describe(found) == expected
            ? found
            : throw Fault($"column '{name}': expected {expected} but found {Describe(found)}");
    }

    private static string Describe(DataField field)
    {
        var type = Type.GetTypeCode(field.ClrType) switch
        {
            TypeCode.Single => "float",
            TypeCode.Double => "double",
            TypeCode.Int32 => "int",
            TypeCode.Int64 => "long",
            TypeCode.Boolean => "bool",
            _ => field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>) ? "text" : field.ClrType.Name,
        };
        return $"{(field.IsNullable ? "optional" : "required")} {type}{(field.MaxRepetitionLevel > 0 ? " list" : "")}";
    }

    // A damaged file can surface as almost any exception of the library; all of them mean the same to the reader of the message.
    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or UnauthorizedAccessException))
        {
            throw Fault(fault.Message.TrimEnd('.'), fault);
        }
    }

    private InvalidDataException Fault(string what, Exception? inner = null) =>
        new($"{path}: expected a Parquet table written by this program, but: {what}. Delete the file and run the stage that writes it again.", inner);
}
