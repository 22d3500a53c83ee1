using CsCheck;
using Parquet;
using Parquet.Schema;
using RruffGeo.Artifacts;
using RruffGeo.Artifacts.Tests;
using RruffGeo.Build.Tables;

namespace RruffGeo.Build.Tests.Tables;

public sealed class TableDigestTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("table-digest-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(CompressionMethod.None, 1)]
    [InlineData(CompressionMethod.Gzip, 2)]
    [InlineData(CompressionMethod.Zstd, 7)]
    [InlineData(CompressionMethod.Snappy, 100)]
    public void Codec_and_row_groups_do_not_count(CompressionMethod codec, int rowsPerGroup)
    {
        var (names, counts) = (Written(codec, rowsPerGroup), Written(CompressionMethod.None, 10));
        Assert.NotEqual(File.ReadAllBytes(names), File.ReadAllBytes(counts));
        Assert.Equal(TableDigest.Of(counts), TableDigest.Of(names));
    }

    [Fact]
    public void A_table_written_by_another_library_has_the_same_digest()
    {
        var ours = Path_("ours.parquet");
        ParquetTable.Write(ours, ForeignTable.Rows, new Dictionary<string, string> { ["grid"] = "100..1200" });
        var theirs = Path_("theirs.parquet");
        ForeignTable.Write(theirs, new Dictionary<string, string> { ["grid"] = "100..1200", ["unit:count"] = "1", ["unit:angle"] = "°", ["unit:intensities"] = "a.u." });

        Assert.NotEqual(File.ReadAllBytes(ours), File.ReadAllBytes(theirs));
        Assert.NotNull(TableDigest.Of(ours));
        Assert.Equal(TableDigest.Of(ours), TableDigest.Of(theirs));
    }

    [Fact]
    public void Every_kind_of_change_to_the_table_changes_the_digest()
    {
        Sample row = new() { Name = "quartz", Count = 1, Intensities = [1, 2] };
        List<Sample[]> tables =
        [
            [row, row with { Name = "calcite" }],
            [row with { Name = "calcite" }, row],
            [row],
            [row, row],
            [row with { Name = "quartz " }],
            [row with { Note = "" }],
            [row with { Pure = true }],
            [row with { Count = 2 }],
            [row with { Rank = 0 }],
            [row with { Bytes = 1 }],
            [row with { Offset = 0 }],
            [row with { Shift = -0f }],
            [row with { Shift = float.NaN }],
            [row with { LaserNanometres = 785 }],
            [row with { Angle = 0 }],
            [row with { Kind = Kind.Processed }],
            [row with { Intensities = [1] }, row with { Intensities = [2] }],
            [row with { Intensities = [] }, row with { Intensities = [1, 2] }],
            [row with { Intensities = [1, 2] }, row with { Intensities = [] }],
            [],
        ];

        Assert.Equal(tables.Count, tables.Select(rows => DigestOf(rows)).Distinct().Count());
    }

    [Fact]
    public void Metadata_that_is_declared_counts_and_what_writers_add_does_not()
    {
        Sample[] rows = [new() { Name = "quartz" }];
        Assert.NotEqual(DigestOf(rows), DigestOf(rows, ("grid", "100")));
        Assert.NotEqual(DigestOf(rows, ("grid", "200")), DigestOf(rows, ("grid", "100")));
        Assert.Equal(DigestOf(rows, ("grid", "100")), DigestOf(rows, ("grid", "100"), ("ARROW:schema", "x"), ("pandas", "{}")));
    }

    [Fact]
    public void There_is_one_NaN() => Assert.Equal(
        DigestOf([new Sample { Shift = float.NaN, LaserNanometres = double.NaN, Intensities = [float.NaN] }]),
        DigestOf([new Sample { Shift = BitConverter.Int32BitsToSingle(0x7fc12345), LaserNanometres = BitConverter.Int64BitsToDouble(0x7ff8000000000123), Intensities = [-float.NaN] }]));

    [Fact]
    public void Tables_have_equal_digests_exactly_if_their_rows_are_equal()
    {
        var row = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 1].Array[0, 2]).Select((name, rank, list) => new Sample
        {
            Name = ((string[])["", "a", "ab", "é"])[name],
            Rank = rank == 2 ? null : rank,
            Intensities = [.. list.Select(value => (float)value)],
        });
        Gen.Select(row.Array[0, 3], row.Array[0, 3]).Sample(
            (first, second) => Assert.Equal(Text(first) == Text(second), DigestOf(first) == DigestOf(second)), iter: 40, threads: 1);

        static string Text(Sample[] rows) => string.Join('|', rows.Select(each => $"{each.Name};{each.Rank};{string.Join(',', each.Intensities)}"));
    }

    [Fact]
    public void What_is_not_understood_has_no_digest()
    {
        var damaged = Path_("damaged.parquet");
        File.WriteAllText(damaged, "PAR1 and no more PAR1");
        Assert.Null(TableDigest.Of(damaged));
        var text = Path_("table.csv");
        File.WriteAllText(text, "a,b");
        Assert.Null(TableDigest.Of(text));
        ParquetTable.Write(text, (Sample[])[new() { Name = "quartz" }]);
        Assert.Null(TableDigest.Of(text));
    }

    private string Path_(string name) => Path.Combine(folder, name);

    private string DigestOf(IReadOnlyCollection<Sample> rows, params (string Key, string Value)[] metadata)
    {
        var path = Path_("sample.parquet");
        ParquetTable.Write(path, rows, metadata.ToDictionary(pair => pair.Key, pair => pair.Value));
        return TableDigest.Of(path)!;
    }

    private string Written(CompressionMethod codec, int rowsPerGroup)
    {
        var path = Path_($"{codec}-{rowsPerGroup}.parquet");
        var (name, count) = (new DataField<string>("name", nullable: true), new DataField<int>("count", nullable: true));
        using var file = File.Create(path);
        var writer = ParquetWriter.CreateAsync(new ParquetSchema(name, count), file, new ParquetOptions { CompressionMethod = codec }).GetAwaiter().GetResult();
        foreach (var rows in Enumerable.Range(0, 20).Chunk(rowsPerGroup))
        {
            using var group = writer.CreateRowGroup();
            group.WriteAsync(name, rows.Select(i => i % 3 == 0 ? null : $"spectrum {i}").ToArray()).GetAwaiter().GetResult();
            group.WriteAsync<int>(count, rows.Select(i => i % 4 == 0 ? (int?)null : i).ToArray()).GetAwaiter().GetResult();
            group.CompleteValidate();
        }

        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return path;
    }
}
