using RruffGeo.Presentation.Tables;

namespace RruffGeo.Presentation.Tests;

public sealed class TableWriterTests
{
    private static Table Of(string text, DataOrigin origin = DataOrigin.Measured) => new(
        "test", "Caption with 5 % & more", origin, [new Column("Name", "name", CellKind.Text), new Column("Difference (1)", "difference", CellKind.Number)],
        [[Cell.Of(text), Cell.Difference(-1234.5, 1)], [Cell.Of("plain"), Cell.Missing]], "A note.");

    [Fact]
    public Task A_table_in_CSV() => Verify(CsvTable.Of(Of("Quartz, \"clear\"")));

    [Fact]
    public Task A_table_in_Markdown() => Verify(MarkdownTable.Of(Of("a|b *c* <d>")));

    [Fact]
    public Task A_table_in_LaTeX() => Verify(LatexTable.Of(Of("[50 % of $x_1$ & y^2 ~ {z} #\\]")));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1+cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData(" =1")]
    [InlineData("\r=1")]
    public void A_text_that_a_spreadsheet_would_run_is_led_by_an_apostrophe(string formula) =>
        Assert.Contains("'" + formula.Replace("\"", "\"\"", StringComparison.Ordinal), CsvTable.Of(Of(formula)), StringComparison.Ordinal);

    [Fact]
    public void A_negative_number_stays_a_number_in_CSV() => Assert.Contains("\nx,-1234.5,measured data\n", CsvTable.Of(Of("x")), StringComparison.Ordinal);

    [Theory]
    [InlineData("csv")]
    [InlineData("md")]
    [InlineData("tex")]
    public void Simulated_data_say_so_in_every_form(string form)
    {
        var table = Of("x", DataOrigin.Simulated);
        Assert.Contains("SIMULATED DATA", form switch { "csv" => CsvTable.Of(table), "md" => MarkdownTable.Of(table), _ => LatexTable.Of(table) }, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_another_length_is_refused() => Assert.Contains(
        "found 1 cells, expected 2",
        Assert.Throws<ArgumentException>(() => new Table("t", "c", DataOrigin.Measured, [new Column("A", "a", CellKind.Text), new Column("B", "b", CellKind.Text)], [[Cell.Of("x")]])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void No_text_ends_a_LaTeX_table() => CsCheck.Check.Sample(
        CsCheck.Gen.String, text => Assert.Single(System.Text.RegularExpressions.Regex.Matches(LatexTable.Of(Of(text)), @"\\end\{longtable\}")));
}
