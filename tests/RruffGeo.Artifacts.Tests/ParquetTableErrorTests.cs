namespace RruffGeo.Artifacts.Tests;

public sealed class ParquetTableErrorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo").FullName;

    private string Table => Path.Combine(folder, "table.parquet");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_number_without_a_unit_is_refused_before_anything_is_written()
    {
        var error = Assert.Throws<InvalidOperationException>(() => ParquetTable.Write(Table, [new WithoutUnit()]));

        Assert.Equal("WithoutUnit.Laser: expected [Unit(\"…\")] on a numeric column (\"1\" for counts and shares) but found none.", error.Message);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_property_of_another_type_is_refused() =>
        Assert.StartsWith(
            "WithDate.Day: expected string, bool,",
            Assert.Throws<InvalidOperationException>(() => ParquetTable.Write(Table, [new WithDate()])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_required_text_that_is_null_is_refused_with_its_row()
    {
        var error = Assert.Throws<ArgumentException>(() => ParquetTable.Write(Table, [new NameOnly(), new NameOnly { Name = null! }]));

        Assert.StartsWith("Column 'name' is required: row 1 of NameOnly holds null.", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_missing_column_is_named_with_the_file()
    {
        ParquetTable.Write(Table, [new NameOnly()]);

        var error = Assert.Throws<InvalidDataException>(() => ParquetTable.Read<Spectrum>(Table));

        Assert.Equal(
            $"{Table}: expected a Parquet table written by this program, but: expected a column 'spectrum_id' but found name. "
            + "Delete the file and run the stage that writes it again.",
            error.Message);
    }

    [Fact]
    public void A_column_of_another_type_is_named_with_both_types()
    {
        ParquetTable.Write(Table, [new NumberAsText { Intensities = "1" }]);

        var error = Assert.Throws<InvalidDataException>(() => ParquetTable.Read<Spectrum>(Table));

        Assert.Contains("column 'intensities': expected required float list but found required text", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_the_enumeration_lacks_is_named()
    {
        ParquetTable.Write(Table, [new KindAsText { Kind = "0" }]);

        var error = Assert.Throws<InvalidDataException>(() => ParquetTable.Read<KindOnly>(Table));

        Assert.Contains("column 'kind': expected one of Raw, Processed but found '0'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PAR1")]
    [InlineData("This is no Parquet file.")]
    public void A_foreign_file_is_refused(string text)
    {
        File.WriteAllText(Table, text);

        var error = Assert.Throws<InvalidDataException>(() => ParquetTable.Read<NameOnly>(Table));

        Assert.StartsWith(Table, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Equal(Table, Assert.Throws<FileNotFoundException>(() => ParquetTable.Read<NameOnly>(Table)).FileName);

    [Fact]
    public void A_truncated_file_is_refused_wherever_it_was_cut()
    {
        ParquetTable.Write(Table, [new Sample { Name = "Quartz", Intensities = [1, 2, 3] }]);
        var whole = File.ReadAllBytes(Table);

        for (var length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(Table, whole[..length]);
            Assert.Throws<InvalidDataException>(() => ParquetTable.Read<Sample>(Table));
        }
    }

    private sealed record WithoutUnit
    {
        public double Laser { get; init; }
    }

    private sealed record WithDate
    {
        public DateTime Day { get; init; }
    }

    private sealed record NumberAsText
    {
        public string SpectrumId { get; init; } = "";

        public string Intensities { get; init; } = "";
    }

    private sealed record KindAsText
    {
        public string Kind { get; init; } = "";
    }

    private sealed record KindOnly
    {
        public Kind Kind { get; init; }
    }
}
