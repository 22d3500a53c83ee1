using System.IO.Compression;

namespace RruffGeo.Spectra.Tests;

public sealed class SpectrumArchiveTests : IDisposable
{
    private const string Name = "Quartz__R040031__Raman__532__0__unoriented__Raman_Data_RAW__1.txt";

    private static readonly ArchiveLimits Limits = new(MemberBytes: 1 << 20, Inflation: 200, Members: 10);

    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo").FullName;

    private string Zip => Path.Combine(folder, "Raman.zip");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(Name, MemberKind.Spectrum)]
    [InlineData("folder/" + Name, MemberKind.Spectrum)]
    [InlineData("readme.txt", MemberKind.Other)]
    [InlineData("cache.npy", MemberKind.Other)]
    [InlineData("__MACOSX/" + Name, MemberKind.Other)]
    [InlineData("more.ZIP", MemberKind.NestedArchive)]
    [InlineData("../../x", MemberKind.Unsafe)]
    [InlineData("a/../" + Name, MemberKind.Unsafe)]
    [InlineData("/etc/" + Name, MemberKind.Unsafe)]
    [InlineData("C:" + Name, MemberKind.Unsafe)]
    [InlineData("..\\" + Name, MemberKind.Unsafe)]
    [InlineData("a\n" + Name, MemberKind.Unsafe)]
    public void A_path_says_what_its_member_is(string path, MemberKind kind) => Assert.Equal(kind, ArchiveMember.KindOf(path));

    [Fact]
    public void Members_come_in_ordinal_order_without_folders()
    {
        Write(("b", "1"), ("a/", ""), ("a/z", "2"), ("B", "3"));
        using var archive = SpectrumArchive.Open(Zip, Limits);

        Assert.Equal(["B", "a/z", "b"], archive.ListMembers().Select(member => member.Path));
        Assert.Equal(["3", "2", "1"], archive.ListMembers().Select(member => System.Text.Encoding.UTF8.GetString(archive.Read(member))));
    }

    [Fact]
    public void A_member_larger_than_the_first_buffer_is_read_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i},{i}\n"));
        Write(("a", text));
        using var archive = SpectrumArchive.Open(Zip, Limits with { MemberBytes = 10 << 20 });

        Assert.Equal(text, System.Text.Encoding.UTF8.GetString(archive.Read(archive.ListMembers()[0])));
    }

    [Fact]
    public void A_member_over_the_size_is_refused()
    {
        Write(("a", new string('x', 2 << 20)));

        Assert.Equal("too-large", ReadFirst(Limits with { Inflation = 10_000 }).Code);
    }

    [Fact]
    public void A_member_out_of_proportion_is_refused()
    {
        Write(("a", new string('x', 1 << 19)));

        Assert.Equal("zip-bomb", ReadFirst(Limits).Code);
    }

    [Fact]
    public void A_size_that_the_directory_understates_is_not_believed()
    {
        Write(("a", string.Join(',', Enumerable.Range(0, 5_000))));
        Patch(directoryOffset: 24, value: 100);

        Assert.Equal("damaged-member", ReadFirst(Limits).Code);
    }

    [Fact]
    public void A_checksum_that_does_not_fit_is_damage()
    {
        Write(("a", "text"));
        Patch(directoryOffset: 16, value: 1);

        var fault = ReadFirst(Limits);

        Assert.Equal("damaged-member", fault.Code);
    }

    [Fact]
    public void More_members_than_allowed_are_refused()
    {
        Write([.. Enumerable.Range(0, 11).Select(i => ($"{i}", "x"))]);

        Assert.Contains("11 members, more than the 10 allowed", Assert.Throws<InvalidDataException>(() => SpectrumArchive.Open(Zip, Limits)).Message);
    }

    [Fact]
    public void Members_that_overlap_are_refused()
    {
        Write(("a", "text"));
        Patch(directoryOffset: 20, value: 1_000_000);

        Assert.Throws<InvalidDataException>(() => SpectrumArchive.Open(Zip, Limits));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(60)]
    public void A_truncated_archive_is_named_with_what_to_do(int length)
    {
        Write(("a", "text"));
        File.WriteAllBytes(Zip, File.ReadAllBytes(Zip)[..length]);

        var error = Assert.Throws<InvalidDataException>(() => SpectrumArchive.Open(Zip, Limits));

        Assert.StartsWith($"{Zip}: expected a complete zip archive of spectra but: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Get the archive again, or take it out of the folder.", error.Message, StringComparison.Ordinal);
        File.Delete(Zip);
    }

    private ArchiveMemberException ReadFirst(ArchiveLimits limits)
    {
        using var archive = SpectrumArchive.Open(Zip, limits);
        return Assert.Throws<ArchiveMemberException>(() => archive.Read(archive.ListMembers()[0]).Length);
    }

    private void Write(params (string Path, string Text)[] members)
    {
        using var zip = ZipFile.Open(Zip, ZipArchiveMode.Create);
        foreach (var (path, text) in members)
        {
            using var writer = new StreamWriter(zip.CreateEntry(path).Open());
            writer.Write(text);
        }
    }

    /// <summary>Changes a field of the one entry in the central directory (signature PK 01 02).</summary>
    private void Patch(int directoryOffset, int value)
    {
        var bytes = File.ReadAllBytes(Zip);
        var at = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(at + directoryOffset), value);
        File.WriteAllBytes(Zip, bytes);
    }
}
