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

    [Theory]
    [InlineData("cm⁻¹, γ → 1.5 × 10⁻⁶", @"cm\ensuremath{^{-}}\ensuremath{^{1}}, \ensuremath{\gamma} \ensuremath{\to} 1.5 \ensuremath{\times} 10\ensuremath{^{-}}\ensuremath{^{6}}")]
    [InlineData("Příbram, Þingvellir, Łódź", "Příbram, Þingvellir, Łódź")]
    [InlineData("Ħal, 石英", "{[}U+0126{]}al, {[}U+77F3{]}{[}U+82F1{]}")]
    [InlineData("“a” – ‘b’…", @"``a'' -- `b'\dots{}")]
    public void LaTeX_gets_only_letters_that_its_T1_fonts_have(string text, string latex) => Assert.Equal(latex, LatexTable.Escape(text));

    // Begin and end match, braces balance, and each row has as many cells as columns: what a compiler checks first.
    [Fact]
    public void A_LaTeX_table_is_well_formed_whatever_its_text() => CsCheck.Check.Sample(CsCheck.Gen.String, text =>
    {
        var latex = LatexTable.Of(Of(text));
        var bare = System.Text.RegularExpressions.Regex.Replace(latex, @"\\[\\{}&%$#_]", "");
        Assert.Equal(bare.Count(letter => letter == '{'), bare.Count(letter => letter == '}'));
        Assert.All(bare, letter => Assert.True(letter is '\n' or >= ' ' and < '\u007F' or >= '\u00A0' and <= '\u017F', $"U+{(int)letter:X4} in {latex}"));
        Assert.All(bare.Split('\n').Where(line => line.Contains('&', StringComparison.Ordinal)), line => Assert.Equal(1, line.Count(letter => letter == '&')));
    });

    [Fact]
    public void No_text_ends_a_LaTeX_table() => CsCheck.Check.Sample(
        CsCheck.Gen.String, text => Assert.Single(System.Text.RegularExpressions.Regex.Matches(LatexTable.Of(Of(text)), @"\\end\{longtable\}")));
}
