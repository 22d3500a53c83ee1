using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace RruffGeo.Pipeline.Tests.Remote;

/// <summary>A cache in memory on the loopback that can be told to misbehave.</summary>
internal sealed class CacheServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task serving;

    internal CacheServer()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        }
        listener.Prefixes.Add(Address.AbsoluteUri);
        listener.Start();
        serving = Task.Run(Serve);
    }

    internal Uri Address { get; }

    internal ConcurrentDictionary<string, byte[]> Files { get; } = new();

    /// <summary>What was asked, such as "GET /ac/…" cut after the folder, in order.</summary>
    internal ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Handles a request instead of the server if it returns true.</summary>
    internal Func<HttpListenerContext, bool> Misbehave { get; set; } = _ => false;

    public void Dispose()
    {
        listener.Close();
        try
        {
            serving.GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
        }
    }

    private async Task Serve()
    {
        while (true)
        {
            var context = await listener.GetContextAsync();
            _ = Task.Run(() => Answer(context));
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var (path, response) = (context.Request.Url!.AbsolutePath, context.Response);
        Asked.Enqueue($"{context.Request.HttpMethod} {path.Split('/')[1]}");
        try
        {
            if (Misbehave(context))
                return;
            if (context.Request.HttpMethod == "PUT")
            {
                using var bytes = new MemoryStream();
                context.Request.InputStream.CopyTo(bytes);
                Files[path] = bytes.ToArray();
            }
            else if (!Files.TryGetValue(path, out var file))
            {
                response.StatusCode = 404;
            }
            else if (context.Request.HttpMethod == "GET")
            {
                response.ContentLength64 = file.Length;
                response.OutputStream.Write(file);
            }
            response.Close();
        }
        catch (Exception error) when (error is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }
}
