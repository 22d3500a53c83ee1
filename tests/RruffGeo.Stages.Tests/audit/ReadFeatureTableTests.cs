namespace RruffGeo.Stages.Tests;

public sealed class ReadFeatureTableTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo-table-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Roles_are_known_by_their_names_and_every_other_numeric_column_is_a_feature()
    {
        var table = Read("Specimen,COUNTRY,remark,520,spectrum,kind,521.5,species,locality\nR1,Chile,fine,1.5,s1,RAW,-2e3,Quartz,Atacama \nR2,,x,1,s1,RAW,2,Talc,Lima\nR3,Peru,,3,,RAW,4,Talc,Unknown\n");

        Assert.Equal("520,521.5 remark 1", $"{string.Join(',', table.FeatureNames)} {string.Join(',', table.TextColumns)} {table.WithoutCountry}");
        Assert.Equal([1.5f, -2000, 3, 4], table.Features.SelectMany(row => row));
        Assert.Equal(
            ["line 000000002 R1 R1|s1 Quartz atacama Chile", "line 000000004 R3  Talc specimen R3 Peru"],
            table.Units.Select(row => $"{row.SpectrumId} {row.Specimen} {row.Acquisition} {row.Mineral} {row.LocalityGroup} {row.Country}"));
        Assert.False(table.Simulated);
    }

    [Fact]
    public void A_typed_role_wins_over_a_name_and_a_column_may_be_passed_over()
    {
        var table = Read("batch,specimen,country,a,b\n7,1,Chile,1,2\n", "specimen=batch", "ignore=b");

        // The column 'specimen' has no role any more, so that it is a feature.
        Assert.Equal(("7", "specimen,a"), (table.Units[0].Specimen, string.Join(',', table.FeatureNames)));
    }

    [Fact]
    public void Simulated_numbers_are_known_by_their_origin() =>
        Assert.True(Read("specimen,country,x,data_origin\n'=R1,Chile,1,SIMULATED DATA\n").Simulated);

    [Fact]
    public void An_apostrophe_that_keeps_spreadsheets_from_calculating_is_taken_off() =>
        Assert.Equal("=R1", Read("specimen,country,x\n'=R1,Chile,1\n").Units[0].Specimen);

    [Theory]
    [InlineData("", "t.csv: expected a header and rows, but the file is empty.")]
    [InlineData("specimen,country,x\n", "t.csv: expected rows with a country, but found none.")]
    [InlineData("specimen,x\nR1,1\n", "t.csv(1): expected a column 'country', but the columns are specimen, x. Say which it is with --column=country=HEADER.")]
    [InlineData("specimen,country,x,X\nR1,Chile,1,2\n", "t.csv(1): expected column names that differ, but found 'x' 2 times. Rename all but one.")]
    [InlineData("specimen,country,x\nR1,Chile,1\nR2,Peru,1;5\n", "t.csv(3): column 'x': expected a number but found '1;5'. Mend the cell, leave the row out, or leave the column out with --column=ignore=x.")]
    [InlineData("specimen,country,x\nR1,Chile,1\nR2,Peru,\n", "t.csv(3): column 'x': expected a number but found ''. Mend the cell, leave the row out, or leave the column out with --column=ignore=x.")]
    [InlineData("specimen,country,x\nR1,Chile,1e99\n", "t.csv(2): column 'x': expected a number but found '1e99'. Mend the cell, leave the row out, or leave the column out with --column=ignore=x.")]
    [InlineData("specimen,country,x\nR1,Chile,1,2\n", "t.csv(2): expected 3 cells, as the header has, but found 4.")]
    [InlineData("specimen,country,x\nR1,Chile,none\n", "t.csv(2): expected numeric columns beside the roles, but found none. Every numeric column without a role is a feature.")]
    [InlineData("id,specimen,country,x\na,R1,Chile,1\na,R2,Chile,1\n", "t.csv(3): expected an id of its own, but 'a' stands in an earlier row. Give the column another role, or make its values differ.")]
    public void What_is_no_such_table_is_refused_with_its_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Read(text)).Message);

    [Fact]
    public void A_column_that_is_not_there_is_named_beside_those_that_are() => Assert.Equal(
        "t.csv(1): there is no column 'batch', which --column=specimen=batch names. The columns are specimen, country, x.",
        Assert.Throws<InvalidDataException>(() => Read("specimen,country,x\nR1,Chile,1\n", "specimen=batch")).Message);

    [Fact]
    public void Bytes_that_are_no_text_are_refused_with_their_line()
    {
        File.WriteAllBytes(Path.Combine(folder, "t.csv"), [.. "specimen,country,x\nR1,"u8, 0xFF, 0xFE, .. ",1\n"u8]);
        Assert.StartsWith("t.csv(2): no CSV in UTF-8", Assert.Throws<InvalidDataException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("specimen", "'specimen' gives no column a role.")]
    [InlineData("colour=x", "'colour=x' gives no column a role.")]
    public void A_role_that_is_none_is_refused(string typed, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => ColumnRoles.Parse([typed])).Message, StringComparison.Ordinal);

    private FeatureTable Read(string text, params string[] roles)
    {
        File.WriteAllText(Path.Combine(folder, "t.csv"), text);
        return Open(roles);
    }

    private FeatureTable Open(params string[] roles) =>
        ReadFeatureTable.Run(Path.Combine(folder, "t.csv"), ColumnRoles.Parse(roles), TestContext.Current.CancellationToken);
}
