using System.Diagnostics;

namespace RruffGeo.Spectra.Tests;

public sealed class DownloadFaultTests : IDisposable
{
    private static readonly byte[] Content = DownloadFolder.Content;

    private readonly DownloadFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    public async Task An_address_without_the_archive_is_left_at_once_for_the_next(int status)
    {
        using var first = new LoopbackServer(_ => LoopbackAnswer.Error(status));
        using var second = new LoopbackServer(_ => LoopbackAnswer.Whole(Content));

        Assert.Equal(Content, File.ReadAllBytes((await folder.FetchAsync(first, second)).Path));
        Assert.Single(first.Requests);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_passing_fault_is_tried_again_and_then_the_next_address(int status)
    {
        using var first = new LoopbackServer(_ => LoopbackAnswer.Error(status));
        using var second = new LoopbackServer(_ => LoopbackAnswer.Error(status), _ => LoopbackAnswer.Whole(Content));

        Assert.Equal(Content, File.ReadAllBytes((await folder.FetchAsync(first, second)).Path));
        Assert.Equal((3, 2), (first.Requests.Count, second.Requests.Count));
    }

    [Fact]
    public async Task When_every_address_fails_each_is_named_with_its_fault_and_what_to_do()
    {
        using var first = new LoopbackServer(_ => LoopbackAnswer.Error(404));
        using var second = new LoopbackServer(_ => LoopbackAnswer.Error(500));

        Assert.Equal(
            $"""
            test_oriented.zip: could not be downloaded. What came is kept, and the same command takes up from there.
              {first.Address}test_oriented.zip: answered 404 404.
              {second.Address}test_oriented.zip: answered 500 500, 3 times in a row.
            Run again later, or get the archive some other way and name its folder with --archives=DIR.
            """,
            await folder.FaultAsync(first, second));
    }

    [Fact]
    public async Task A_server_that_nobody_runs_is_a_fault()
    {
        var gone = new LoopbackServer(_ => LoopbackAnswer.Error(404));
        var address = gone.Address;
        gone.Dispose();
        var downloads = new ArchiveDownloads(new ArchiveManifest("2026", [address], [DownloadFolder.Pinned]), folder.Shelf, folder.Limits);

        var error = await Assert.ThrowsAsync<ArchiveDownloadException>(
            () => downloads.FetchAsync(DownloadFolder.Pinned, [], null, TestContext.Current.CancellationToken));

        Assert.Contains("3 times in a row", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attempts_that_bring_something_do_not_count_as_fruitless()
    {
        // Six answers of 50,000 bytes each, three attempts allowed.
        using var server = new LoopbackServer(request => LoopbackAnswer.Ranged(request, Content) is var answer && answer.Body.Length > 50_000 ? answer with { Cut = 50_000 } : answer);

        Assert.Equal(Content, File.ReadAllBytes((await folder.FetchAsync(server)).Path));
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_goes_silent_is_left_after_the_patience_is_over()
    {
        using var impatient = new DownloadFolder { Limits = folder.Limits with { Stall = TimeSpan.FromMilliseconds(150), Attempts = 1 } };
        using var silent = new LoopbackServer(_ => LoopbackAnswer.Whole(Content) with { Cut = 1_000, Silence = TimeSpan.FromSeconds(20) });
        var clock = Stopwatch.StartNew();

        Assert.Contains("nothing came for 0.15 s", await impatient.FaultAsync(silent), StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0.1, 10);
        Assert.Equal(1_000, new FileInfo(impatient.PartialPath).Length);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_ended_although_bytes_drip()
    {
        using var impatient = new DownloadFolder { Limits = folder.Limits with { Attempt = TimeSpan.FromMilliseconds(200), Attempts = 1 } };
        using var silent = new LoopbackServer(_ => LoopbackAnswer.Whole(Content) with { Cut = 1_000, Silence = TimeSpan.FromSeconds(20) });

        Assert.Contains("took longer than", await impatient.FaultAsync(silent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_size_announced_beyond_the_bound_is_refused_before_a_byte_is_taken()
    {
        using var server = new LoopbackServer(_ => new LoopbackAnswer(200, Content, "Content-Length: 900001"));

        Assert.Contains("sends 900,001 bytes or more, expected about 300,000 and at most 900,000", await folder.FaultAsync(server), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.PartialPath) && new FileInfo(folder.PartialPath).Length > 0);
    }

    [Fact]
    public async Task A_body_that_grows_beyond_the_bound_is_cut_off()
    {
        using var server = new LoopbackServer(_ => new LoopbackAnswer(200, DownloadFolder.Bytes(seed: 3, 2_000_000)));

        Assert.Contains("and at most 900,000", await folder.FaultAsync(server), StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(folder.PartialPath).Length);
    }

    [Fact]
    public async Task A_page_in_place_of_an_archive_is_no_drift()
    {
        using var server = new LoopbackServer(_ => new LoopbackAnswer(200, "<html>Sign in"u8.ToArray(), "Content-Length: 13", "Content-Type: text/html"));

        Assert.Contains("sends no zip archive: it begins with '<html>Sign i', content type text/html", await folder.FaultAsync(server), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_a_length_that_ends_early_is_a_passing_fault()
    {
        using var server = new LoopbackServer(_ => new LoopbackAnswer(200, Content[..1_000]), _ => LoopbackAnswer.Whole(Content));

        Assert.Equal(Content, File.ReadAllBytes((await folder.FetchAsync(server)).Path));
    }

    [Fact]
    public async Task A_redirect_on_the_web_is_followed()
    {
        using var target = new LoopbackServer(_ => LoopbackAnswer.Whole(Content));
        using var server = new LoopbackServer(_ => LoopbackAnswer.Error(302, $"Location: {target.Address}elsewhere.zip"));

        Assert.Equal(Content, File.ReadAllBytes((await folder.FetchAsync(server)).Path));
        Assert.Equal(["/raman/elsewhere.zip whole"], target.Requests);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/a.zip")]
    [InlineData("gopher://127.0.0.1/")]
    public async Task A_redirect_to_another_scheme_is_refused(string location)
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Error(302, $"Location: {location}"));

        Assert.Contains($"redirects to '{location}', expected an address that begins with https://", await folder.FaultAsync(server), StringComparison.Ordinal);
    }

    [Fact]
    public void A_redirect_from_a_protected_connection_to_an_open_one_is_refused() => Assert.Throws<UselessAddressException>(
        () => ArchiveRequest.Target(new Uri("https://example.org/a.zip"), new HttpResponseMessage { Headers = { Location = new Uri("http://example.org/a.zip") } }));

    [Fact]
    public async Task Redirects_in_a_circle_end()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Error(302, "Location: /raman/again.zip"));

        Assert.Contains("more than 5 redirects", await folder.FaultAsync(server), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, null, 1)]
    [InlineData(3, null, 4)]
    [InlineData(40, null, 30)]
    [InlineData(1, 10, 10)]
    [InlineData(1, 86_400, 30)]
    public void Pauses_double_up_to_a_bound_and_heed_the_server(int failures, int? asked, int seconds) => Assert.Equal(
        TimeSpan.FromSeconds(seconds), new DownloadLimits().PauseAfter(failures, asked is { } wait ? TimeSpan.FromSeconds(wait) : null));
}
