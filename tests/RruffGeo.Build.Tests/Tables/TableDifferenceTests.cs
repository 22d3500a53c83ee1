using RruffGeo.Artifacts;
using RruffGeo.Artifacts.Tests;
using RruffGeo.Build.Tables;

namespace RruffGeo.Build.Tests.Tables;

public sealed class TableDifferenceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("table-difference-").FullName;
    private readonly Sample quartz = new() { Name = "quartz", Note = "α", Count = 2, Shift = 464, Angle = 1, Intensities = [1, 2] };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Equal_tables_have_no_difference()
    {
        var difference = Between([quartz], [quartz]);
        Assert.True(difference.AgreesWithin(0));
        Assert.Empty(difference.Cells);
    }

    [Fact]
    public void Rows_are_matched_by_the_leading_columns_that_tell_them_apart()
    {
        var calcite = quartz with { Name = "calcite" };
        var difference = Between([quartz, calcite, quartz with { Name = "halite" }], [calcite with { Shift = 465 }, quartz with { Name = "gypsum" }, quartz]);

        Assert.Equal(["name"], difference.Key);
        Assert.Equal((3, 3, 1, 1), (difference.RowsBefore, difference.RowsAfter, difference.Removed, difference.Added));
        Assert.Equal(new CellChange("calcite", "shift", "464", "465"), Assert.Single(difference.Cells));
        Assert.Equal("1 rows gone; 1 rows new; shift: 1 cells, by at most 1", difference.ToString());
    }

    [Fact]
    public void A_second_column_joins_the_key_where_one_is_not_enough() =>
        Assert.Equal(["name", "note"], Between([quartz, quartz with { Note = "β" }], [quartz]).Key);

    [Fact]
    public void Rows_that_nothing_tells_apart_are_matched_by_their_place()
    {
        var difference = Between([quartz, quartz], [quartz, quartz with { Angle = null }]);
        Assert.Empty(difference.Key);
        Assert.Equal(new CellChange("2", "angle", "1", "none"), Assert.Single(difference.Cells));
    }

    [Fact]
    public void Numbers_agree_within_a_share_of_the_larger_and_lists_number_by_number()
    {
        var difference = Between([quartz], [quartz with { Shift = 464.4f, Intensities = [1, 2.001f] }]);
        Assert.True(difference.AgreesWithin(1e-3));
        Assert.False(difference.AgreesWithin(4e-4));
        Assert.False(Between([quartz], [quartz with { Intensities = [1] }]).AgreesWithin(1e9));
        Assert.False(Between([quartz], [quartz with { Note = "β" }]).AgreesWithin(1e9));
        Assert.False(Between([quartz], [quartz with { Shift = float.NaN }]).AgreesWithin(1e9));
    }

    [Fact]
    public void Columns_of_one_table_only_are_named()
    {
        var (first, second) = (Path.Combine(folder, "a.parquet"), Path.Combine(folder, "b.parquet"));
        ParquetTable.Write(first, (Sample[])[quartz]);
        ParquetTable.Write(second, (NameOnly[])[new() { Name = "quartz" }]);
        Assert.Contains("column shift (float) only in the first", TableDifference.Between(first, second).Schema);
        Assert.Equal("column shift (float) only in the second", TableDifference.Between(second, first).Schema.Single(text => text.Contains("shift", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_table_that_is_new_counts_all_its_rows()
    {
        var path = Path.Combine(folder, "a.parquet");
        ParquetTable.Write(path, (Sample[])[quartz, quartz]);
        Assert.Equal("the table is new; 2 rows new", TableDifference.OneSided("a.parquet", null, path).ToString());
    }

    [Fact]
    public void A_file_that_is_no_table_is_named()
    {
        var path = Path.Combine(folder, "a.parquet");
        File.WriteAllText(path, "no table");
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => TableDifference.Between(path, path)).Message, StringComparison.Ordinal);
    }

    private TableDifference Between(Sample[] first, Sample[] second)
    {
        var (before, after) = (Path.Combine(folder, "a.parquet"), Path.Combine(folder, "b.parquet"));
        ParquetTable.Write(before, first);
        ParquetTable.Write(after, second);
        return TableDifference.Between(before, after);
    }
}
