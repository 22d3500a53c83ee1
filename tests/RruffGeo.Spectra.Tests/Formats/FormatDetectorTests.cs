using System.Text;

namespace RruffGeo.Spectra.Tests;

public sealed class FormatDetectorTests
{
    [Theory]
    [InlineData("##NAMES=Quartz\n##RRUFFID=R040031\n1, 2\n2, 3\n3, 5\n4, 6\n##END=\n", SpectrumFormat.Rruff)]
    [InlineData("\uFEFF##names=Quartz\r\n1, 2\r\n2, 3\r\n3, 5\r\n4, 6\r\n", SpectrumFormat.Rruff)]
    [InlineData("##TITLE=q\n##JCAMP-DX=4.24\n##XYPOINTS=(XY..XY)\n1,2 2,3 3,5 4,6\n##END=\n", SpectrumFormat.JcampDx)]
    [InlineData("1,2\n2,3\n3,5\n4,6\n", SpectrumFormat.TextTable)]
    [InlineData("## a comment in a table\n1,2\n2,3\n3,5\n4,6\n", SpectrumFormat.TextTable)]
    [InlineData("xK;y\n1;2\n2;3\n3;5\n4;6\n", SpectrumFormat.TextTable)]
    public void The_content_decides_whatever_the_file_is_called(string text, SpectrumFormat format)
    {
        foreach (var name in (string[])["a.spc", "a.jdx", "a.txt", "a"])
        {
            var file = SpectrumReader.Read(Encoding.UTF8.GetBytes(text), name);
            Assert.Equal(format, file.Format);
            Assert.Equal([2, 3, 5, 6], file.Intensities);
        }

        Assert.Equal(SpectrumFormat.Spc, SpectrumReader.Read(SpcReaderTests.Valid(), "a.txt").Format);
    }

    [Fact]
    public void A_rruff_file_keeps_what_its_reader_says()
    {
        var file = SpectrumReader.Read("##NAMES=Quartz\n##LOCALITY=Mogok\n# note\n1, 2\n2, -\n3, 5\n4, 6\n5, 1\n"u8, "a.txt");

        Assert.Equal([new("NAMES", "Quartz"), new("LOCALITY", "Mogok")], file.Labels);
        Assert.Equal(["3 comment-line", "5 stray-line", "0 no-end-mark"], file.Diagnostics.Select(found => $"{found.Line} {found.Code}"));
    }

    [Theory]
    [InlineData("", "a(byte 0): expected a spectrum but the file is empty.")]
    [InlineData("PK\u0003\u0004zip", "a(byte 0): expected a spectrum but found a zip archive; unpack it and give one of its files.")]
    [InlineData("WDF1\u0001", "a(byte 0): expected a spectrum but found a Renishaw WDF file; export it as text.")]
    [InlineData("abc\u0000", "a(byte 3): expected text or an SPC file but found a zero byte. Text tables, RRUFF files, JCAMP-DX and SPC are read.")]
    public void What_is_no_spectrum_is_called_by_its_name(string content, string message) =>
        Assert.Equal(message, Assert.Throws<SpectrumBytesException>(() => SpectrumReader.Read(Encoding.Latin1.GetBytes(content), "a")).Message);

    [Fact]
    public void A_file_beyond_the_limit_is_refused_before_it_is_read()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("rruffgeo-large-").FullName, "large.csv");
        using (var stream = File.Create(path))
            stream.SetLength(SpectrumReader.MaximumBytes + 1L);

        var error = Assert.Throws<SpectrumBytesException>(() => SpectrumReader.ReadFile(path));

        Assert.Equal("large.csv(byte 0): expected at most 67108864 bytes but found 67108865. Give the file of one spectrum.", error.Message);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
