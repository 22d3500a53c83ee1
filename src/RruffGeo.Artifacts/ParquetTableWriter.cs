using System.IO.Compression;
using Parquet;

namespace RruffGeo.Artifacts;

/// <summary>Writes a table row group by row group, so that no more than one group is in memory.</summary>
/// <remarks>The rows go to <c>path.partial</c>, which takes the place of <c>path</c> in <see cref="Complete"/>; without it nothing is left behind. Not safe to share between threads.</remarks>
/// <typeparam name="TRow">The row: a record whose numeric properties carry <see cref="UnitAttribute"/>.</typeparam>
public sealed class ParquetTableWriter<TRow> : IDisposable
    where TRow : class, new()
{
    private readonly string path;
    private readonly FileStream file;
    private readonly ParquetWriter writer;
    private bool closed;

    /// <summary>Starts the table at <paramref name="path"/>.</summary>
    /// <param name="path">The finished file; one that is there is replaced.</param>
    /// <param name="metadata">Written beside the rows; the units of the columns are added as <c>unit:column</c>.</param>
    /// <exception cref="InvalidOperationException">A numeric column has no unit, or a property's type cannot be stored.</exception>
    public ParquetTableWriter(string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        var schema = ParquetColumns<TRow>.Schema;
        this.path = path;
        file = new FileStream(Partial, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16);
        // Snappy is what every Parquet reader has; it is named so that a change of the library's default changes no byte.
        writer = ParquetWriter.CreateAsync(schema, file, new ParquetOptions
        {
            CompressionMethod = CompressionMethod.Snappy,
            CompressionLevel = CompressionLevel.Fastest,
        }).GetAwaiter().GetResult();
        writer.CustomMetadata = Metadata(metadata);
    }

    private string Partial => path + ".partial";

    /// <summary>Appends <paramref name="rows"/>, in their order, as one row group.</summary>
    public void WriteGroup(IReadOnlyList<TRow> rows)
    {
        using var group = writer.CreateRowGroup();
        foreach (var column in ParquetColumns<TRow>.All)
            column.Write(group, rows);
        group.CompleteValidate();
    }

    /// <summary>Closes the file and moves it to its place.</summary>
    public void Complete()
    {
        Close();
        File.Move(Partial, path, overwrite: true);
    }

    /// <summary>Closes the file; one that was not completed is deleted.</summary>
    public void Dispose()
    {
        if (closed)
            return;
        Close();
        File.Delete(Partial);
    }

    private void Close()
    {
        closed = true;
        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        file.Dispose();
    }

    private static SortedDictionary<string, string> Metadata(IReadOnlyDictionary<string, string>? given)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in given ?? new Dictionary<string, string>())
            all.Add(key, value);
        foreach (var column in ParquetColumns<TRow>.All)
            if (column.Unit.Length > 0)
                all[ParquetTable.UnitPrefix + column.Name] = column.Unit;
        return all;
    }
}
