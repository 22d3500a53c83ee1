using System.Text;

namespace RruffGeo.Spectra.Tests;

public sealed class RruffReaderTests
{
    private const string Data = "100.5, 1\n101, 2.5\n102, -3\n103.25, 4e2\n##END=\n";

    [Fact]
    public void Headers_and_data_are_read()
    {
        var file = Read("##NAMES=Quartz\n##LOCALITY=Mine = pit, Alabama, USA\n##OWNER=\n" + Data);

        Assert.Equal(["NAMES=Quartz", "LOCALITY=Mine = pit, Alabama, USA", "OWNER="], file.Header.Entries.Select(entry => $"{entry.Key}={entry.Value}"));
        Assert.Equal([100.5f, 101, 102, 103.25f], file.Wavenumbers);
        Assert.Equal([1, 2.5f, -3, 400], file.Intensities);
        Assert.Equal(["negative-intensities"], Codes(file));
    }

    [Theory]
    [InlineData("1, 2\r\n2, 3\r\n3, 5\r\n4, 6\r\n##END=\r\n", "")]
    [InlineData("1\t2\n2\t3\n3\t5\n4\t6\n##END=\n", "tab-separated")]
    [InlineData("1  2\n 2 3\n3 5 \n4 6\n##END\n", "blank-separated")]
    [InlineData("1 , 2\n2,\t3\n3 ,5\n4,6\n##end=", "")]
    [InlineData("1,2\r2,3\r3,5\r4,6\r##END=\r", "")]
    [InlineData("1,2\n2,3\r\n3,5\n4,6\r\n##END=\n\n\n", "mixed-line-ends")]
    [InlineData("1,2\n2,3\n3,5\n4,6", "no-end-mark")]
    [InlineData("\uFEFF1,2\n2,3\n3,5\n4,6\n##END=\n", "byte-order-mark")]
    [InlineData("+1,2E0\n2.,3.0e+00\n3,.5e1\n4,0.0000006E7\n##END=\n", "")]
    public void Every_layout_of_a_line_gives_the_same_numbers(string text, string diagnostics)
    {
        var file = Read(text);

        Assert.Equal([1, 2, 3, 4], file.Wavenumbers);
        Assert.Equal([2, 3, 5, 6], file.Intensities);
        Assert.Equal(diagnostics, string.Join(';', Codes(file)));
    }

    [Fact]
    public void Entities_are_decoded_and_chemistry_stays_as_written()
    {
        var file = Read("##NAMES=A\n##IDEAL CHEMISTRY=Cu(SO_4_)&#183;5H_2_O\n##DESCRIPTION=&#34;fine&#34; &#931;=1 R&D\n" + Data);

        Assert.Equal("Cu(SO_4_)·5H_2_O", file.Header["ideal chemistry"]);
        Assert.Equal("\"fine\" Σ=1 R&D", file.Header["DESCRIPTION"]);
        Assert.Contains("html-entities", Codes(file));
    }

    [Fact]
    public void Text_that_is_no_utf8_is_read_as_code_page_1252()
    {
        byte[] text = [.. "##LOCALITY=L"u8, 0xE5, .. "ngban \n"u8, .. Encoding.UTF8.GetBytes(Data)];

        var file = RruffReader.Read(text, "file");

        Assert.Equal("Långban", file.Header["LOCALITY"]);
        Assert.Contains("cp1252", Codes(file));
        Assert.Equal("Långban", Read("##LOCALITY=Långban\n" + Data).Header["LOCALITY"]);
    }

    [Fact]
    public void A_value_runs_on_over_lines_without_a_key()
    {
        var file = Read("##ORIENTATION=Laser parallel to a.\nFiducial mark parallel to c.\n\n" + Data);

        Assert.Equal("Laser parallel to a. Fiducial mark parallel to c.", file.Header["ORIENTATION"]);
        Assert.Contains("multi-line-header", Codes(file));
    }

    [Fact]
    public void The_first_value_of_a_repeated_key_that_is_not_empty_counts()
    {
        var file = Read("##CELL PARAMETERS=\n##CELL PARAMETERS=a: 1\n##CELL PARAMETERS=a: 1\n##CELL PARAMETERS=a: 2\n##=lost\n" + Data);

        Assert.Equal("a: 1", file.Header["CELL PARAMETERS"]);
        Assert.Equal(
            new Diagnostic("repeated-header", 4, "expected one CELL PARAMETERS, which is 'a: 1', but found another: 'a: 2'."), file.Diagnostics[0]);
    }

    [Fact]
    public void Lines_left_out_are_named_with_their_numbers()
    {
        var file = Read("##NAMES=A\n\nWave,Intensity\n# Laser (nm)=532\n1,2\n800, -\nnonsense\n2,3\nnan,4\n3,1e39\n3,5\n4,6\n##OOPS\n##END=\n\nafter\n5,5\n");

        Assert.Equal([1, 2, 3, 4], file.Wavenumbers);
        Assert.Equal(
            [
                "3 column-titles: column titles 'Wave,Intensity'.",
                "4 comment-line: comment '# Laser (nm)=532'.",
                "6 stray-line: expected 'wavenumber, intensity' but found '800, -'.",
                "7 stray-line: expected 'wavenumber, intensity' but found 'nonsense'.",
                "9 non-finite: expected two finite numbers but found one that is not.",
                "10 non-finite: expected two finite numbers but found one that is not.",
                "13 malformed-header: expected '##KEY=value' but found '##OOPS'.",
                "16 text-after-end: expected nothing after ##END but found 'after'.",
                "17 text-after-end: expected nothing after ##END but found '5,5'.",
            ],
            file.Diagnostics.Where(diagnostic => diagnostic.Line > 0).Select(diagnostic => $"{diagnostic.Line} {diagnostic.Code}: {diagnostic.Text}"));
    }

    [Fact]
    public void Thousands_of_bad_lines_are_counted_and_not_kept()
    {
        var file = Read(string.Concat(Enumerable.Repeat("x\n", 5_000)) + Data);

        Assert.Equal(201, file.Diagnostics.Count(diagnostic => diagnostic.Line > 0));
        Assert.Equal(new Diagnostic("stray-line", 201, "4800 more lines from here on were left out and are not listed."), file.Diagnostics[200]);
    }

    [Theory]
    [InlineData("4,40\n3,30\n2,20\n1,10\n##END", "decreasing-wavenumbers")]
    [InlineData("2,20\n1,10\n4,40\n3,30\n##END", "unsorted-wavenumbers")]
    [InlineData("1,5\n1,15\n2,20\n3,30\n4,40\n##END", "duplicated-wavenumbers")]
    [InlineData("4,40\n4,40\n3,30\n3,30\n2,25\n2,15\n1,10\n##END", "decreasing-wavenumbers;duplicated-wavenumbers")]
    [InlineData("3,30\n1,0\n2,20\n1,20\n4,40\n##END", "unsorted-wavenumbers;duplicated-wavenumbers")]
    public void The_axis_is_put_in_order_and_repeats_are_averaged(string text, string diagnostics)
    {
        var file = Read(text);

        Assert.Equal([1, 2, 3, 4], file.Wavenumbers);
        Assert.Equal([10, 20, 30, 40], file.Intensities);
        Assert.Equal(diagnostics, string.Join(';', Codes(file)));
    }

    [Fact]
    public void Negative_wavenumbers_stay_and_are_noted()
    {
        var file = Read("-2,1\n-1,2\n0,3\n1,4\n##END=\n");

        Assert.Equal([-2, -1, 0, 1], file.Wavenumbers);
        Assert.Equal(["negative-wavenumbers"], Codes(file));
    }

    [Fact]
    public void Every_value_twice_as_in_Chromatite_is_averaged_to_half_the_points()
    {
        var file = Read("1,1\n1,3\n2,4\n2,6\n3,7\n3,9\n4,10\n4,12\n##END=\n");

        Assert.Equal([2, 5, 8, 11], file.Intensities);
        Assert.Equal(["duplicated-wavenumbers"], Codes(file));
    }

    [Fact]
    public void Values_may_be_empty_or_hold_equals_signs_commas_and_addresses()
    {
        var file = Read("##NAMES=\n##LOCALITY=Shaft = 3, \"Long\" mine?, Långban, Sweden.\n##URL=https://www.rruff.net/odr/rruff_sample/R040063\n##OWNER=RRUFF\n" + Data);

        Assert.Equal(
            ("", "Shaft = 3, \"Long\" mine?, Långban, Sweden.", "https://www.rruff.net/odr/rruff_sample/R040063"),
            (file.Header["NAMES"], file.Header["LOCALITY"], file.Header["URL"]));
        Assert.Equal(["RRUFFID", "SOURCE", "DESCRIPTION", "STATUS"], file.Header.Missing);
    }

    [Fact]
    public void Subscripts_and_charges_of_chemistry_stay_text() => Assert.Equal(
        "(Fe^2+^,Mg)_2_SiO_4_", Read("##IDEAL CHEMISTRY=(Fe^2+^,Mg)_2_SiO_4_\n" + Data).Header["IDEAL CHEMISTRY"]);

    [Fact]
    public void Header_in_line_feeds_and_data_with_carriage_returns_are_read_and_the_other_way_round()
    {
        var (lines, returns) = ("1,2\n2,3\n3,5\n4,6\n", "1,2\r\n2,3\r\n3,5\r\n4,6\r\n");

        Assert.Equal(["mixed-line-ends"], Codes(Read("##NAMES=A\n" + returns + "##END=\r\n")));
        Assert.Equal(["mixed-line-ends"], Codes(Read("##NAMES=A\r\n" + lines + "##END=\n")));
        Assert.Equal("A", Read("##NAMES=A\r\n" + lines).Header["NAMES"]);
    }

    [Fact]
    public void Blank_lines_after_data_without_an_end_mark_are_nothing() =>
        Assert.Equal(["no-end-mark"], Codes(Read("1,2\n2,3\n3,5\n4,6\n\n   \n\n")));

    [Fact]
    public void A_header_below_the_data_is_read_and_noted()
    {
        var file = Read("1,2\n2,3\n##OWNER=late\n3,5\n4,6\n##END=\n");

        Assert.Equal("late", file.Header["OWNER"]);
        Assert.Equal([1, 2, 3, 4], file.Wavenumbers);
        Assert.Equal(["header-after-data"], Codes(file));
    }

    [Theory]
    [InlineData("nan,1\n1,inf\n-Infinity,2\nNaN,NaN\n##END=\n")]
    [InlineData("##NAMES=A\n##END=\n")]
    public void Data_without_one_finite_pair_are_refused(string text) =>
        Assert.Equal("no-data", Assert.Throws<RruffFormatException>(() => Read(text)).Code);

    [Fact]
    public void Text_in_sixteen_bits_is_refused() => Assert.Equal(
        "no-data", Assert.Throws<RruffFormatException>(() => RruffReader.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("1,2\n2,3\n3,4\n4,5\n")).ToArray(), "f")).Code);

    [Theory]
    [InlineData("", "no-data", "Q.txt: expected lines 'wavenumber, intensity' but found none in 0 lines.")]
    [InlineData("##NAMES=Quartz\nonly words\n##END=\n", "no-data", "Q.txt: expected lines 'wavenumber, intensity' but found none in 3 lines.")]
    [InlineData("1,1\n2,2\n2,3\n3,4\n", "too-short", "Q.txt: expected at least 4 distinct wavenumbers but found 3.")]
    [InlineData("1,7\n2,7\n3,7\n4,7\n", "constant-intensity", "Q.txt: expected intensities that vary but found 7 at all 4 points.")]
    public void What_is_no_spectrum_is_refused_with_its_reason(string text, string code, string message)
    {
        var error = Assert.Throws<RruffFormatException>(() => RruffReader.Read(Encoding.UTF8.GetBytes(text), "Q.txt"));

        Assert.Equal((code, message), (error.Code, error.Message));
    }

    private static RruffFile Read(string text) => RruffReader.Read(Encoding.UTF8.GetBytes(text), "file");

    private static IEnumerable<string> Codes(RruffFile file) => file.Diagnostics.Select(diagnostic => diagnostic.Code);
}
