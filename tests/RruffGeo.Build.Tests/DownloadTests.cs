using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using RruffGeo.Artifacts;
using RruffGeo.Build.Arguments;
using RruffGeo.Spectra;
using RruffGeo.Spectra.Tests;
using RruffGeo.Stages;

namespace RruffGeo.Build.Tests;

/// <summary>Downloads through the whole host, from a server on the loopback address whose archive is another vintage than the pinned one.</summary>
public sealed class DownloadTests : IDisposable
{
    private static readonly byte[] Archive = Zip();

    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo-download-").FullName;

    private string Shelf => Path.Combine(folder, "store", "archives");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Drift_stops_the_run_and_an_accepted_vintage_is_read_recorded_and_not_fetched_again()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Whole(Archive, "Last-Modified: Mon, 02 Nov 2026 10:00:00 GMT"));

        var stopped = HostRun.Of(Arguments(server, "--target=Raw"));
        Assert.Equal(1, stopped.ExitCode);
        Assert.Contains("expected  SHA-256 7126e24d174e051d584f6cd054f235c09b8c4ec0a498ecb6f56949ecd140dcd4, 277,354 bytes (2026)", stopped.Output, StringComparison.Ordinal);
        Assert.Contains($"found     SHA-256 {Digest}, {Archive.Length:N0} bytes, last modified 2026-11-02T10:00:00Z", stopped.Output, StringComparison.Ordinal);
        Assert.Contains("--accept-drift=fair_oriented", stopped.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", stopped.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "outputs", "rruff-paper", "01-raw")));

        var accepted = HostRun.Of(Arguments(server, "--target=Raw", "--accept-drift=fair_oriented"));
        Assert.Equal(0, accepted.ExitCode);
        Assert.Contains("Archives   1 of the 8 known archives of RRUFF, 1 of their 38,056 files (0.0 %).", accepted.Output, StringComparison.Ordinal);
        Assert.Contains("Not the pinned archives: fair_oriented.zip.", accepted.Output, StringComparison.Ordinal);
        var report = Assert.Single(new RawSpectra(Path.Combine(folder, "outputs", "rruff-paper", "01-raw")).Archives);
        Assert.Equal(("fair_oriented.zip", Digest, "accepted", "2026-11-02T10:00:00Z"), (report.Archive, report.Sha256, report.State, report.Accepted));

        var again = HostRun.Of(Arguments(server, "--target=Raw", "--accept-drift=fair_oriented", "--offline"));
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("Raw        up to date", again.Output, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void A_process_killed_in_mid_download_leaves_what_came_and_the_next_takes_up_from_there()
    {
        using var server = new LoopbackServer(
            _ => LoopbackAnswer.Whole(Archive, "ETag: \"v1\"") with { Cut = 700, Silence = TimeSpan.FromSeconds(30) },
            request => LoopbackAnswer.Ranged(request, Archive, "ETag: \"v1\""));
        using (var host = Start(Arguments(server, "--target=Raw", "--accept-drift=fair_oriented")))
        {
            var partial = Path.Combine(Shelf, "partial", "fair_oriented.zip");
            var clock = Stopwatch.StartNew();
            while ((!File.Exists(partial) || new FileInfo(partial).Length < 700) && clock.Elapsed < TimeSpan.FromSeconds(60))
                Thread.Sleep(20);
            host.Kill();
            host.WaitForExit();
            Assert.Equal(700, new FileInfo(partial).Length);
        }

        using var next = new LoopbackServer(request => LoopbackAnswer.Ranged(request, Archive), _ => LoopbackAnswer.Whole(Archive));
        var run = HostRun.Of(Arguments(next, "--target=Raw", "--accept-drift=fair_oriented"));

        Assert.Equal(0, run.ExitCode);
        // Bytes in parts with another digest than the pinned one may be a bad joint: they are fetched whole before they are called drift.
        Assert.Equal(["/raman/fair_oriented.zip 700-", "/raman/fair_oriented.zip whole"], next.Requests);
    }

    [Fact]
    public void Offline_opens_no_connection_and_names_what_is_missing_and_the_way_out()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Whole(Archive));

        var run = HostRun.Of(Arguments(server, "--target=Raw", "--offline"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--offline forbids to download fair_oriented.zip", run.Output, StringComparison.Ordinal);
        Assert.Contains("--archives=DIR", run.Output, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_plan_fetches_nothing_and_says_what_would_be()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Whole(Archive));

        var run = HostRun.Of(Arguments(server, "--target=Plan", "--exit-code"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("Archives   Not here yet: fair_oriented.zip; 0 MB to download before Raw can run.", run.Output, StringComparison.Ordinal);
        Assert.Matches("Raw +run", run.Output);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Pinned_archives_enter_the_key_by_their_digests_and_are_fetched_only_when_stage_01_runs()
    {
        var recorder = new RecordingRunner();
        var arguments = new PaperArguments { Corpus = Corpus.Rruff, Store = Path.Combine(folder, "store") };
        new RawTask().Run(new PaperContext(new NoCake(), arguments, (_, _) => recorder));

        Assert.Equal(
            ArchiveManifest.Rruff.Archives.Where(archive => archive.Name != "LR-Raman.zip").Select(archive => KeyValuePair.Create(archive.Name, archive.Sha256)),
            recorder.Given["00-archives"]);
        Assert.Empty(recorder.Prepared);

        var stage = new StageContext(Directory.CreateDirectory(Path.Combine(folder, "out")).FullName, folder, new Progress<StageProgress>(), TestContext.Current.CancellationToken);
        Assert.ThrowsAny<IOException>(() => Assert.Single(recorder.Made).Run(stage));
        Assert.StartsWith("downloads excellent_oriented.zip, excellent_unoriented.zip, fair_oriented.zip", Assert.Single(recorder.Prepared), StringComparison.Ordinal);
    }

    [Fact]
    public void Archives_of_a_folder_are_compared_with_the_known_ones()
    {
        var given = Directory.CreateDirectory(Path.Combine(folder, "given")).FullName;
        File.WriteAllBytes(Path.Combine(given, "LR-Raman.zip"), Archive);
        File.WriteAllBytes(Path.Combine(given, "own.zip"), Archive);

        var run = HostRun.Of(
            "--target=Raw", "--corpus=rruff", $"--archives={given}", $"--outputs={folder}/outputs", $"--store={folder}/store", "--offline");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Missing: excellent_oriented.zip, excellent_unoriented.zip,", run.Output, StringComparison.Ordinal);
        Assert.Contains("Not the pinned archives: LR-Raman.zip.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Not known: own.zip.", run.Output, StringComparison.Ordinal);
    }

    private static string Digest => Convert.ToHexStringLower(SHA256.HashData(Archive));

    private static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using var spectrum = new StreamWriter(zip.CreateEntry("Quartz__R040031__Raman__532__0__ccw__Raman_Data_RAW__1.txt").Open());
            spectrum.Write("##NAMES=Quartz\n" + string.Concat(Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"{100 + i}, {i * 7919 % 1009}\n"))) + "##END=\n");
        }

        return bytes.ToArray();
    }

    private static Process Start(string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "RruffGeo.Build.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private string[] Arguments(LoopbackServer server, params string[] more) =>
        ["--corpus=rruff", "--set=Download.Archives=fair_oriented", $"--mirror={server.Address}", $"--outputs={folder}/outputs", $"--store={folder}/store", .. more];
}
