using System.Collections.Immutable;
using System.Security.Cryptography;

namespace RruffGeo.Spectra.Tests;

/// <summary>A shelf in a folder of its own, one pinned archive of 300,000 bytes, and short patience.</summary>
internal sealed class DownloadFolder : IDisposable
{
    public const string Name = "test_oriented.zip";

    private readonly string root = Directory.CreateTempSubdirectory("rruffgeo-shelf-").FullName;

    public static byte[] Content { get; } = Bytes(seed: 1, length: 300_000);

    public static PinnedArchive Pinned { get; } = new()
    {
        Name = Name,
        Resolution = SpectralResolution.High,
        Bytes = Content.Length,
        Sha256 = DigestOf(Content),
        Files = 3,
        RawFiles = 1,
        ProcessedFiles = 2,
    };

    public DownloadLimits Limits { get; init; } = new()
    {
        Attempts = 3,
        FirstPause = TimeSpan.FromMilliseconds(1),
        LongestPause = TimeSpan.FromMilliseconds(20),
        Stall = TimeSpan.FromSeconds(5),
        Slack = 0,
        Fruit = 50_000,
    };

    public ArchiveShelf Shelf => new(root, path => DigestOf(File.ReadAllBytes(path)));

    public string PartialPath => Path.Combine(root, "partial", Name);

    public List<DownloadProgress> Reports { get; } = [];

    /// <summary>Bytes that begin as a zip archive does.</summary>
    public static byte[] Bytes(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        "PK"u8.CopyTo(bytes);
        return bytes;
    }

    public static string DigestOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public ArchiveDownloads Downloads(params LoopbackServer[] servers) =>
        new(new ArchiveManifest("2026", [.. servers.Select(server => server.Address)], [Pinned]), Shelf, Limits);

    public Task<AcquiredArchive> FetchAsync(params LoopbackServer[] servers) => FetchAsync([], TestContext.Current.CancellationToken, servers);

    public Task<AcquiredArchive> FetchAsync(ImmutableArray<string> accepted, CancellationToken cancellation, params LoopbackServer[] servers) =>
        Downloads(servers).FetchAsync(Pinned, accepted, new Recorder(Reports), cancellation);

    public async Task<string> FaultAsync(params LoopbackServer[] servers) =>
        (await Assert.ThrowsAsync<ArchiveDownloadException>(() => FetchAsync(servers))).Message;

    public void Dispose() => Directory.Delete(root, recursive: true);

    private sealed class Recorder(List<DownloadProgress> reports) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => reports.Add(value);
    }
}
