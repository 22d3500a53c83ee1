namespace RruffGeo.Spectra.Tests;

public sealed class ArchiveDownloadsTests : IDisposable
{
    private static readonly byte[] Content = DownloadFolder.Content;

    private readonly DownloadFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_archive_is_fetched_whole_digested_and_kept_under_its_digest()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Whole(Content));

        var archive = await folder.FetchAsync(server);

        Assert.Equal(Content, File.ReadAllBytes(archive.Path));
        Assert.Equal((folder.Shelf.PathOf(DownloadFolder.Name, DownloadFolder.Pinned.Sha256), DownloadFolder.Pinned.Sha256, 300_000, ""), (archive.Path, archive.Sha256, archive.Bytes, archive.Accepted));
        Assert.Equal(["/raman/test_oriented.zip whole"], server.Requests);
        Assert.StartsWith("RruffGeo/", server.Asked[0].UserAgent, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.PartialPath));
        Assert.Equal(new DownloadProgress(DownloadFolder.Name, "127.0.0.1", 300_000, 300_000), folder.Reports[^1]);
    }

    [Fact]
    public async Task A_second_run_makes_no_request()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Whole(Content));
        var first = await folder.FetchAsync(server);

        Assert.Equal(first, folder.Downloads(server).Find(DownloadFolder.Pinned, []));
        Assert.Equal(first, await folder.FetchAsync(server));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_kept_archive_whose_bytes_went_wrong_is_fetched_again()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Whole(Content));
        var archive = await folder.FetchAsync(server);
        File.WriteAllBytes(archive.Path, DownloadFolder.Bytes(seed: 9, Content.Length));

        Assert.Null(folder.Downloads(server).Find(DownloadFolder.Pinned, []));
        Assert.Equal(Content, File.ReadAllBytes((await folder.FetchAsync(server)).Path));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_cut_connection_is_taken_up_where_it_ended_while_the_tag_still_fits()
    {
        using var server = new LoopbackServer(
            _ => LoopbackAnswer.Whole(Content, "ETag: \"v1\"") with { Cut = 100_000 },
            request => LoopbackAnswer.Ranged(request, Content, "ETag: \"v1\""));

        var archive = await folder.FetchAsync(server);

        Assert.Equal(Content, File.ReadAllBytes(archive.Path));
        Assert.Equal(["/raman/test_oriented.zip whole", "/raman/test_oriented.zip 100000-"], server.Requests);
        Assert.Equal("\"v1\"", server.Asked[1].IfRange);
    }

    [Theory]
    [InlineData("Last-Modified: Mon, 02 Nov 2026 10:00:00 GMT", "Mon, 02 Nov 2026 10:00:00 GMT")]
    [InlineData("ETag: W/\"weak\"", "")]
    public async Task Without_a_strong_tag_the_date_is_the_condition_or_there_is_none(string header, string condition)
    {
        using var server = new LoopbackServer(
            _ => LoopbackAnswer.Whole(Content, header) with { Cut = 100_000 }, request => LoopbackAnswer.Ranged(request, Content, header));

        await folder.FetchAsync(server);

        Assert.Equal(condition, server.Asked[1].IfRange);
    }

    [Fact]
    public async Task A_server_that_ignores_ranges_sends_all_again()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Whole(Content) with { Cut = 100_000 }, _ => LoopbackAnswer.Whole(Content));

        Assert.Equal(Content, File.ReadAllBytes((await folder.FetchAsync(server)).Path));
        Assert.Equal(["/raman/test_oriented.zip whole", "/raman/test_oriented.zip 100000-"], server.Requests);
    }

    [Fact]
    public async Task Parts_of_two_vintages_joined_are_no_drift_but_fetched_whole()
    {
        var other = DownloadFolder.Bytes(seed: 2, Content.Length);
        using var server = new LoopbackServer(
            _ => LoopbackAnswer.Whole(other) with { Cut = 100_000 }, request => LoopbackAnswer.Ranged(request, Content), _ => LoopbackAnswer.Whole(Content));

        Assert.Equal(Content, File.ReadAllBytes((await folder.FetchAsync(server)).Path));
        Assert.Equal(["/raman/test_oriented.zip whole", "/raman/test_oriented.zip 100000-", "/raman/test_oriented.zip whole"], server.Requests);
    }

    [Fact]
    public async Task A_range_that_begins_elsewhere_is_not_taken()
    {
        using var server = new LoopbackServer(
            _ => LoopbackAnswer.Whole(Content) with { Cut = 100_000 },
            _ => new LoopbackAnswer(206, Content[50_000..], "Content-Length: 250000", "Content-Range: bytes 50000-299999/300000"),
            _ => LoopbackAnswer.Whole(Content));

        Assert.Equal(Content, File.ReadAllBytes((await folder.FetchAsync(server)).Path));
        Assert.Equal("/raman/test_oriented.zip whole", server.Requests[2]);
    }

    [Fact]
    public async Task A_download_stopped_in_the_middle_is_taken_up_by_the_next_run()
    {
        using var stop = new CancellationTokenSource();
        using var server = new LoopbackServer(
            _ => LoopbackAnswer.Whole(Content, "ETag: \"v1\"") with { Cut = 120_000, Silence = TimeSpan.FromSeconds(20) },
            request => LoopbackAnswer.Ranged(request, Content, "ETag: \"v1\""));
        var first = folder.FetchAsync([], stop.Token, server);
        while (!File.Exists(folder.PartialPath) || new FileInfo(folder.PartialPath).Length < 120_000)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        using var next = new LoopbackServer(request => LoopbackAnswer.Ranged(request, Content));

        Assert.Equal(Content, File.ReadAllBytes((await folder.FetchAsync(next)).Path));
        Assert.Equal(["/raman/test_oriented.zip 120000-"], next.Requests);
        // Another address: the tag of the first says nothing there, and the digest decides.
        Assert.Equal("", next.Asked[0].IfRange);
    }

    [Fact]
    public async Task A_download_killed_after_its_last_byte_is_kept_without_a_request()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Error(500));
        Directory.CreateDirectory(Path.GetDirectoryName(folder.PartialPath)!);
        File.WriteAllBytes(folder.PartialPath, Content);

        Assert.Equal(Content, File.ReadAllBytes((await folder.FetchAsync(server)).Path));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Partial_bytes_longer_than_the_archive_are_forgotten()
    {
        using var server = new LoopbackServer(request => LoopbackAnswer.Ranged(request, Content));
        Directory.CreateDirectory(Path.GetDirectoryName(folder.PartialPath)!);
        File.WriteAllBytes(folder.PartialPath, new byte[400_000]);

        Assert.Equal(Content, File.ReadAllBytes((await folder.FetchAsync(server)).Path));
        Assert.Equal(["/raman/test_oriented.zip 400000-", "/raman/test_oriented.zip whole"], server.Requests);
    }

    [Fact]
    public async Task Two_downloads_of_one_archive_at_a_time_make_one_request()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Whole(Content));

        var both = await Task.WhenAll(folder.FetchAsync(server), folder.FetchAsync(server));

        Assert.Equal(both[0], both[1]);
        Assert.Single(server.Requests);
    }
}
