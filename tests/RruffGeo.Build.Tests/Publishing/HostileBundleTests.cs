using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using RruffGeo.Build.Publishing;

namespace RruffGeo.Build.Tests.Publishing;

public sealed class HostileBundleTests : IDisposable
{
    private static readonly BundleReader.Limits small = new(Files: 5, ArchiveBytes: 1 << 20, FileBytes: 3 << 20, Bytes: 5 << 20, Ratio: 100);
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("../evil.sh")]
    [InlineData("08-paper/../../evil.sh")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/evil.exe")]
    [InlineData("08-paper\\evil.exe")]
    [InlineData("08-paper/")]
    [InlineData("08-paper//report.html")]
    [InlineData("./report.html")]
    [InlineData("report.html ")]
    [InlineData("nul\u0000.html")]
    [InlineData("line\nbreak")]
    public void A_name_that_leads_elsewhere_is_refused(string name) => Assert.StartsWith($"Refused: '{BundleReader.Printable(name)}' is no plain path inside the bundle.", Refusal(Zip((name, "x", 0))), StringComparison.Ordinal);

    [Theory]
    [InlineData("report.html")]
    [InlineData("REPORT.html")]
    public void A_name_that_is_there_twice_is_refused(string second) =>
        Assert.StartsWith($"Refused: '{second}' is there twice", Refusal(Zip(("report.html", "x", 0), (second, "y", 0))), StringComparison.Ordinal);

    [Theory]
    [InlineData(0xA1FF, "a symbolic link")]
    [InlineData(0x41ED, "no plain file")]
    [InlineData(0x21B6, "no plain file")]
    public void What_is_no_plain_file_is_refused(int mode, string what) =>
        Assert.StartsWith($"Refused: 'report.html' is {what}.", Refusal(Zip(("report.html", "/etc/passwd", mode << 16))), StringComparison.Ordinal);

    [Fact]
    public void A_bomb_is_refused_by_its_ratio() =>
        Assert.Matches("^Refused: 'zeros' would grow [0-9]+-fold, more than 100-fold", Refusal(Zip(("zeros", new string('0', 2 << 20), 0))));

    [Fact]
    public void A_bomb_is_refused_by_the_length_of_a_file() =>
        Assert.StartsWith("Refused: 'zeros' would have 4194304 bytes", Refusal(Zip(("zeros", new string('0', 4 << 20), 0))), StringComparison.Ordinal);

    [Fact]
    public void A_bomb_is_refused_by_the_length_of_all_files()
    {
        var noise = Convert.ToBase64String([.. Enumerable.Range(0, 3 << 18).Select(i => (byte)(i * 2654435761L >> 13))]);
        Assert.Matches(
            "^Refused: 'f5' would have [0-9]+ bytes, [0-9]+ with those before it",
            Refusal([.. Zip([.. Enumerable.Range(0, 6).Select(i => ($"f{i}", noise, 0))])], small with { ArchiveBytes = 1 << 30, Files = 9, Ratio = 1 << 20 }));
    }

    [Fact]
    public void A_bomb_is_refused_by_the_number_of_files_before_they_are_looked_at()
    {
        var zip = Zip([.. Enumerable.Range(0, 6).Select(i => ($"f{i}", "x", 0))]);
        Assert.StartsWith("Refused: it says that it holds 6 files, more than 5.", Refusal(zip), StringComparison.Ordinal);
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(zip.Length - 12), ushort.MaxValue);
        Assert.StartsWith("Refused: it says that it holds 65,535 files or more, more than 5.", Refusal(zip), StringComparison.Ordinal);
    }

    // No byte more than the directory says is read; what is read has another digest than the file that was published.
    [Fact]
    public void A_directory_that_lies_about_a_length_gets_no_more_than_it_says()
    {
        var zip = Zip(("report.html", "0123456789", 0));
        var directory = zip.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(directory + 24), 4);
        File.WriteAllBytes(path, zip);
        Assert.InRange(Assert.Single(BundleReader.Read(path, small)).Content.Length, 0, 4);
    }

    [Fact]
    public void What_is_too_long_no_archive_or_cut_off_is_refused()
    {
        Assert.StartsWith("Refused: it has 1048577 bytes, more than 1048576.", Refusal(new byte[(1 << 20) + 1]), StringComparison.Ordinal);
        Assert.StartsWith("Refused: it is no zip archive.", Refusal("hello"u8.ToArray()), StringComparison.Ordinal);
        Assert.StartsWith("Refused: it is no zip archive.", Refusal([]), StringComparison.Ordinal);
        Assert.StartsWith("Refused: ", Refusal(Zip(("report.html", "x", 0))[40..]), StringComparison.Ordinal);
        Assert.StartsWith("Refused: it is no zip archive.", Refusal(Zip(("report.html", "x", 0))[..^30]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello\n", "line 1")]
    [InlineData("{0}  a\n{0}  a\n", "line 2: this path stood above already")]
    [InlineData("{0}  a\n\n", "line 2")]
    [InlineData("{0} a\n", "line 1")]
    [InlineData("{0}  ../a\n", "line 1")]
    [InlineData("{0}  /etc/passwd\n", "line 1")]
    [InlineData("{0}  SHA256SUMS\n", "line 1")]
    [InlineData("{0} *a\n", "line 1")]
    [InlineData("{0}  a\r\n", "line 1")]
    [InlineData("\\{0}  a\\nb\n", "line 1")]
    [InlineData("{1}  a\n", "line 1")]
    [InlineData("{0}  a", "line 1: the last line has no end")]
    public void A_strange_line_of_SHA256SUMS_is_refused_with_its_number(string text, string place)
    {
        var digest = new string('a', 64);
        var error = Assert.Throws<InvalidDataException>(() => Checksums.Parse(Encoding.UTF8.GetBytes(text.Replace("{0}", digest, StringComparison.Ordinal).Replace("{1}", digest.ToUpperInvariant(), StringComparison.Ordinal))));
        Assert.StartsWith($"SHA256SUMS, {place}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_cannot_steer_the_terminal() => Assert.Equal("\\u001b[2J\\u202eexe.", BundleReader.Printable("\u001b[2J\u202eexe."));

    [Fact]
    public void A_hostile_bundle_ends_with_1_and_a_sentence_and_a_missing_one_with_2()
    {
        File.WriteAllBytes(path, Zip(("../evil.sh", "x", 0)));
        var run = HostRun.Of("--target=VerifyBundle", $"--bundle={path}");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Refused: '../evil.sh' is no plain path inside the bundle. A bundle made by --target=Publish never is like that; nothing was unpacked.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
        Assert.Equal("--target=VerifyBundle needs a bundle: --bundle=FILE, as --target=Publish writes it.", Typed.Mistakes("target=VerifyBundle"));
        Assert.EndsWith("none.zip does not exist.", Typed.Mistakes("target=VerifyBundle", "bundle=none.zip"), StringComparison.Ordinal);
        Assert.Equal("--bundle goes with --target=VerifyBundle. Add it, or leave it out.", Typed.Mistakes("target=Paper", $"bundle={path}"));
    }

    private static byte[] Zip(params (string Name, string Content, int Attributes)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content, attributes) in entries)
            {
                var entry = zip.CreateEntry(name);
                entry.ExternalAttributes = attributes;
                using var writer = new StreamWriter(entry.Open());
                writer.Write(content);
            }

        return stream.ToArray();
    }

    private string Refusal(byte[] zip) => Refusal(zip, small);

    private string Refusal(byte[] zip, BundleReader.Limits limits)
    {
        File.WriteAllBytes(path, zip);
        return Assert.Throws<InvalidDataException>(() => BundleReader.Read(path, limits)).Message;
    }
}
