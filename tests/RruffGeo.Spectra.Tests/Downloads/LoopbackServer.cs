using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RruffGeo.Spectra.Tests;

/// <summary>An HTTP server on the loopback address that follows a script: the n-th request gets the n-th answer, further ones the last.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Func<LoopbackRequest, LoopbackAnswer>[] script;
    private readonly List<LoopbackRequest> requests = [];
    private readonly Task serving;

    public LoopbackServer(params Func<LoopbackRequest, LoopbackAnswer>[] script)
    {
        this.script = script;
        listener.Start();
        serving = Task.Run(ServeAsync);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/raman/");

    /// <summary>Path and range of each request so far, such as <c>/raman/a.zip 1000-</c>.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (requests)
                return [.. requests.Select(request => $"{request.Path} {(request.From is { } from ? $"{from}-" : "whole")}")];
        }
    }

    public IReadOnlyList<LoopbackRequest> Asked
    {
        get
        {
            lock (requests)
                return [.. requests];
        }
    }

    public void Dispose()
    {
        stopping.Cancel();
        listener.Stop();
        serving.Wait(TimeSpan.FromSeconds(10));
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stopping.Token);
                await AnswerAsync(client);
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        var stream = client.GetStream();
        var request = await LoopbackRequest.ReadAsync(stream, stopping.Token);
        int number;
        lock (requests)
        {
            requests.Add(request);
            number = requests.Count;
        }

        var answer = script[Math.Min(number, script.Length) - 1](request);
        var head = $"HTTP/1.1 {answer.Status} {answer.Status}\r\nConnection: close\r\n{string.Concat(answer.Headers.Select(header => $"{header}\r\n"))}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), stopping.Token);
        await stream.WriteAsync(answer.Sent, stopping.Token);
        if (answer.Silence > TimeSpan.Zero)
            await Task.Delay(answer.Silence, stopping.Token);
        if (answer.Sent.Length < answer.Body.Length)
            client.Client.LingerState = new LingerOption(true, 0);
    }
}

/// <summary>What a client asked for.</summary>
internal sealed record LoopbackRequest(string Path, long? From, string IfRange, string UserAgent)
{
    public static async Task<LoopbackRequest> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, cancellation) == 1)
            text.Append((char)one[0]);
        var lines = text.ToString().Split("\r\n");
        string Header(string name) => lines.FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..] ?? "";
        var range = Header("Range");
        return new LoopbackRequest(
            lines[0].Split(' ').ElementAtOrDefault(1) ?? "",
            range.Length == 0 ? null : long.Parse(range["bytes=".Length..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture),
            Header("If-Range"), Header("User-Agent"));
    }
}

/// <summary>What a client gets.</summary>
internal sealed record LoopbackAnswer(int Status, byte[] Body, params string[] Headers)
{
    /// <summary>How much of the body is sent before the connection ends; all of it if null.</summary>
    public int? Cut { get; init; }

    /// <summary>How long nothing is sent after that.</summary>
    public TimeSpan Silence { get; init; }

    public byte[] Sent => Cut is { } cut ? Body[..cut] : Body;

    /// <summary>The whole of <paramref name="body"/>, whatever range was asked for.</summary>
    public static LoopbackAnswer Whole(byte[] body, params string[] headers) => new(200, body, [$"Content-Length: {body.Length}", .. headers]);

    /// <summary>The range of <paramref name="body"/> that was asked for; the whole if none was.</summary>
    public static LoopbackAnswer Ranged(LoopbackRequest request, byte[] body, params string[] headers) => request.From switch
    {
        null => Whole(body, headers),
        { } from when from >= body.Length => new(416, [], ["Content-Length: 0", $"Content-Range: bytes */{body.Length}"]),
        { } from => new(206, body[(int)from..], [$"Content-Length: {body.Length - from}", $"Content-Range: bytes {from}-{body.Length - 1}/{body.Length}", .. headers]),
    };

    public static LoopbackAnswer Error(int status, params string[] headers) => new(status, "<html>no"u8.ToArray(), ["Content-Length: 8", .. headers]);
}
