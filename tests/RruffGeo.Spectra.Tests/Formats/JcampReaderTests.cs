using System.Text;

namespace RruffGeo.Spectra.Tests;

public sealed class JcampReaderTests
{
    [Theory]
    [InlineData("400 1 2 3 3 2\n405 1 0 -1 -2 -3")]
    [InlineData("400+1+2+3+3+2\n405+1+0-1-2-3")]
    [InlineData("400,1,2,3,3,2,1,0,-1,-2,-3")]
    [InlineData("400ABCCB\n405A@abc")]
    [InlineData("400ABTCUBA@abc", "1 2 2 3 3 3 2 1 0 -1 -2 -3")]
    [InlineData("400AJJ%jjjjjj")]
    [InlineData("400AJT%jX")]
    [InlineData("400AJJ\n402CJ", "1 2 3 4")]
    [InlineData("400AJT%jU\n406@jU")]
    [InlineData("400 1.0E+00 20.0E-1 3. 3 2 1 0 -1 -2 -3")]
    [InlineData("400 A B\t+3-2 D5n8", "1 2 3 -2 45 -13")]
    [InlineData("400A.5K.25 A0 a0", "1.5 3.75 10 -10")]
    [InlineData("$$ made by hand\n400ABCCB $$ half of it\n\n405A@abc")]
    public void Every_form_gives_the_same_ordinates(string table, string ordinates = "1 2 3 3 2 1 0 -1 -2 -3")
    {
        var expected = ordinates.Split(' ').Select(float.Parse).ToArray();

        var file = Read(table, expected.Length);

        Assert.Equal(SpectrumFormat.JcampDx, file.Format);
        Assert.Equal(expected, file.Intensities);
        Assert.Equal(expected.Select((_, i) => 400f + i), file.Wavenumbers);
        Assert.DoesNotContain(file.Diagnostics, found => found.Code is "ordinate-check" or "abscissa-check");
    }

    // Each letter followed by a 7: the letter's digit stands before it, its sign before both.
    [Theory]
    [InlineData("@ABCDEFGHI", "7 17 27 37 47 57 67 77 87 97")]
    [InlineData("abcdefghi", "-17 -27 -37 -47 -57 -67 -77 -87 -97")]
    public void Every_squeezed_letter_is_a_digit_with_its_sign(string letters, string ordinates) => Assert.Equal(
        ordinates.Split(' ').Select(float.Parse),
        Read("400" + string.Concat(letters.Select(letter => letter + "7")), letters.Length).Intensities);

    [Theory]
    [InlineData("%JKLMNOPQR", "7 17 27 37 47 57 67 77 87 97")]
    [InlineData("jklmnopqr", "-17 -27 -37 -47 -57 -67 -77 -87 -97")]
    public void Every_difference_letter_is_a_digit_with_its_sign(string letters, string differences)
    {
        var file = Read("400A000" + string.Concat(letters.Select(letter => letter + "7")), letters.Length + 1);

        Assert.Equal(differences.Split(' ').Select(float.Parse), file.Intensities.Zip(file.Intensities.Skip(1), (before, after) => after - before));
    }

    [Theory]
    [InlineData("S", 1)]
    [InlineData("T", 2)]
    [InlineData("U", 3)]
    [InlineData("V", 4)]
    [InlineData("W", 5)]
    [InlineData("X", 6)]
    [InlineData("Y", 7)]
    [InlineData("Z", 8)]
    [InlineData("s", 9)]
    [InlineData("S0", 10)]
    [InlineData("T5", 25)]
    public void Every_duplication_letter_counts_the_item_it_repeats(string letters, int count)
    {
        Assert.Equal([.. Enumerable.Repeat(4f, count), 1, 2, 3], Read($"400D{letters}ABC", count + 3).Intensities);
        Assert.Equal([0f, .. Enumerable.Range(1, count).Select(i => 2f * i), 9, 8, 7], Read($"400@K{letters}IHG", count + 4).Intensities);
    }

    [Fact]
    public void The_check_ordinate_of_a_difference_line_is_dropped()
    {
        var file = Read("100A0JJ\n102A2JK\n104A5j\n", 6, first: 100);

        Assert.Equal([10, 11, 12, 13, 15, 14], file.Intensities);
        Assert.Empty(file.Diagnostics);
    }

    [Fact]
    public void A_check_that_fails_is_named_with_its_line_and_the_line_s_own_ordinate_counts()
    {
        var file = Read("100A0JJ\n102A3JK\n104A6j\n", 6, first: 100);

        Assert.Equal([10, 11, 13, 14, 16, 15], file.Intensities);
        var found = Assert.Single(file.Diagnostics);
        Assert.Equal(
            ("ordinate-check", 11, "expected the line to begin with the last ordinate again, 12, but found 13; from here on the line's own counts."),
            (found.Code, found.Line, found.Text));
    }

    [Fact]
    public void Factors_scale_abscissas_and_ordinates()
    {
        var file = Read("200 1 2\n204 3 5\n", 4, first: 100, more: "##XFACTOR=0.5\n##YFACTOR=0.25\n##FIRSTY=0.25\n##DELTAX=1\n");

        Assert.Equal([100, 101, 102, 103], file.Wavenumbers);
        Assert.Equal([0.25f, 0.5f, 0.75f, 1.25f], file.Intensities);
        Assert.Empty(file.Diagnostics);
    }

    [Fact]
    public void A_decreasing_axis_is_reversed()
    {
        var file = Text("##TITLE=q\n##JCAMP-DX=4.24\n##XUNITS=1/CM\n##FIRSTX=103\n##LASTX=100\n##NPOINTS=4\n##XYDATA=(X++(Y..Y))\n103 1 2 3 5\n##END=\n");

        Assert.Equal([5, 3, 2, 1], file.Intensities);
        Assert.Contains(file.Diagnostics, found => found.Code == "decreasing-wavenumbers");
    }

    [Fact]
    public void Contradictions_of_the_header_are_noted()
    {
        var file = Read("100 1 2\n300 3 5\n", 4, first: 100, more: "##FIRSTY=9\n##DELTAX=2\n");

        Assert.Equal(["header-conflict", "abscissa-check"], file.Diagnostics.Select(found => found.Code));
        Assert.Contains("##DELTAX= is 2 but FIRSTX, LASTX and NPOINTS give 1", file.Diagnostics[0].Text, StringComparison.Ordinal);
        Assert.Contains("Line 11 begins at 300 but FIRSTX, LASTX and NPOINTS put it at 102", file.Diagnostics[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_ordinates_leave_their_points_out()
    {
        var file = Read("400A?CDEF", 6);

        Assert.Equal([1, 3, 4, 5, 6], file.Intensities);
        Assert.Equal([400, 402, 403, 404, 405], file.Wavenumbers);
        Assert.Equal("missing-ordinate", Assert.Single(file.Diagnostics).Code);
    }

    [Theory]
    [InlineData("100, 1; 101, 2; 102, 4; 103, 3")]
    [InlineData("100,1 101,2\n102,4 103,3\n")]
    [InlineData("100 1\n101 2\n102 4\n103 3E0\n")]
    public void Pairs_are_read(string pairs)
    {
        var file = Text($"##TITLE=q\n##JCAMP-DX=5.01\n##XUNITS=RAMAN SHIFT (CM-1)\n##XFACTOR=2\n##YFACTOR=10\n##NPOINTS=4\n##XYPOINTS=(XY..XY)\n{pairs}\n##END=\n");

        Assert.Equal([200, 202, 204, 206], file.Wavenumbers);
        Assert.Equal([10, 20, 40, 30], file.Intensities);
    }

    [Fact]
    public void Of_linked_blocks_the_first_spectrum_is_taken_and_that_is_said()
    {
        var block = Block("100 1 2 4 3", 4, 100, "");
        var file = Text($"##TITLE=two\n##JCAMP-DX=4.24\n##DATA TYPE=LINK\n##BLOCKS=2\n{block}{block.Replace("4 3", "8 9", StringComparison.Ordinal)}##END=\n");

        Assert.Equal([1, 2, 4, 3], file.Intensities);
        Assert.Equal("first-of-several", Assert.Single(file.Diagnostics).Code);
        Assert.Equal("quartz", file.Labels.First(label => label.Key == "TITLE").Value);
    }

    [Fact]
    public void Labels_are_compared_without_blanks_and_case_and_values_may_run_on()
    {
        var file = Text("##title=q\n##Jcamp-dx=4.24 $$ hand made\n##origin=a mine\nin Sweden\n##X UNITS=1/CM\n##First_X=1\n##last-x=4\n##N POINTS=4\n##XY/DATA=(X++ (Y..Y))\n1 1 2 4 3\n##end=\n");

        Assert.Equal([1, 2, 4, 3], file.Intensities);
        Assert.Contains(new("origin", "a mine\nin Sweden"), file.Labels);
    }

    [Theory]
    [InlineData("##XYDATA=(X++(R..R))\n1 2\n", "q.jdx(6): expected the form (X++(Y..Y)) or (XY..XY) but found '(X++(R..R))'.")]
    [InlineData("##PEAK TABLE=(XY..XY)\n1,2\n", "q.jdx(6): expected ##XYDATA= or ##XYPOINTS= but found only '##PEAK TABLE=(XY..XY)'. Export the spectrum itself.")]
    [InlineData("##NTUPLES=NMR\n", "q.jdx(6): expected ##XYDATA= or ##XYPOINTS= but found only '##NTUPLES=NMR'. Export the spectrum itself.")]
    [InlineData("##OWNER=me\n", "q.jdx: expected ##XYDATA= or ##XYPOINTS= but found neither.")]
    [InlineData("##XYDATA=(X++(Y..Y))\n1 2 3\n", "q.jdx(6): expected ##NPOINTS= above the data, which cannot be placed without it, but found none.")]
    [InlineData("##NPOINTS=4\n##XYDATA=(X++(Y..Y))\n1 2 3 4\n", "q.jdx(7): expected 4 ordinates (##NPOINTS=) but found 3. The file may have been cut.")]
    [InlineData("##NPOINTS=4\n##XYDATA=(X++(Y..Y))\n1 2 3 4 5 6\n", "q.jdx(8): expected 4 ordinates (##NPOINTS=) but found more.")]
    [InlineData("##NPOINTS=4\n##XYDATA=(X++(Y..Y))\n1A S99999999999\n", "q.jdx(8): expected 4 ordinates (##NPOINTS=) but found more.")]
    [InlineData("##NPOINTS=1E9\n##XYDATA=(X++(Y..Y))\n1A\n", "q.jdx(7): expected NPOINTS from 1 to 1048576 but found 1000000000.")]
    [InlineData("##NPOINTS=four\n##XYDATA=(X++(Y..Y))\n1A\n", "q.jdx(6): expected ##NPOINTS= and a number but found 'four'.")]
    [InlineData("##NPOINTS=4\n##XYDATA=(X++(Y..Y))\n1 2 ! 4\n", "q.jdx(8): expected an ordinate but found '! 4'.")]
    [InlineData("##NPOINTS=4\n##XYDATA=(X++(Y..Y))\n1J\n", "q.jdx(8): expected an ordinate but found 'J'.")]
    [InlineData("##NPOINTS=4\n##XYDATA=(X++(Y..Y))\nx\n", "q.jdx(8): expected an abscissa at the beginning of the line but found 'x'.")]
    [InlineData("##XYPOINTS=(XY..XY)\n1,2 3\n", "q.jdx(7): expected pairs 'x, y' but found a number without its partner at the end of '1,2 3'.")]
    [InlineData("##NPOINTS=9\n##XYPOINTS=(XY..XY)\n1,2 2,3\n3,4 4,4\n", "q.jdx(7): expected 9 points (##NPOINTS=) but found 4. The file may have been cut.")]
    public void What_cannot_be_read_is_refused_with_its_line(string rest, string message) => Assert.Equal(
        message,
        Assert.Throws<SpectrumTextException>(() => Text($"##TITLE=q\n##JCAMP-DX=4.24\n##XUNITS=1/CM\n##FIRSTX=1\n##LASTX=4\n{rest}##END=\n")).Message);

    [Fact]
    public void Another_axis_is_refused_and_a_nameless_one_noted()
    {
        const string Rest = "##FIRSTX=1\n##LASTX=4\n##NPOINTS=4\n##XYDATA=(X++(Y..Y))\n1 1 2 4 3\n##END=\n";

        Assert.Equal(
            "q.jdx(7): expected ##XUNITS=1/CM but found 'NANOMETERS'. Export the spectrum over Raman shift.",
            Assert.Throws<SpectrumTextException>(() => Text("##TITLE=q\n##JCAMP-DX=4.24\n##XUNITS=NANOMETERS\n" + Rest)).Message);
        Assert.Equal("unit-assumed", Assert.Single(Text("##TITLE=q\n##JCAMP-DX=4.24\n" + Rest).Diagnostics).Code);
    }

    private static SpectrumFile Read(string table, int points, int first = 400, string more = "") =>
        Text(Block(table, points, first, more.Length > 0 ? more : "##OWNER=me\n##ORIGIN=here\n"));

    private static string Block(string table, int points, int first, string more) =>
        $"##TITLE=quartz\n##JCAMP-DX=4.24\n##XUNITS=1/CM\n##FIRSTX={first}\n##LASTX={first + points - 1}\n##NPOINTS={points}\n{more}##XYDATA=(X++(Y..Y))\n{table}\n##END=\n";

    private static SpectrumFile Text(string text) => SpectrumReader.Read(Encoding.UTF8.GetBytes(text), "q.jdx");
}
