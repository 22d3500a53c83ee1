namespace RruffGeo.Spectra.Tests;

public sealed class ArchiveDriftTests : IDisposable
{
    private const string Date = "Last-Modified: Mon, 02 Nov 2026 10:00:00 GMT";

    private static readonly byte[] Other = DownloadFolder.Bytes(seed: 4, 310_000);

    private readonly DownloadFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Another_vintage_stops_with_both_digests_sizes_date_and_what_to_type()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Whole(Other, Date));

        var message = await folder.FaultAsync(server);

        var path = folder.Shelf.PathOf(DownloadFolder.Name, DownloadFolder.DigestOf(Other));
        Assert.Equal(
            $"""
            test_oriented.zip: the server has another vintage than the pinned one; nothing was read.
              expected  SHA-256 {DownloadFolder.Pinned.Sha256}, 300,000 bytes (2026)
              found     SHA-256 {DownloadFolder.DigestOf(Other)}, 310,000 bytes, last modified 2026-11-02T10:00:00Z, from {server.Address}test_oriented.zip
            It is kept in {path}. To read it, and have that recorded in every report: --accept-drift=test_oriented. To read the pinned vintage, find a copy of it and name its folder with --archives=DIR. To ask the server again, delete the kept file.
            """,
            message);
        Assert.Equal(Other, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_kept_vintage_stops_every_run_without_a_request_until_it_is_accepted()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Whole(Other, Date));
        var message = await folder.FaultAsync(server);

        Assert.Equal(message, Assert.Throws<ArchiveDownloadException>(() => folder.Downloads(server).Find(DownloadFolder.Pinned, [])).Message);
        var accepted = folder.Downloads(server).Find(DownloadFolder.Pinned, [DownloadFolder.Name]);
        Assert.Equal((DownloadFolder.DigestOf(Other), 310_000, "2026-11-02T10:00:00Z"), (accepted!.Sha256, accepted.Bytes, accepted.Accepted));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_accepted_vintage_is_fetched_and_says_its_date()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Whole(Other));

        var accepted = await folder.FetchAsync([DownloadFolder.Name], TestContext.Current.CancellationToken, server);

        Assert.Equal((DownloadFolder.DigestOf(Other), "undated"), (accepted.Sha256, accepted.Accepted));
    }

    [Fact]
    public async Task Accepting_changes_nothing_where_the_pinned_archive_is()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Whole(DownloadFolder.Content));

        Assert.Equal("", (await folder.FetchAsync([DownloadFolder.Name], TestContext.Current.CancellationToken, server)).Accepted);
    }

    [Fact]
    public async Task Wrong_bytes_of_the_right_size_are_drift_too()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Whole(DownloadFolder.Bytes(seed: 5, 300_000)));

        Assert.Contains("another vintage", await folder.FaultAsync(server), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_address_with_the_pinned_archive_is_preferred()
    {
        using var first = new LoopbackServer(_ => LoopbackAnswer.Whole(Other));
        using var second = new LoopbackServer(_ => LoopbackAnswer.Whole(DownloadFolder.Content));

        Assert.Equal(DownloadFolder.Pinned.Sha256, (await folder.FetchAsync(first, second)).Sha256);
    }

    [Fact]
    public async Task A_later_address_with_a_wrong_size_is_not_fetched()
    {
        using var first = new LoopbackServer(_ => LoopbackAnswer.Whole(Other));
        using var second = new LoopbackServer(_ => LoopbackAnswer.Whole(DownloadFolder.Bytes(seed: 6, 320_000)));

        Assert.Contains(DownloadFolder.DigestOf(Other), await folder.FaultAsync(first, second), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Shelf.Root, DownloadFolder.DigestOf(DownloadFolder.Bytes(seed: 6, 320_000)))));
    }

    [Fact]
    public async Task A_deleted_vintage_is_asked_for_again()
    {
        using var server = new LoopbackServer(_ => LoopbackAnswer.Whole(Other), _ => LoopbackAnswer.Whole(DownloadFolder.Content));
        await folder.FaultAsync(server);
        File.Delete(folder.Shelf.PathOf(DownloadFolder.Name, DownloadFolder.DigestOf(Other)));

        Assert.Equal(DownloadFolder.Pinned.Sha256, (await folder.FetchAsync(server)).Sha256);
    }
}
