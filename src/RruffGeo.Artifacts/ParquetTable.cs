using Parquet;
using Parquet.Serialization;

namespace RruffGeo.Artifacts;

/// <summary>Writes and reads tables of typed rows as Parquet files.</summary>
public static class ParquetTable
{
    /// <summary>Writes <paramref name="rows"/> to <paramref name="path"/>, in the order given.</summary>
    public static void Write<TRow>(string path, IReadOnlyCollection<TRow> rows, IReadOnlyDictionary<string, string>? metadata = null)
        where TRow : class, new() =>
        ParquetSerializer.SerializeAsync(rows, path, new ParquetOptions(), metadata).GetAwaiter().GetResult();

    /// <summary>Reads all rows of <paramref name="path"/>; columns that <typeparamref name="TRow"/> lacks are not read.</summary>
    public static IReadOnlyList<TRow> Read<TRow>(string path)
        where TRow : class, new() => throw new InvalidOperationException(path);

    /// <summary>The metadata written beside the rows.</summary>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path) =>
        ReadMetadataAsync(path).GetAwaiter().GetResult();

    private static async Task<IReadOnlyDictionary<string, string>> ReadMetadataAsync(string path)
    {
        await using var reader = await ParquetReader.CreateAsync(path);
        return reader.CustomMetadata;
    }
}
