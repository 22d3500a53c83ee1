using System.Text;

namespace RruffGeo.Spectra.Tests;

public sealed class TableReaderTests
{
    [Theory]
    [InlineData("100.5,1\n101.5,2.5\n102.5,-3\n103.5,4e2\n", "negative-intensities")]
    [InlineData("100.5, 1\r\n101.5 ,2.5\r\n102.5 , -3\r\n103.5,4E+2", "negative-intensities")]
    [InlineData("100.5;1\n101.5;2.5\n102.5;-3\n103.5;400\n", "negative-intensities")]
    [InlineData("100,5;1\n101,5;2,5\n102,5;-3\n103,5;400,0\n", "decimal-comma;negative-intensities")]
    [InlineData("100.5\t1\n101.5\t2.5\n102.5\t-3\n103.5\t400\n", "negative-intensities;tab-separated")]
    [InlineData("100,5\t1\n101,5\t2,5\n102,5\t-3\n103,5\t400\n", "decimal-comma;negative-intensities;tab-separated")]
    [InlineData("  100.5  1\n 101.5 \t 2.5\n102.5 -3 \n103.5 400", "blank-separated;negative-intensities")]
    [InlineData("100,5 1\n101,5   2,5\n102,5 -3\n103,5 400", "blank-separated;decimal-comma;negative-intensities")]
    [InlineData("\"100.5\",\"1\"\n\"101.5\",\"2.5\"\n\"102.5\",\"-3\"\n\"103.5\",\"400\"\n", "negative-intensities")]
    [InlineData("103.5,400\n102.5,-3\n101.5,2.5\n100.5,1\n", "decreasing-wavenumbers;negative-intensities")]
    [InlineData("100.5,1\n102.5,-3\n101.5,2.5\n103.5,400\n", "negative-intensities;unsorted-wavenumbers")]
    [InlineData("100.5;1;\n101.5;2.5;\n102.5;-3;\n103.5;400;\n", "negative-intensities")]
    [InlineData("\uFEFF100.5,1\n101.5,2.5\n102.5,-3\n103.5,400\n", "byte-order-mark;negative-intensities")]
    public void Every_usual_layout_gives_the_same_numbers(string text, string diagnostics)
    {
        var file = Read(text);

        Assert.Equal(SpectrumFormat.TextTable, file.Format);
        Assert.Equal([100.5f, 101.5f, 102.5f, 103.5f], file.Wavenumbers);
        Assert.Equal([1, 2.5f, -3, 400], file.Intensities);
        Assert.Equal(diagnostics, Codes(file));
    }

    [Fact]
    public void Comments_and_titles_are_left_out_by_line()
    {
        var file = Read("# WITec\n% made by hand\n// so is this\nRaman shift (1/cm);Counts\n\n1;2\n2;3\n3;5\n# pause\n4;6\n");

        Assert.Equal([2, 3, 5, 6], file.Intensities);
        Assert.Equal(
            ["1 comment-line", "2 comment-line", "3 comment-line", "4 title-line", "9 comment-line"],
            file.Diagnostics.Select(diagnostic => $"{diagnostic.Line} {diagnostic.Code}"));
        Assert.Equal([new("title", "Raman shift (1/cm);Counts")], file.Labels);
    }

    [Fact]
    public void Of_more_than_two_columns_the_first_two_are_taken_and_that_is_said()
    {
        var file = Read("x,a,b\n1.5,2,9\n2.5,3,9\n3.5,5,9\n4.5,6,9\n");

        Assert.Equal([1.5f, 2.5f, 3.5f, 4.5f], file.Wavenumbers);
        Assert.Equal([2, 3, 5, 6], file.Intensities);
        Assert.Contains(file.Diagnostics, diagnostic => diagnostic is { Code: "extra-columns", Text: "Lines have up to 3 columns; the first is taken as wavenumber, the second as intensity." });
    }

    [Fact]
    public void Commas_that_part_both_columns_and_decimals_are_refused() => Assert.Equal(
        "my.csv: expected two columns but commas make 4, and decimal commas cannot be told from separating ones. "
        + "Part the columns by semicolons or tabs, or write decimal points.",
        Refuse("100,5,1,0\n101,5,2,5\n102,5,3,0\n103,5,4,0\n").Message);

    [Fact]
    public void An_axis_of_wavelengths_is_refused_with_the_conversion() => Assert.Equal(
        "my.csv(2): expected Raman shift in cm⁻¹ but the first column is titled 'Wavelength (nm)'. Convert it with the laser's wavelength: 10⁷/λ₀ − 10⁷/λ, in nm.",
        Refuse("scan 4\nWavelength (nm),Counts\n540,1\n541,2\n542,4\n543,3\n").Message);

    [Theory]
    [InlineData("100.5,1\n101.5,2\n", "my.csv: expected at least 4 distinct wavenumbers but found 2.", "too-short")]
    [InlineData("1,7\n2,7\n3,7\n4,7\n", "my.csv: expected intensities that vary but found 7 at all 4 points.", "constant-intensity")]
    [InlineData("dear colleague", "my.csv: expected lines 'wavenumber, intensity' but found none; the text begins 'dear colleague'. Columns may be parted by commas, semicolons, tabs or blanks.", "no-data")]
    [InlineData("1,2\na\nb\nc\nd\ne\n2,3\n3,4\n4,4\n", "my.csv: expected two numbers a line but found them in only 4 of 9 lines from the first such line on.", "malformed")]
    public void What_is_no_spectrum_is_refused_with_what_was_found(string text, string message, string code)
    {
        var error = Refuse(text);

        Assert.Equal((message, code), (error.Message, error.Code));
    }

    [Fact]
    public void A_number_that_is_not_finite_costs_its_line() =>
        Assert.Equal("2 non-finite", string.Join(';', Read("1,2\n2,nan\n3,5\n4,6\n5,8\n").Diagnostics.Select(found => $"{found.Line} {found.Code}")));

    [Fact]
    public void Utf16_and_code_page_1252_are_read()
    {
        const string Text = "Verschiebung;Zählrate\n1;2\n2;3\n3;5\n4;6\n";
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            var file = SpectrumReader.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)], "my.csv");
            Assert.Equal([2, 3, 5, 6], file.Intensities);
            Assert.Contains("utf-16", Codes(file), StringComparison.Ordinal);
            Assert.Equal("Verschiebung;Zählrate", file.Labels[0].Value);
        }

        var latin = SpectrumReader.Read(Encoding.Latin1.GetBytes(Text), "my.csv");
        Assert.Equal("Verschiebung;Zählrate", latin.Labels[0].Value);
        Assert.Contains("cp1252", Codes(latin), StringComparison.Ordinal);
    }

    private static SpectrumFile Read(string text) => SpectrumReader.Read(Encoding.UTF8.GetBytes(text), "my.csv");

    private static SpectrumTextException Refuse(string text) => Assert.Throws<SpectrumTextException>(() => Read(text));

    private static string Codes(SpectrumFile file) => string.Join(';', file.Diagnostics.Select(found => found.Code).Distinct().Order(StringComparer.Ordinal));
}
