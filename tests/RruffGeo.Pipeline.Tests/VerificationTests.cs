using RruffGeo.Pipeline.Files;
using RruffGeo.Pipeline.Upkeep;

namespace RruffGeo.Pipeline.Tests;

public sealed class VerificationTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void A_sound_store_has_no_damage()
    {
        Make("quartz");
        var report = Checked();
        Assert.Empty(report.Damaged);
        Assert.Equal((2, 1, 12), (report.Files, report.Records, report.Bytes));
    }

    [Fact]
    public void A_bit_flipped_behind_every_time_stamp_is_found_quarantined_and_made_anew()
    {
        Make("quartz");
        Rot(sandbox.Blobs()[0]);
        Assert.Equal(StageVerdict.UpToDate, Make("quartz").Verdict);

        var damaged = Assert.Single(Checked().Damaged);

        Assert.Equal(DamageRemedy.Quarantined, damaged.Remedy);
        Assert.Empty(sandbox.Blobs());
        Assert.Equal("puartz", File.ReadAllText(Assert.Single(sandbox.Quarantined())));
        sandbox.Engine = sandbox.NewEngine();
        Assert.Equal(StageVerdict.Ran, Make("quartz").Verdict);
        Assert.Equal("quartz", File.ReadAllText(Assert.Single(sandbox.Blobs())));
        Assert.Empty(Checked().Damaged);
    }

    [Fact]
    public void A_bit_flipped_in_a_laid_out_file_is_found_and_restored()
    {
        Make("quartz");
        Rot(sandbox.Output("01-raw/result.txt"));

        Assert.Equal(DamageRemedy.RestoredNext, Assert.Single(Checked().Damaged).Remedy);

        sandbox.Engine = sandbox.NewEngine();
        Assert.Equal(StageVerdict.Restored, Make("quartz").Verdict);
        Assert.Equal("quartz", File.ReadAllText(sandbox.Output("01-raw/result.txt")));
    }

    [Fact]
    public void A_bit_flipped_in_an_artifact_that_stays_in_the_store_is_made_anew_in_both_places()
    {
        var request = sandbox.Stage("00-corpus", "quartz") with { Materialise = false };
        var made = sandbox.Produce(request);
        sandbox.Engine.WriteLock();
        Rot(sandbox.Blobs()[0]);

        Assert.Single(Checked().Damaged);

        sandbox.Engine = sandbox.NewEngine();
        Assert.Equal(StageVerdict.Ran, sandbox.Produce(request).Verdict);
        Assert.Equal("quartz", File.ReadAllText(Path.Combine(made.Folder, "result.txt")));
    }

    [Fact]
    public void A_damaged_record_is_quarantined()
    {
        Make("quartz");
        File.WriteAllText(sandbox.Records()[0], "{}");
        Assert.Equal(sandbox.Records()[0], Assert.Single(Checked().Damaged).Path);
        Assert.Empty(sandbox.Records());
    }

    [Fact]
    public void Every_single_flipped_bit_is_found()
    {
        Make("quartz");
        var blob = sandbox.Blobs()[0];
        var whole = File.ReadAllBytes(blob);
        for (var bit = 0; bit < 8 * whole.Length; bit += 5)
        {
            var bytes = (byte[])whole.Clone();
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            Write(blob, bytes);
            Assert.Single(Checked().Damaged);
            File.WriteAllBytes(blob, whole);
        }
    }

    private StageResult Make(string content)
    {
        var result = sandbox.Produce(sandbox.Stage("01-raw", content));
        sandbox.Engine.WriteLock();
        return result;
    }

    private VerificationReport Checked() => StoreVerification.Run(
        PipelineStore.Open(sandbox.StoreFolder), [sandbox.RunFolder], (_, _) => { }, TestContext.Current.CancellationToken);

    /// <summary>Changes the first byte, sets the time back, and makes the memo believe the new stamp, as if no stamp had changed.</summary>
    private void Rot(string file)
    {
        var memo = Path.Combine(sandbox.StoreFolder, "memo");
        var (before, time) = (FileStamp.Of(file).ToString()!, File.GetLastWriteTimeUtc(file));
        Write(file, [.. "p"u8, .. File.ReadAllBytes(file).AsSpan(1)]);
        File.SetLastWriteTimeUtc(file, time);
        File.WriteAllText(memo, File.ReadAllText(memo).Replace(before, FileStamp.Of(file).ToString(), StringComparison.Ordinal));
        sandbox.Engine = sandbox.NewEngine();
    }

    private static void Write(string file, byte[] bytes)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(file))
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllBytes(file, bytes);
    }
}
