using ParquetSharp;
using ParquetSharp.Schema;
using RruffGeo.Artifacts;

namespace RruffGeo.Build.Tests.Tables;

/// <summary>A row of every nullability that our tables have.</summary>
internal sealed record ForeignRow
{
    public string Name { get; init; } = "";

    public string? Note { get; init; }

    [Unit("1")]
    public int Count { get; init; }

    [Unit("°")]
    public double? Angle { get; init; }

    [Unit("a.u.")]
    public float[] Intensities { get; init; } = [];
}

/// <summary>Writes the same table with Apache Arrow's library.</summary>
internal static class ForeignTable
{
    public static ForeignRow[] Rows { get; } =
    [
        new() { Name = "quartz", Note = "α", Count = 3, Angle = 45.5, Intensities = [1, 2.5f, -0f] },
        new() { Name = "", Count = -1, Intensities = [] },
        new() { Name = "calcite", Note = "", Count = int.MaxValue, Angle = double.NaN, Intensities = [float.NaN] },
    ];

    public static void Write(string path, IReadOnlyDictionary<string, string> metadata)
    {
        using var element = new PrimitiveNode("element", Repetition.Required, LogicalType.None(), PhysicalType.Float);
        using var repeated = new GroupNode("list", Repetition.Repeated, [element]);
        using var list = new GroupNode("intensities", Repetition.Optional, [repeated], LogicalType.List());
        using var schema = new GroupNode("schema", Repetition.Required,
        [
            new PrimitiveNode("name", Repetition.Required, LogicalType.String(), PhysicalType.ByteArray),
            new PrimitiveNode("note", Repetition.Optional, LogicalType.String(), PhysicalType.ByteArray),
            new PrimitiveNode("count", Repetition.Required, LogicalType.Int(32, true), PhysicalType.Int32),
            new PrimitiveNode("angle", Repetition.Optional, LogicalType.None(), PhysicalType.Double),
            list,
        ]);
        using var properties = new WriterPropertiesBuilder().Compression(Compression.Gzip).DisableDictionary().Build();
        using var file = new ParquetFileWriter(path, schema, properties, metadata);
        foreach (var row in Rows)
        {
            using var group = file.AppendRowGroup();
            Write(group, row.Name);
            Write(group, row.Note);
            Write(group, row.Count);
            Write(group, row.Angle);
            Write(group, row.Intensities);
        }

        file.Close();
    }

    private static void Write<T>(RowGroupWriter group, T value)
    {
        using var column = group.NextColumn().LogicalWriter<T>();
        column.WriteBatch([value]);
    }
}
