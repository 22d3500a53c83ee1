using CsCheck;
using Parquet;
using Parquet.Serialization;

namespace RruffGeo.Artifacts.Tests;

public sealed class ParquetTableTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo").FullName;

    private string Table => Path.Combine(folder, "table.parquet");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_type_of_column_survives_a_round_trip()
    {
        var row = new Sample
        {
            Name = "Zoïsit – 黝帘石 🜁",
            Note = null,
            Pure = true,
            Count = -3,
            Rank = null,
            Bytes = long.MaxValue,
            Offset = long.MinValue,
            Shift = float.NaN,
            LaserNanometres = 514.5,
            Angle = double.NegativeInfinity,
            Intensities = [1.5f, float.NaN, -0f],
            Kind = Kind.Processed,
        };
        var other = new Sample { Note = "", Rank = 7, Offset = null, Angle = null };

        ParquetTable.Write(Table, [row, other]);
        var read = ParquetTable.Read<Sample>(Table);

        AssertSame([row, other], read);
    }

    [Fact]
    public void Any_rows_survive_a_round_trip() =>
        (from name in Gen.String
         from note in Gen.String.Null()
         from rank in Gen.Int.Nullable()
         from offset in Gen.Long.Nullable()
         from shift in Gen.Float
         from angle in Gen.Double.Nullable()
         from list in Gen.Float.Array[0, 50]
         from kind in Gen.Enum<Kind>()
         select new Sample { Name = Valid(name), Note = note is null ? null : Valid(note), Rank = rank, Offset = offset, Shift = shift, Angle = angle, Intensities = list, Kind = kind })
        .Array[0, 40].Sample(
            rows =>
            {
                ParquetTable.Write(Table, rows);
                AssertSame(rows, ParquetTable.Read<Sample>(Table));
            },
            iter: 100, threads: 1);

    [Fact]
    public void An_empty_table_keeps_its_columns_and_metadata()
    {
        ParquetTable.Write<Sample>(Table, [], new Dictionary<string, string> { ["grid"] = "1024" });

        Assert.Empty(ParquetTable.Read<Sample>(Table));
        Assert.Equal("1024", Assert.Single(ParquetTable.ReadMetadata(Table)).Value);
    }

    [Fact]
    public void Lists_of_different_lengths_keep_their_borders()
    {
        int[] lengths = [0, 1, 100_000, 0, 0, 2];
        Spectrum[] rows = [.. lengths.Select((length, row) => new Spectrum
        {
            SpectrumId = $"{row}", Intensities = [.. Enumerable.Range(0, length).Select(point => row + point / 1000f)],
        })];

        ParquetTable.Write(Table, rows);

        Assert.Equal(rows.Select(row => row.Intensities), ParquetTable.Read<Spectrum>(Table).Select(row => row.Intensities));
    }

    [Fact]
    public void Rows_keep_their_order_over_several_row_groups()
    {
        Spectrum[] rows = [.. Enumerable.Range(0, 1_300).Select(row => new Spectrum { SpectrumId = $"{row}", Intensities = [row, row] })];

        ParquetTable.Write(Table, rows);

        Assert.Equal([512, 512, 276], ParquetTable.ReadGroups<Spectrum>(Table).Select(group => group.Count));
        Assert.Equal(rows.Select(row => row.SpectrumId), ParquetTable.Read<Spectrum>(Table).Select(row => row.SpectrumId));
        Assert.Equal(rows.SelectMany(row => row.Intensities), ParquetTable.ReadFloats(Table, "intensities"));
    }

    [Fact]
    public void Reading_all_values_of_a_list_column_refuses_an_empty_list()
    {
        ParquetTable.Write(Table, [new Spectrum { Intensities = [1] }, new Spectrum()]);

        var error = Assert.Throws<InvalidDataException>(() => ParquetTable.ReadFloats(Table, "intensities"));

        Assert.Contains("found an empty list", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_columns_of_the_row_type_are_read()
    {
        ParquetTable.Write(Table, [new Sample { Name = "Quartz", Bytes = 9 }]);

        Assert.Equal("Quartz", Assert.Single(ParquetTable.Read<NameOnly>(Table)).Name);
    }

    [Fact]
    public void Metadata_and_units_are_read_back_apart()
    {
        ParquetTable.Write(Table, [new Spectrum()], new Dictionary<string, string> { ["grid_unit"] = "cm⁻¹", ["a"] = "" });

        Assert.Equal(["a=", "grid_unit=cm⁻¹"], ParquetTable.ReadMetadata(Table).Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.Equal(["intensities=a.u."], ParquetTable.ReadUnits(Table).Select(pair => $"{pair.Key}={pair.Value}"));
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes()
    {
        Spectrum[] rows = [.. Enumerable.Range(0, 600).Select(row => new Spectrum { SpectrumId = $"{row}", Intensities = [row, 1, 2] })];

        ParquetTable.Write(Table, rows, new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" });
        var first = File.ReadAllBytes(Table);
        ParquetTable.Write(Table, rows, new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" });

        Assert.Equal(first, File.ReadAllBytes(Table));
    }

    [Fact]
    public void A_table_that_was_not_completed_leaves_what_was_there()
    {
        ParquetTable.Write(Table, [new NameOnly { Name = "kept" }]);
        using (var table = new ParquetTableWriter<NameOnly>(Table))
            table.WriteGroup([new NameOnly { Name = "lost" }]);

        Assert.Equal("kept", Assert.Single(ParquetTable.Read<NameOnly>(Table)).Name);
        Assert.Equal([Table], Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_reader_that_knows_no_row_type_finds_snake_case_columns_and_their_types()
    {
        ParquetTable.Write(Table, [new Sample { Name = "Quartz", LaserNanometres = 532, Kind = Kind.Raw }]);
        await using var reader = await ParquetReader.CreateAsync(Table, cancellationToken: TestContext.Current.CancellationToken);
        var columns = reader.Schema.DataFields.Select(field => $"{field.Path}: {field.SchemaElement?.Type}{(field.IsNullable ? "?" : "")}");

        await Verify(string.Join('\n', columns));
    }

    [Fact]
    public async Task A_reader_that_knows_no_row_type_finds_the_values()
    {
        ParquetTable.Write(Table, [new Sample { Name = "Quartz", LaserNanometres = 532, Kind = Kind.Raw, Intensities = [1, 2] }]);
        await using var stream = File.OpenRead(Table);
        var rows = await ParquetSerializer.DeserializeUntypedAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        var row = Assert.Single(rows.Data);

        Assert.Equal(532.0, row["laser_nanometres"]);
        Assert.Equal("Raw", row["kind"]?.ToString());
    }

    private static void AssertSame(Sample[] expected, IReadOnlyList<Sample> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(
                expected[i].Intensities.Select(BitConverter.SingleToInt32Bits), actual[i].Intensities.Select(BitConverter.SingleToInt32Bits));
            float[] none = [];
            Assert.Equal(expected[i] with { Intensities = none }, actual[i] with { Intensities = none });
        }
    }

    // Parquet text is UTF-8, which has no lone surrogates.
    private static string Valid(string text) => string.Concat(text.Where(letter => !char.IsSurrogate(letter)));
}
