using System.Security.Cryptography;
using Parquet;
using Parquet.Schema;

namespace RruffGeo.Build.Tables;

/// <summary>Digests one column over all row groups: the levels that say which values there are and where lists begin, and the values.</summary>
internal abstract class ColumnDigest(DataField column, string type) : IDisposable
{
    /// <summary>The column.</summary>
    protected DataField Field => column;

    /// <summary>Digests the definition levels: which values are there.</summary>
    protected IncrementalHash Definition { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Digests the repetition levels: where lists begin.</summary>
    protected IncrementalHash Repetition { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Digests the values.</summary>
    protected IncrementalHash Values { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Starts the digest of a column; null for a kind of column that is not understood.</summary>
    public static ColumnDigest? For(DataField field) => Type.GetTypeCode(field.ClrType) switch
    {
        TypeCode.Boolean => new NumberColumnDigest<bool>(field, "bool"),
        TypeCode.Int32 => new NumberColumnDigest<int>(field, "int"),
        TypeCode.Int64 => new NumberColumnDigest<long>(field, "long"),
        TypeCode.Single => new NumberColumnDigest<float>(field, "float"),
        TypeCode.Double => new NumberColumnDigest<double>(field, "double"),
        _ => (field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>)) && field.MaxRepetitionLevel == 0
            ? new TextColumnDigest(field) : null,
    };

    /// <summary>Adds the column's part of a row group.</summary>
    public abstract void Add(ParquetRowGroupReader group);

    /// <summary>Writes name, type, nullability and digests.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(column.Path.ToString());
        writer.Write(type);
        writer.Write(column.IsNullable);
        writer.Write(column.MaxDefinitionLevel);
        writer.Write(column.MaxRepetitionLevel);
        writer.Write(Definition.GetHashAndReset());
        writer.Write(Repetition.GetHashAndReset());
        writer.Write(Values.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Definition.Dispose();
        Repetition.Dispose();
        Values.Dispose();
    }
}
