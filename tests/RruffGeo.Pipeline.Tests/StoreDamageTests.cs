namespace RruffGeo.Pipeline.Tests;

public sealed class StoreDamageTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void An_edited_output_is_restored_and_the_edit_never_reaches_the_store()
    {
        var made = sandbox.Produce(Quartz);
        File.WriteAllText(sandbox.Output("01-raw/result.txt"), "QUARTZ");

        var result = sandbox.Produce(Quartz);

        Assert.Equal(made with { Verdict = StageVerdict.Restored }, result);
        Assert.Equal("quartz", File.ReadAllText(sandbox.Output("01-raw/result.txt")));
        Assert.Equal("quartz", File.ReadAllText(Assert.Single(sandbox.Blobs())));
    }

    [Fact]
    public void An_edit_that_keeps_size_and_time_is_restored_too()
    {
        sandbox.Produce(Quartz);
        var file = sandbox.Output("01-raw/result.txt");
        Forge(file);

        Assert.Equal(StageVerdict.Restored, sandbox.Produce(Quartz).Verdict);
        Assert.Equal("quartz", File.ReadAllText(file));
    }

    [Fact]
    public void A_deleted_output_or_one_replaced_by_a_link_is_restored()
    {
        sandbox.Produce(Quartz);
        File.Delete(sandbox.Output("01-raw/result.txt"));
        Assert.Equal(StageVerdict.Restored, sandbox.Produce(Quartz).Verdict);

        var elsewhere = Path.Combine(sandbox.Root, "elsewhere.txt");
        File.WriteAllText(elsewhere, "quartz");
        File.Delete(sandbox.Output("01-raw/result.txt"));
        File.CreateSymbolicLink(sandbox.Output("01-raw/result.txt"), elsewhere);

        Assert.Equal(StageVerdict.Restored, sandbox.Produce(Quartz).Verdict);
        Assert.Null(new FileInfo(sandbox.Output("01-raw/result.txt")).LinkTarget);
        Assert.Equal("quartz", File.ReadAllText(elsewhere));
    }

    [Fact]
    public void A_run_with_nothing_to_do_reads_no_artifact()
    {
        sandbox.Produce(Quartz);
        sandbox.Engine = sandbox.NewEngine();
        File.SetLastAccessTimeUtc(sandbox.Blobs()[0], DateTime.UnixEpoch);

        // Whoever wants to read the bytes cannot: the file is held by a lock that shares nothing.
        using var output = new FileStream(sandbox.Output("01-raw/result.txt"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal(StageVerdict.UpToDate, sandbox.Produce(Quartz).Verdict);
    }

    [Fact]
    public void A_flipped_byte_in_the_store_is_found_when_restored_and_the_stage_reruns()
    {
        var made = sandbox.Produce(Quartz);
        Directory.Delete(sandbox.RunFolder, recursive: true);
        Forge(sandbox.Blobs()[0]);
        sandbox.Engine = sandbox.NewEngine();

        var result = sandbox.Produce(Quartz);

        Assert.Equal(StageVerdict.Ran, result.Verdict);
        Assert.Equal(made.LogicalDigest, result.LogicalDigest);
        Assert.Equal("quartz", File.ReadAllText(sandbox.Output("01-raw/result.txt")));
        Assert.Equal("quartz", File.ReadAllText(Assert.Single(sandbox.Blobs())));
        Assert.Contains(sandbox.Quarantined(), file => File.ReadAllText(file) == "puartz");
        Assert.Contains("missing or damaged", Assert.Single(sandbox.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_that_rotted_without_a_trace_is_found_by_reading_the_copy()
    {
        sandbox.Produce(Quartz);
        sandbox.Engine.WriteLock();
        Directory.Delete(sandbox.RunFolder, recursive: true);
        var blob = sandbox.Blobs()[0];
        var memo = File.ReadAllText(Path.Combine(sandbox.StoreFolder, "memo"));
        var before = Stamp(blob);
        Forge(blob);
        File.WriteAllText(Path.Combine(sandbox.StoreFolder, "memo"), memo.Replace(before, Stamp(blob), StringComparison.Ordinal));
        sandbox.Engine = sandbox.NewEngine();

        Assert.Equal(StageVerdict.Ran, sandbox.Produce(Quartz).Verdict);
        Assert.Equal("quartz", File.ReadAllText(sandbox.Output("01-raw/result.txt")));
        Assert.Contains(sandbox.Quarantined(), file => File.ReadAllText(file) == "puartz");
    }

    [Fact]
    public void A_missing_blob_is_a_miss_even_while_the_output_is_there()
    {
        sandbox.Produce(Quartz);
        File.Delete(sandbox.Blobs()[0]);

        Assert.Equal(StageVerdict.Ran, sandbox.Produce(Quartz).Verdict);
        Assert.Single(sandbox.Blobs());
        Assert.Single(sandbox.Warnings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\0\0\0\0")]
    [InlineData("{\"format\":\"manifest/v1\"}")]
    [InlineData("{\"format\":\"manifest/v1\",\"key\":null,\"parts\":{},\"outputs\":[null],\"logical\":\"\",\"tookSeconds\":1,\"processorSeconds\":1,\"peakMemoryBytes\":1,\"producer\":\"\"}")]
    public void A_record_that_is_not_understood_is_a_miss(string content)
    {
        sandbox.Produce(Quartz);
        File.WriteAllText(Assert.Single(sandbox.Records()), content);

        Assert.Equal(StageVerdict.Ran, sandbox.Produce(Quartz).Verdict);
        Assert.Contains("record in the store is damaged", Assert.Single(sandbox.Warnings), StringComparison.Ordinal);
        Assert.Equal(StageVerdict.UpToDate, sandbox.Produce(Quartz).Verdict);
    }

    [Fact]
    public void Every_truncation_of_a_record_is_a_miss()
    {
        sandbox.Produce(Quartz);
        var record = Assert.Single(sandbox.Records());
        var whole = File.ReadAllBytes(record);
        var plan = sandbox.NewEngine();
        for (var length = 0; length < whole.Length - 2; length += 7)
        {
            File.WriteAllBytes(record, whole[..length]);
            Assert.Equal(StageVerdict.Ran, plan.Plan(Quartz).Verdict);
        }
    }

    [Theory]
    [InlineData("result.txt", "../../escaped.txt")]
    [InlineData("result.txt", "/tmp/escaped.txt")]
    [InlineData("result.txt", "a/../../escaped.txt")]
    [InlineData("quartz", "calcite")]
    public void A_forged_record_is_a_miss(string honest, string forged)
    {
        sandbox.Produce(Quartz);
        var record = Assert.Single(sandbox.Records());
        File.WriteAllText(record, File.ReadAllText(record).Replace(honest, forged, StringComparison.Ordinal));

        Assert.Equal(StageVerdict.Ran, sandbox.Produce(Quartz).Verdict);
        Assert.Empty(Directory.GetFiles(sandbox.Root, "escaped.txt", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_store_whose_memo_is_garbage_or_gone_still_restores()
    {
        var made = sandbox.Produce(Quartz);
        foreach (var content in (string[])["garbage\n1 2 3\n", ""])
        {
            File.WriteAllText(Path.Combine(sandbox.StoreFolder, "memo"), content);
            sandbox.Engine = sandbox.NewEngine();
            Assert.Equal(made with { Verdict = StageVerdict.UpToDate }, sandbox.Produce(Quartz));
        }
    }

    private StageRequest Quartz => sandbox.Stage("01-raw", "quartz");

    private static string Stamp(string path) => Files.FileStamp.Of(path).ToString()!;

    /// <summary>Changes the first byte and sets the time of the last write back.</summary>
    private static void Forge(string file)
    {
        var time = File.GetLastWriteTimeUtc(file);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using (var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite))
            stream.WriteByte((byte)'p');
        File.SetLastWriteTimeUtc(file, time);
    }
}
