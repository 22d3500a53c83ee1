using System.Collections.Immutable;

namespace RruffGeo.Spectra;

/// <summary>Gets pinned archives: from the shelf if they are there, else from the first address that has them.</summary>
/// <param name="manifest">The archives and their addresses.</param>
/// <param name="shelf">Where they are kept.</param>
/// <param name="limits">How patient downloads are.</param>
public sealed class ArchiveDownloads(ArchiveManifest manifest, ArchiveShelf shelf, DownloadLimits limits)
{
    /// <summary>The archive as it is kept; null if it must be fetched. Opens no connection.</summary>
    /// <param name="archive">What is wanted.</param>
    /// <param name="accepted">Names of archives of which another vintage will do.</param>
    /// <exception cref="ArchiveDownloadException">Another vintage is kept, and is not accepted.</exception>
    public AcquiredArchive? Find(PinnedArchive archive, ImmutableArray<string> accepted)
    {
        if (shelf.Find(archive.Name, archive.Sha256) is { } path)
            return new AcquiredArchive(path, archive.Sha256, archive.Bytes, "");
        return shelf.FindDrift(archive.Name) is { } drifted ? Accept(archive, drifted, accepted) : null;
    }

    /// <summary>Fetches an archive, from address to address.</summary>
    /// <param name="archive">What is wanted.</param>
    /// <param name="accepted">Names of archives of which another vintage will do.</param>
    /// <param name="progress">Is told of every chunk; may be null.</param>
    /// <param name="cancellation">Ends the download; what came is kept.</param>
    /// <exception cref="ArchiveDownloadException">No address has it, or only another vintage that is not accepted.</exception>
    public async Task<AcquiredArchive> FetchAsync(
        PinnedArchive archive, ImmutableArray<string> accepted, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        using var held = await shelf.HoldAsync(archive.Name, cancellation);
        // Another process may have brought it meanwhile.
        if (Find(archive, accepted) is { } already)
            return already;

        var partial = shelf.Partial(archive.Name);
        if (partial.Length == archive.Bytes && shelf.DigestOf(partial) == archive.Sha256)
            return Keep(partial, archive);

        using var client = NewClient();
        var request = new ArchiveRequest(client, limits, archive, progress);
        DriftedArchive? drifted = null;
        var faults = new List<string>();
        foreach (var address in manifest.Addresses.Select(folder => new Uri(folder, archive.Name)))
        {
            try
            {
                // Of a second address only the pinned archive is of use, and a wrong size gives it away before it is fetched.
                var fetched = await PersistAsync(request, archive, address, partial, drifted is null ? null : archive.Bytes, cancellation);
                if (fetched.Sha256 == archive.Sha256)
                    return Keep(partial, archive);
                drifted ??= new DriftedArchive(archive.Name, fetched.Sha256, fetched.Bytes, fetched.LastModified, address.AbsoluteUri);
                shelf.Keep(partial, archive.Name, fetched.Sha256);
            }
            catch (UselessAddressException fault)
            {
                faults.Add($"{address}: {fault.Message}.");
            }
        }

        if (drifted is null)
            throw ArchiveDownloadException.Unreachable(archive, faults);
        shelf.NoteDrift(drifted);
        return Accept(archive, drifted, accepted);
    }

    private async Task<FetchedArchive> PersistAsync(
        ArchiveRequest request, PinnedArchive archive, Uri address, PartialDownload partial, long? mustHave, CancellationToken cancellation)
    {
        var (failures, most) = (0, partial.Length);
        while (true)
        {
            PassingFaultException fault;
            try
            {
                var fetched = await request.RunAsync(address, partial, mustHave, cancellation);
                if (fetched.Joint == Joint.None || fetched.Sha256 == archive.Sha256)
                    return fetched;
                // Not yet another vintage: perhaps two were joined.
                partial.Discard();
                fault = new PassingFaultException("a download in parts has the wrong digest");
            }
            catch (PassingFaultException passing)
            {
                fault = passing;
            }

            if (partial.Length >= most + limits.Fruit)
                (failures, most) = (0, partial.Length);
            if (++failures >= limits.Attempts)
                throw new UselessAddressException($"{fault.Message}, {failures} times in a row");
            await Task.Delay(limits.PauseAfter(failures, fault.After), cancellation);
        }
    }

    private AcquiredArchive Keep(PartialDownload partial, PinnedArchive archive) =>
        new(shelf.Keep(partial, archive.Name, archive.Sha256), archive.Sha256, archive.Bytes, "");

    private AcquiredArchive Accept(PinnedArchive archive, DriftedArchive drifted, ImmutableArray<string> accepted)
    {
        var path = shelf.PathOf(archive.Name, drifted.Sha256);
        return accepted.Contains(archive.Name)
            ? new AcquiredArchive(path, drifted.Sha256, drifted.Bytes, drifted.LastModified)
            : throw ArchiveDownloadException.Drifted(archive, manifest.Vintage, drifted, path);
    }

    // Redirects are followed by hand, so that each is looked at.
    private HttpClient NewClient()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = limits.Connect, UseCookies = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd($"RruffGeo/{typeof(ArchiveDownloads).Assembly.GetName().Version?.ToString(2)}");
        return client;
    }
}
