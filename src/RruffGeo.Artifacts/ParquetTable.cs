using Parquet;
using Parquet.Schema;

namespace RruffGeo.Artifacts;

/// <summary>Writes and reads tables of typed rows as Parquet files that DuckDB and pandas open as they are.</summary>
/// <remarks>
/// Columns are a row type's settable properties in the order of their declaration, in snake case. Supported are string, bool, int, long,
/// float, double, their optional forms, enumerations (as text) and <c>float[]</c> (as a Parquet list). Units of numeric columns stand in
/// the file's key-value metadata as <c>unit:column</c>. Equal rows give equal bytes. Truncated and foreign files are refused; flipped
/// bytes inside a file are found by the digests of whoever stores it, not here.
/// </remarks>
public static class ParquetTable
{
    internal const string UnitPrefix = "unit:";

    // Fixed, because they are part of the bytes: small where rows hold lists, so that a group fits in memory many times over.
    private const int RowsPerGroup = 32_768;
    private const int ListRowsPerGroup = 512;

    /// <summary>Writes <paramref name="rows"/> to <paramref name="path"/>, in the order given; a file that is there is replaced.</summary>
    /// <exception cref="InvalidOperationException">A numeric column has no unit, or a property's type cannot be stored.</exception>
    /// <exception cref="ArgumentException">A required text or list is null.</exception>
    public static void Write<TRow>(string path, IReadOnlyCollection<TRow> rows, IReadOnlyDictionary<string, string>? metadata = null)
        where TRow : class, new()
    {
        var size = HasList<TRow>() ? ListRowsPerGroup : RowsPerGroup;
        using var table = new ParquetTableWriter<TRow>(path, metadata);
        foreach (var group in rows.Chunk(size))
            table.WriteGroup(group);
        table.Complete();
    }

    /// <summary>Reads all rows of <paramref name="path"/>; columns that <typeparamref name="TRow"/> lacks are not read.</summary>
    /// <exception cref="InvalidDataException">A column is missing or of another type, or the file is truncated or no Parquet file.</exception>
    public static IReadOnlyList<TRow> Read<TRow>(string path)
        where TRow : class, new() => [.. ReadGroups<TRow>(path).SelectMany(group => group)];

    /// <summary>Reads <paramref name="path"/> one row group after the other; only one is in memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="groups">Numbers from 0 of the row groups to read; null for all.</param>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static IEnumerable<IReadOnlyList<TRow>> ReadGroups<TRow>(string path, IReadOnlySet<int>? groups = null)
        where TRow : class, new()
    {
        using var file = ParquetFile.Open(path);
        var stored = file.Match(ParquetColumns<TRow>.All);
        for (var i = 0; i < file.Groups; i++)
            if (groups?.Contains(i) != false)
                yield return file.ReadGroup(i, ParquetColumns<TRow>.All, stored);
    }

    /// <summary>All values of the list column <paramref name="column"/>, row after row, in one array.</summary>
    /// <param name="path">The file.</param>
    /// <param name="column">Snake-case name of a list column without empty lists.</param>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static float[] ReadFloats(string path, string column)
    {
        using var file = ParquetFile.Open(path);
        return file.ReadFloats(column);
    }

    /// <summary>The metadata that was given when the rows were written; empty if none.</summary>
    /// <exception cref="InvalidDataException">The file is truncated or no Parquet file.</exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path) =>
        KeyValues(path, key => !key.StartsWith(UnitPrefix, StringComparison.Ordinal));

    /// <summary>Units of the numeric columns by column name.</summary>
    /// <exception cref="InvalidDataException">The file is truncated or no Parquet file.</exception>
    public static IReadOnlyDictionary<string, string> ReadUnits(string path) =>
        KeyValues(path, key => key.StartsWith(UnitPrefix, StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key[UnitPrefix.Length..], pair => pair.Value, StringComparer.Ordinal);

    private static bool HasList<TRow>()
    {
        foreach (var column in ParquetColumns<TRow>.All)
            if (column.Field is ListField)
                return true;
        return false;
    }

    private static SortedDictionary<string, string> KeyValues(string path, Func<string, bool> wanted)
    {
        using var file = ParquetFile.Open(path);
        var pairs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in file.Metadata)
            if (wanted(key))
                pairs.Add(key, value);
        return pairs;
    }
}
