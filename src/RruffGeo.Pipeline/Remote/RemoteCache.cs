using System.Net;

namespace RruffGeo.Pipeline.Remote;

/// <summary>What may be done with a remote cache.</summary>
public enum RemoteAccess
{
    /// <summary>Results are taken from it.</summary>
    Read,

    /// <summary>Results are taken from it and given to it.</summary>
    ReadWrite,
}

/// <summary>How long a remote cache may take.</summary>
/// <param name="Answer">Until an answer begins.</param>
/// <param name="Pause">Between two pieces of an answer.</param>
/// <param name="Farewell">Until what is still to be given at the end of a run is left ungiven.</param>
public sealed record RemotePatience(TimeSpan Answer, TimeSpan Pause, TimeSpan Farewell)
{
    /// <summary>For the Internet.</summary>
    public static RemotePatience Usual { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(5));
}

/// <summary>A cache that several people share, by plain HTTP: <c>GET</c>, <c>HEAD</c> and <c>PUT</c> of <c>/cas/&lt;sha256&gt;</c> and <c>/ac/&lt;key&gt;</c>.</summary>
/// <remarks>
/// A bazel-remote server or any WebDAV folder will do. Nothing that the server does or fails to do ends a run: after three failures on end it is left alone.
/// What it gives is believed only if it has the digests that its record names. Safe to share between threads.
/// </remarks>
public sealed class RemoteCache : IDisposable
{
    private const int MostFailures = 3;
    private readonly HttpClient client;
    private readonly Uri root;
    private readonly Action<string> warned;
    private int failures;
    private int doubts;

    /// <summary>Prepares to use a cache; connects when first asked.</summary>
    /// <param name="root">Where <c>cas/</c> and <c>ac/</c> lie, such as <c>http://cache:8080/</c>.</param>
    /// <param name="access">What may be done with it.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="trust">Who signs, and whose signature is asked for.</param>
    /// <param name="warned">Told what it did wrong.</param>
    public RemoteCache(Uri root, RemoteAccess access, RemotePatience patience, RemoteTrust trust, Action<string> warned)
    {
        (this.root, Access, Patience, Trust, this.warned) = (new Uri(root.AbsoluteUri.TrimEnd('/') + "/"), access, patience, trust, warned);
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = patience.Answer, UseCookies = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>What may be done with it.</summary>
    public RemoteAccess Access { get; }

    internal RemotePatience Patience { get; }

    /// <summary>Who signs, and whose signature is asked for.</summary>
    internal RemoteTrust Trust { get; }

    /// <summary>True while it is worth asking.</summary>
    internal bool IsUsable => Volatile.Read(ref failures) < MostFailures;

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <summary>Downloads <paramref name="path"/> into <paramref name="target"/>.</summary>
    /// <param name="path">Such as <c>cas/…</c>.</param>
    /// <param name="mostBytes">A longer answer is refused.</param>
    /// <param name="target">Where the bytes go; what came before a failure stays there.</param>
    /// <param name="cancellation">Ends the download.</param>
    /// <returns>False if the server does not have it, or did not give it.</returns>
    internal bool TryGet(string path, long mostBytes, Stream target, CancellationToken cancellation) => Try($"GET {path}", async limit =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(root, path));
        request.Headers.Accept.ParseAdd("application/json, application/octet-stream;q=0.9, */*;q=0.8");
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return false;
        Check(answer);
        await using var body = await answer.Content.ReadAsStreamAsync(limit.Token);
        var (piece, length) = (new byte[1 << 16], 0L);
        while (true)
        {
            limit.CancelAfter(Patience.Pause);
            var read = await body.ReadAsync(piece, limit.Token);
            if (read == 0)
                return true;
            length += read;
            if (length > mostBytes)
                throw new HttpRequestException($"the answer is longer than {mostBytes} bytes");
            await target.WriteAsync(piece.AsMemory(0, read), limit.Token);
        }
    }, cancellation);

    /// <summary>True if the server has <paramref name="path"/>.</summary>
    internal bool Has(string path, CancellationToken cancellation) => Try($"HEAD {path}", async limit =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(root, path));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return false;
        Check(answer);
        return true;
    }, cancellation);

    /// <summary>Uploads <paramref name="content"/>.</summary>
    /// <returns>False if the server did not take it.</returns>
    internal bool TryPut(string path, Func<Stream> content, string mediaType, CancellationToken cancellation) => Try($"PUT {path}", async limit =>
    {
        await using var bytes = content();
        // A slow line must not count as a slow server: a second for each 100 kB.
        limit.CancelAfter(Patience.Answer + Patience.Pause + TimeSpan.FromSeconds(bytes.Length / 100_000.0));
        using var body = new StreamContent(bytes);
        body.Headers.ContentType = new(mediaType);
        using var answer = await client.PutAsync(new Uri(root, path), body, limit.Token);
        Check(answer);
        return true;
    }, cancellation);

    /// <summary>Notes that the server gave something that is not what its name says.</summary>
    internal void Lied(string what)
    {
        Interlocked.Increment(ref failures);
        warned($"{root}: {what}; it is not used.");
        SayIfGivenUp();
    }

    /// <summary>Notes that a record lacks the signature that is asked for; said once, since a cache that others use may be full of such.</summary>
    internal void Doubted(string what)
    {
        if (Interlocked.Exchange(ref doubts, 1) == 0)
            warned($"{root}: {what}; it is not used, nor is anything else there that lacks it.");
    }

    private bool Try(string what, Func<CancellationTokenSource, Task<bool>> attempt, CancellationToken cancellation)
    {
        if (!IsUsable)
            return false;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience.Answer);
        try
        {
            var found = Task.Run(() => attempt(limit), CancellationToken.None).GetAwaiter().GetResult();
            Interlocked.Exchange(ref failures, 0);
            return found;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested && error is HttpRequestException or IOException or OperationCanceledException or UriFormatException)
        {
            Interlocked.Increment(ref failures);
            warned($"{new Uri(root, what.Split(' ')[1])}: {(error is OperationCanceledException ? "too slow" : error.Message.TrimEnd('.'))}; the run goes on without it.");
            SayIfGivenUp();
            return false;
        }
    }

    private void SayIfGivenUp()
    {
        if (Volatile.Read(ref failures) == MostFailures)
            warned($"{root}: left alone for the rest of this run after {MostFailures} failures on end.");
    }

    private static void Check(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"the server answered {(int)answer.StatusCode}");
    }
}
