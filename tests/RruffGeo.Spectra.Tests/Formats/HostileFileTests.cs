using System.Text;
using CsCheck;

namespace RruffGeo.Spectra.Tests;

public sealed class HostileFileTests
{
    // What a reader may take of memory: a fixed amount, and a multiple of the file. Points are kept in lists that double, then copied.
    private const long FixedBytes = 1 << 20;
    private const long BytesPerByte = 250;
    private const long BytesPerPoint = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, byte[]> Valid = new()
    {
        ["rruff"] = Encoding.UTF8.GetBytes("##NAMES=Quartz\n##LOCALITY=Långban &#931;\nmore\n\n100.5, 1E2\r\n101\t2.5\n102 -3\n103.25, 4e-2\n# c\n104, -\n##END=\n"),
        ["table"] = Encoding.UTF8.GetBytes("# by hand\nShift;Counts\n100,5;1\n101,5;2,5\n102,5;-3\n103,5;4e2\n104,5;nan\n"),
        ["jcamp"] = Encoding.UTF8.GetBytes("##TITLE=q\n##JCAMP-DX=4.24 $$ c\n##XUNITS=1/CM\n##XFACTOR=1\n##YFACTOR=.5\n##FIRSTX=100\n##LASTX=109\n##NPOINTS=10\n##XYDATA=(X++(Y..Y))\n100A0JT%jU\n106@jU\n##END=\n"),
        ["pairs"] = Encoding.UTF8.GetBytes("##TITLE=q\n##JCAMP-DX=4.24\n##NPOINTS=4\n##XYPOINTS=(XY..XY)\n100,1; 101,2\n102,4 103,3\n##END=\n"),
        ["spc"] = SpcReaderTests.Valid(),
    };

    private static readonly Dictionary<string, string> Letters = new()
    {
        ["rruff"] = "0123456789+-.eE,\t \n\r#=&;xNaif\u00e9",
        ["table"] = "0123456789+-.eE,;\t \n\r#%\"x",
        ["jcamp"] = "0123456789+-.@ABDEISTZabdeirs%JKRjr? \n$#=,;",
        ["pairs"] = "0123456789+-.Ee ,;\n$#=",
        ["spc"] = "\0\u0001\u0004KLM@x\u0080",
    };

    public static TheoryData<string> Formats => new(Valid.Keys);

    [Fact]
    public void Any_bytes_give_a_spectrum_or_the_one_exception() =>
        Gen.Byte.Array[0, 700].Sample(bytes => { ReadOrRefuse(bytes); }, iter: 3_000);

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_valid_beginning_and_any_letters_of_the_format_give_a_spectrum_or_the_one_exception(string format) =>
        Gen.Select(Gen.Int[0, Valid[format].Length], Gen.Char[Letters[format]].Array[0, 200]).Sample(
            (length, letters) =>
            {
                var tail = format == "spc" ? Encoding.Latin1.GetBytes(letters) : Encoding.UTF8.GetBytes(letters);
                ReadOrRefuse([.. Valid[format].AsSpan(0, length), .. tail]);
            },
            iter: 3_000);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Any_damage_to_a_valid_file_gives_a_spectrum_or_the_one_exception(string format) =>
        Gen.Select(Gen.Int[0, Valid[format].Length - 1], Gen.Byte).Array[1, 6].Select(Gen.Int[0, Valid[format].Length]).Sample(
            (changes, length) =>
            {
                var bytes = Valid[format].ToArray();
                foreach (var (at, value) in changes)
                    bytes[at] = value;
                ReadOrRefuse(bytes.AsSpan(0, length));
            },
            iter: 3_000);

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_valid_files_are_valid(string format) => Assert.True(ReadOrRefuse(Valid[format]));

    // Each repeats what once cost, or might cost, the square of its length.
    [Theory]
    [InlineData("##NAMES=q\n", "##K{0}=v\n")]
    [InlineData("##NAMES=q\n", "and more\n")]
    [InlineData("##NAMES=q\n1,2\n", "1,x\n")]
    [InlineData("##TITLE=q\n##JCAMP-DX=4\n", "##K{0}=v\n")]
    [InlineData("##TITLE=q\n##JCAMP-DX=4\n", "and more\n")]
    [InlineData("##TITLE=q\n##JCAMP-DX=4\n##FIRSTX=1\n##LASTX=2\n##NPOINTS=1000000\n##XYDATA=(X++(Y..Y))\n", "1 2 3\n")]
    [InlineData("##TITLE=q\n##JCAMP-DX=4\n##XYPOINTS=(XY..XY)\n1,1 ", "{0},{0} ")]
    [InlineData("title\n", "{0};1\n")]
    [InlineData("1,2\n", "#{0}\n")]
    [InlineData("", "9")]
    [InlineData("", "9,")]
    [InlineData("", "\"")]
    public async Task Long_hostile_files_are_read_or_refused_in_bounded_time(string beginning, string repeated)
    {
        const int Repeats = 200_000;
        var text = new StringBuilder(beginning);
        for (var i = 0; i < Repeats; i++)
            text.Append(repeated.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var bytes = Encoding.UTF8.GetBytes(text.ToString());

        await Task.Run(() => ReadOrRefuse(bytes), TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_repetition_cannot_take_more_points_than_a_spectrum_has() => Assert.False(ReadOrRefuse(
        "##TITLE=q\n##JCAMP-DX=4\n##FIRSTX=1\n##LASTX=2\n##NPOINTS=1048576\n##XYDATA=(X++(Y..Y))\n1A S1048576 B\n"u8));

    private static bool ReadOrRefuse(ReadOnlySpan<byte> bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        SpectrumFile? file = null;
        try
        {
            file = SpectrumReader.Read(bytes, "file");
        }
        catch (SpectrumFormatException)
        {
            // The one exception that bad data may end in.
        }

        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        var points = bytes.IndexOf("NPOINTS"u8) < 0 ? 0 : MeasuredPoints.Maximum;
        Assert.True(taken <= FixedBytes + (BytesPerByte * bytes.Length) + (BytesPerPoint * points), $"{taken} bytes were taken for a file of {bytes.Length}.");
        if (file is null)
            return false;

        Assert.True(file.Wavenumbers.Length >= RruffReader.MinimumPoints && file.Wavenumbers.Length == file.Intensities.Length);
        Assert.Equal(-1, file.Intensities.AsSpan().IndexOfAny([float.NaN, float.PositiveInfinity, float.NegativeInfinity]));
        for (var i = 1; i < file.Wavenumbers.Length; i++)
            Assert.True(file.Wavenumbers[i - 1] < file.Wavenumbers[i]);
        return true;
    }
}
