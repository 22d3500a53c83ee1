using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RruffGeo.Loopback;

/// <summary>A server on the loopback interface that answers as a test says, also with what no decent server would send.</summary>
public sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly ConcurrentQueue<LoopbackRequest> requests = new();
    private readonly Func<LoopbackRequest, LoopbackReply> answer;

    /// <summary>Starts to listen on a free port.</summary>
    /// <param name="answer">Called once a request, maybe from several threads.</param>
    public LoopbackServer(Func<LoopbackRequest, LoopbackReply> answer)
    {
        this.answer = answer;
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where it listens; ends in a slash.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>The requests so far, in the order in which they came.</summary>
    public IReadOnlyList<LoopbackRequest> Requests => [.. requests];

    /// <inheritdoc/>
    public void Dispose()
    {
        ended.Cancel();
        listener.Dispose();
        ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        var token = ended.Token;
        while (!token.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(token), token);
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken token)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await ReadAsync(stream, token) is not { } request)
                    return;
                requests.Enqueue(request);
                var reply = answer(request);
                await Task.Delay(reply.Delay, token);
                var bytes = BytesOf(reply);
                await stream.WriteAsync(bytes.AsMemory(0, int.Min(reply.CutAfter ?? bytes.Length, bytes.Length)), token);
                await stream.FlushAsync(token);
                if (reply.CutAfter is not null)
                    client.Client.Close(timeout: 0);
            }
            catch (Exception error) when (error is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The asker went away, as some tests want.
            }
        }
    }

    private static async Task<LoopbackRequest?> ReadAsync(NetworkStream stream, CancellationToken token)
    {
        var head = new MemoryStream();
        var buffer = new byte[4096];
        while (!head.GetBuffer().AsSpan(0, (int)head.Length).EndsWith("\r\n\r\n"u8))
        {
            var read = await stream.ReadAsync(buffer, token);
            if (read == 0)
                return null;
            head.Write(buffer, 0, read);
        }

        var lines = Encoding.ASCII.GetString(head.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return new LoopbackRequest(
            lines[0].Split(' ')[1],
            lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0].ToLowerInvariant(), pair => pair[1]));
    }

    private static byte[] BytesOf(LoopbackReply reply)
    {
        var body = Encoding.UTF8.GetBytes(reply.Body);
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} Status\r\nContent-Type: {reply.ContentType}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n")
            + (reply.RetryAfter is null ? "" : $"Retry-After: {reply.RetryAfter}\r\n")
            + (reply.Location is null ? "" : $"Location: {reply.Location}\r\n");
        return [.. Encoding.ASCII.GetBytes(head + "\r\n"), .. body];
    }
}
