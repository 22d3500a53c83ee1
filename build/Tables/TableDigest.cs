using System.Security.Cryptography;
using Parquet;
using Parquet.Schema;

namespace RruffGeo.Build.Tables;

/// <summary>Digests what a Parquet file says instead of its bytes: schema, units and other declared metadata, and every value in its place.</summary>
/// <remarks>
/// Codec, pages, encodings, row groups and the name of the writer do not count; a changed value, name, type, unit, row order or nullability does.
/// There is one NaN; −0 and 0 differ. Safe to call from several threads.
/// </remarks>
internal static class TableDigest
{
    private const string Domain = "table/v1";

    // What writers add on their own account says nothing about the table.
    private static readonly string[] writersOwn = ["ARROW:", "pandas", "org.apache.", "parquet.", "writer."];

    /// <summary>The digest, lower-case hex; null if <paramref name="path"/> is no Parquet file, or has columns of a kind that is not understood.</summary>
    /// <remarks>Whoever is given null compares bytes, which never takes different tables for equal ones.</remarks>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static string? Of(string path)
    {
        if (!path.EndsWith(".parquet", StringComparison.Ordinal) || !BitConverter.IsLittleEndian)
            return null;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16);
        try
        {
            var reader = ParquetReader.CreateAsync(stream).GetAwaiter().GetResult();
            try
            {
                return Of(reader);
            }
            finally
            {
                reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static string? Of(ParquetReader reader)
    {
        var columns = reader.Schema.DataFields.Select(ColumnDigest.For).ToList();
        try
        {
            if (columns.Contains(null))
                return null;
            long rows = 0;
            for (var i = 0; i < reader.RowGroupCount; i++)
            {
                using var group = reader.OpenRowGroupReader(i);
                rows = checked(rows + group.RowCount);
                foreach (var column in columns)
                    column!.Add(group);
            }

            using var text = new MemoryStream();
            using (var writer = new BinaryWriter(text))
                Write(writer, reader, rows, columns!);
            return Convert.ToHexStringLower(SHA256.HashData(text.ToArray()));
        }
        finally
        {
            foreach (var column in columns)
                column?.Dispose();
        }
    }

    // Each text is written with its length before it, each list with its count.
    private static void Write(BinaryWriter writer, ParquetReader reader, long rows, List<ColumnDigest> columns)
    {
        writer.Write(Domain);
        var declared = reader.CustomMetadata.Where(pair => !writersOwn.Any(prefix => pair.Key.StartsWith(prefix, StringComparison.Ordinal))).ToList();
        writer.Write(declared.Count);
        foreach (var (key, value) in declared.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(key);
            writer.Write(value ?? "");
        }

        writer.Write(rows);
        writer.Write(columns.Count);
        foreach (var column in columns)
            column.Write(writer);
    }
}
