using System.IO.Compression;
using System.Text;
using RruffGeo.Build.Publishing;

namespace RruffGeo.Build.Tests.Publishing;

public sealed class JobPageTests : IDisposable
{
    private readonly MadeRun run = new();
    private readonly string page = Path.GetTempFileName();

    private string BundlePath => Path.Combine(run.Folder, "rruffgeo-demo-made-simulated.zip");

    public void Dispose()
    {
        run.Dispose();
        File.Delete(page);
    }

    [Fact]
    public void Under_GitHub_Actions_the_build_uploads_the_bundle_and_appends_to_the_job_s_page()
    {
        using var server = new ArtifactServer();
        File.WriteAllText(page, "before\n");

        var published = run.Host(Actions(server), "--target=Publish", "--run=demo-made");

        Assert.True(published.ExitCode == 0, published.Output);
        Assert.Contains("Uploaded   rruffgeo-demo-made-simulated-Linux", published.Output, StringComparison.Ordinal);
        Assert.Equal(["POST CreateArtifact", "PUT upload", "POST FinalizeArtifact"], server.Calls);
        using var uploaded = new ZipArchive(new MemoryStream(server.Uploaded));
        using var bundle = new MemoryStream();
        Assert.Single(uploaded.Entries).Open().CopyTo(bundle);
        Assert.Equal(File.ReadAllBytes(BundlePath), bundle.ToArray());
        Assert.StartsWith("before\n## RruffGeo, run demo-made\n\n> **SIMULATED DATA", File.ReadAllText(page).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Elsewhere_nothing_of_it_is_done()
    {
        using var server = new ArtifactServer();
        var published = run.Host(new(Actions(server)) { ["GITHUB_ACTIONS"] = "" }, "--target=Publish", "--run=demo-made");
        Assert.True(published.ExitCode == 0, published.Output);
        Assert.Empty(server.Calls);
        Assert.Equal("", File.ReadAllText(page));
    }

    [Fact]
    public void A_job_that_hands_no_token_on_is_told_so_and_keeps_its_bundle()
    {
        using var server = new ArtifactServer();
        var published = run.Host(new(Actions(server)) { ["ACTIONS_RUNTIME_TOKEN"] = "" }, "--target=Publish", "--run=demo-made");
        Assert.Equal(1, published.ExitCode);
        Assert.Contains("is written but cannot be uploaded: GitHub gives ACTIONS_RUNTIME_TOKEN", published.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(BundlePath));
    }

    [Fact]
    public void An_upload_that_fails_fails_the_build_with_a_sentence()
    {
        using var server = new ArtifactServer { Status = 503 };
        var published = run.Host(Actions(server), "--target=Publish", "--run=demo-made");
        Assert.Equal(1, published.ExitCode);
        Assert.Contains("uploading it as 'rruffgeo-demo-made-simulated-Linux' failed: ", published.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", published.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(ArtifactServer.Token, published.Output, StringComparison.Ordinal);
    }

    [Fact]
    public Task The_summary_of_a_run() => Verify(JobSummary.Of(run.Published, MadeRun.Claims, MadeRun.Metrics, "rruffgeo-demo-made-simulated.zip", new string('a', 64)));

    [Fact]
    public void A_summary_is_never_longer_than_a_page_takes()
    {
        var bounded = JobSummary.Bounded(string.Concat(Enumerable.Repeat("| é and much more |\n", 10_000)));
        Assert.InRange(Encoding.UTF8.GetByteCount(bounded), 1, JobSummary.MostBytes);
        Assert.EndsWith("|\n\n(cut)\n", bounded, StringComparison.Ordinal);
        Assert.Equal("short", JobSummary.Bounded("short"));
        Assert.InRange(JobSummary.Bounded(new string('x', 1 << 20)).Length, 1, JobSummary.MostBytes);
    }

    private Dictionary<string, string> Actions(ArtifactServer server) => new()
    {
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_RUN_ID"] = "7",
        ["GITHUB_STEP_SUMMARY"] = page,
        ["RUNNER_OS"] = "Linux",
        ["ACTIONS_RUNTIME_TOKEN"] = ArtifactServer.Token,
        ["ACTIONS_RUNTIME_URL"] = server.Address,
        ["ACTIONS_RESULTS_URL"] = server.Address,
    };
}
