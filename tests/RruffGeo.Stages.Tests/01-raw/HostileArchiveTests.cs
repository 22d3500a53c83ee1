namespace RruffGeo.Stages.Tests;

public sealed class HostileArchiveTests : IDisposable
{
    private readonly TestArchives archives = new();

    public void Dispose() => archives.Dispose();

    [Fact]
    public void No_archive_at_all_is_refused() =>
        Assert.StartsWith("Expected at least one archive", Assert.Throws<ArgumentException>(() => archives.Run()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_truncated_archive_stops_the_run_and_leaves_no_table()
    {
        var good = archives.Write("a.zip", (TestArchives.Name(), TestArchives.Spectrum()));
        var bad = archives.Write("b.zip", (TestArchives.Name(), TestArchives.Spectrum()));
        File.WriteAllBytes(bad, File.ReadAllBytes(bad)[..100]);

        var error = Assert.Throws<InvalidDataException>(() => archives.Run(good, bad));

        Assert.StartsWith($"{bad}: expected a complete zip archive of spectra but: ", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(archives.LastDestination));
    }

    [Fact]
    public void An_archive_whose_members_are_all_damaged_stops_the_run()
    {
        var good = archives.Write("a.zip", (TestArchives.Name(), TestArchives.Spectrum()));
        var bad = archives.Write("b.zip", (TestArchives.Name(), TestArchives.Spectrum()));
        Damage(bad, TestArchives.Name());

        var error = Assert.Throws<InvalidDataException>(() => archives.Run(good, bad));

        Assert.Contains("none of its 1 spectrum files can be inflated", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(archives.LastDestination));
    }

    [Fact]
    public void One_damaged_member_is_rejected_and_the_others_are_read()
    {
        var archive = archives.Write(
            "a.zip", (TestArchives.Name(suffix: "1"), TestArchives.Spectrum()), (TestArchives.Name(suffix: "2"), TestArchives.Spectrum()));
        Damage(archive, TestArchives.Name(suffix: "1"));

        var raw = archives.Run(archive);

        Assert.Equal(TestArchives.Name(suffix: "2"), Assert.Single(raw.Descriptions).Member);
        Assert.Equal(("file", "damaged-member"), (raw.Rejected[0].Scope, raw.Rejected[0].Code));
    }

    [Fact]
    public void A_zip_bomb_is_rejected_and_the_others_are_read()
    {
        var raw = archives.Run(archives.Write(
            "a.zip", (TestArchives.Name(suffix: "1"), TestArchives.Spectrum()), (TestArchives.Name(suffix: "2"), new string(' ', 3 << 20))));

        Assert.Single(raw.Descriptions);
        Assert.Equal("zip-bomb", Assert.Single(raw.Rejected).Code);
    }

    [Fact]
    public void A_member_over_the_limit_is_rejected()
    {
        var raw = archives.Run(
            new RawParameters { MaximumMemberBytes = 1024 },
            archives.Write("a.zip", (TestArchives.Name(suffix: "1"), TestArchives.Spectrum()), (TestArchives.Name(suffix: "2"), TestArchives.Spectrum(points: 400))));

        Assert.Single(raw.Descriptions);
        Assert.Equal("too-large", Assert.Single(raw.Rejected).Code);
    }

    [Fact]
    public void Archives_without_one_readable_spectrum_stop_the_run()
    {
        var error = Assert.Throws<InvalidDataException>(() => archives.Run(archives.Write("a.zip", (TestArchives.Name(), "words"), ("readme.txt", "x"))));

        Assert.Contains("expected spectra but none could be read (1 files rejected, 1 other files", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_run_leaves_no_table()
    {
        var archive = archives.Write("a.zip", (TestArchives.Name(), TestArchives.Spectrum()));
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => ReadSpectra.Run(
            new RawFiles([new ArchiveFile(archive, "", 1)], Simulated: true), new RawParameters(), archives.Stage(cancellation.Token)));

        Assert.Empty(Directory.GetFiles(archives.LastDestination));
    }

    /// <summary>Overwrites the first stored bytes of a member; they follow its local header and its name.</summary>
    private static void Damage(string archive, string member)
    {
        var bytes = File.ReadAllBytes(archive);
        var at = bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(member)) + member.Length;
        bytes.AsSpan(at, 8).Fill(0xFF);
        File.WriteAllBytes(archive, bytes);
    }
}
