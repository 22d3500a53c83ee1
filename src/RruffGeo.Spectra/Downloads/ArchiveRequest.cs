using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace RruffGeo.Spectra;

/// <summary>Asks one server for one archive: takes up where an earlier attempt ended, digests while bytes come, and bounds them.</summary>
internal sealed class ArchiveRequest(HttpClient client, DownloadLimits limits, PinnedArchive archive, IProgress<DownloadProgress>? progress)
{
    private const int ChunkBytes = 1 << 17;
    private const int MostRedirects = 5;

    /// <summary>One attempt. What it brings stays in <paramref name="partial"/> whatever happens.</summary>
    /// <param name="address">The archive's address.</param>
    /// <param name="partial">Bytes of earlier attempts.</param>
    /// <param name="mustHave">The only size worth taking, bytes; null if any is.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="PassingFaultException">Another attempt may bring the rest.</exception>
    /// <exception cref="UselessAddressException">None will.</exception>
    public async Task<FetchedArchive> RunAsync(Uri address, PartialDownload partial, long? mustHave, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var whole = new CancellationTokenSource(limits.Attempt);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, whole.Token);
        try
        {
            patience.CancelAfter(limits.Stall);
            using var response = await AskAsync(address, partial, both.Token);
            var start = StartOf(response, address, partial);
            var total = start + response.Content.Headers.ContentLength;
            CheckSize(total, mustHave);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var file = partial.Open();
            await DigestAsync(file, start, hash, cancellation);
            await using var body = await Received(response.Content.ReadAsStreamAsync(both.Token));
            var chunk = new byte[ChunkBytes];
            var length = start;
            while (true)
            {
                patience.CancelAfter(limits.Stall);
                var read = await Received(body.ReadAsync(chunk, both.Token).AsTask());
                if (read == 0)
                    break;
                if (length == 0)
                    CheckBeginning(chunk.AsSpan(0, read), response);
                length += read;
                if (length > limits.MostBytes(archive))
                {
                    file.SetLength(0);
                    throw TooLarge(length);
                }

                hash.AppendData(chunk, 0, read);
                await file.WriteAsync(chunk.AsMemory(0, read), cancellation);
                progress?.Report(new DownloadProgress(archive.Name, address.Host, length, total ?? Math.Max(length, archive.Bytes)));
            }

            file.Flush(flushToDisk: true);
            if (length == 0 || (total is null && length < archive.Bytes))
                throw new PassingFaultException($"the answer ended after {length:N0} of {archive.Bytes:N0} bytes");
            var date = response.Content.Headers.LastModified?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") ?? DriftedArchive.Undated;
            return new FetchedArchive(Convert.ToHexStringLower(hash.GetHashAndReset()), length, date, start > 0 ? Joint.Resumed : Joint.None);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new PassingFaultException($"nothing came for {limits.Stall.TotalSeconds:0.##} s, or the attempt took longer than {limits.Attempt.TotalMinutes:0.##} min");
        }
    }

    private async Task<HttpResponseMessage> AskAsync(Uri address, PartialDownload partial, CancellationToken cancellation)
    {
        var at = address;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
            if (partial.Length > 0)
            {
                request.Headers.Range = new RangeHeaderValue(partial.Length, null);
                request.Headers.IfRange = partial.ConditionFor(address);
            }

            var response = await Received(client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation));
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
                return response;
            using (response)
                at = Target(at, response);
        }

        throw new UselessAddressException($"expected the archive but found more than {MostRedirects} redirects");
    }

    // A redirect may not lead from a protected connection to an open one, nor to anything but the web.
    internal static Uri Target(Uri from, HttpResponseMessage response)
    {
        var to = response.Headers.Location is { } location ? new Uri(from, location) : null;
        return to is not null && (to.Scheme == Uri.UriSchemeHttps || (to.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp))
            ? to
            : throw new UselessAddressException($"redirects to '{response.Headers.Location}', expected an address that begins with https://");
    }

    /// <summary>Where the answer's first byte belongs.</summary>
    private static long StartOf(HttpResponseMessage response, Uri address, PartialDownload partial)
    {
        var status = (int)response.StatusCode;
        var here = partial.Length;
        switch (response.StatusCode)
        {
            case HttpStatusCode.PartialContent when here > 0 && response.Content.Headers.ContentRange is { Unit: "bytes", From: { } from } && from == here:
                return here;
            case HttpStatusCode.OK:
                partial.Begin(address, response);
                return 0;
            case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable:
                partial.Discard();
                throw new PassingFaultException($"expected the bytes from {here:N0} on but found {status} {response.Content.Headers.ContentRange}");
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)425:
            case >= HttpStatusCode.InternalServerError:
                var after = response.Headers.RetryAfter;
                throw new PassingFaultException($"answered {status} {response.ReasonPhrase}", after?.Delta ?? after?.Date - response.Headers.Date);
            default:
                throw new UselessAddressException($"answered {status} {response.ReasonPhrase}");
        }
    }

    private void CheckSize(long? total, long? mustHave)
    {
        if (total > limits.MostBytes(archive))
            throw TooLarge(total.Value);
        if (mustHave is not null && total != mustHave)
            throw new UselessAddressException($"has another vintage, too ({total:N0} bytes)");
    }

    private UselessAddressException TooLarge(long bytes) =>
        new($"sends {bytes:N0} bytes or more, expected about {archive.Bytes:N0} and at most {limits.MostBytes(archive):N0}");

    private static void CheckBeginning(ReadOnlySpan<byte> bytes, HttpResponseMessage response)
    {
        if (!bytes.StartsWith("PK"u8[..Math.Min(2, bytes.Length)]))
            throw new UselessAddressException(
                $"sends no zip archive: it begins with '{string.Concat(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 12)]).Select(letter => char.IsControl(letter) ? ' ' : letter))}', "
                + $"content type {response.Content.Headers.ContentType?.MediaType ?? "not said"}");
    }

    private static async Task DigestAsync(FileStream file, long bytes, IncrementalHash hash, CancellationToken cancellation)
    {
        var chunk = new byte[ChunkBytes];
        for (long done = 0; done < bytes;)
        {
            var read = await file.ReadAsync(chunk.AsMemory(0, (int)Math.Min(chunk.Length, bytes - done)), cancellation);
            hash.AppendData(chunk, 0, read);
            done += read;
        }
    }

    // Only what the network does is worth another attempt: a full disk is not.
    private static async Task<T> Received<T>(Task<T> network)
    {
        try
        {
            return await network;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new PassingFaultException((fault.InnerException ?? fault).Message.TrimEnd('.'));
        }
    }
}
