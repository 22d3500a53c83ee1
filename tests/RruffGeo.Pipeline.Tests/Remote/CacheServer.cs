using System.Collections.Concurrent;
using System.Net;
using RruffGeo.Loopback;

namespace RruffGeo.Pipeline.Tests.Remote;

/// <summary>A cache in memory on the loopback that can be told to misbehave.</summary>
internal sealed class CacheServer : IDisposable
{
    private readonly LoopbackHttp http;

    internal CacheServer() => http = new LoopbackHttp(Answer);

    internal Uri Address => http.Address;

    internal ConcurrentDictionary<string, byte[]> Files { get; } = new();

    /// <summary>What was asked, such as "GET /ac/…" cut after the folder, in order.</summary>
    internal ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Handles a request instead of the server if it returns true.</summary>
    internal Func<HttpListenerContext, bool> Misbehave { get; set; } = _ => false;

    public void Dispose() => http.Dispose();

    private void Answer(HttpListenerContext context)
    {
        var (path, response) = (context.Request.Url!.AbsolutePath, context.Response);
        Asked.Enqueue($"{context.Request.HttpMethod} {path.Split('/')[1]}");
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
}
