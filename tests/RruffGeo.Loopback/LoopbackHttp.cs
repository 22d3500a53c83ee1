using System.Net;
using System.Net.Sockets;

namespace RruffGeo.Loopback;

/// <summary>HTTP on a free port of the loopback interface, as the framework's own server speaks it.</summary>
public sealed class LoopbackHttp : IDisposable
{
    private const int Attempts = 20;
    private readonly HttpListener listener;
    private readonly Action<HttpListenerContext> answer;

    /// <summary>Starts to listen.</summary>
    /// <param name="answer">Called once a request, maybe from several threads. It may fail where the asker went away or the server was ended.</param>
    /// <exception cref="HttpListenerException">Others took every port that was free a moment before.</exception>
    public LoopbackHttp(Action<HttpListenerContext> answer)
    {
        this.answer = answer;
        (listener, Address) = Listening();
        _ = ServeAsync();
    }

    /// <summary>Where it listens; ends in a slash.</summary>
    public Uri Address { get; }

    /// <summary>Ends. Whoever accepts requests is not waited for: the framework's server forgets who begins to wait while it closes.</summary>
    public void Dispose() => listener.Close();

    /// <summary>The framework's server takes no port 0, so a free one is looked for first; somebody else may be faster.</summary>
    private static (HttpListener Listener, Uri Address) Listening()
    {
        for (var attempt = 1; ; attempt++)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort()}/");
            var listener = new HttpListener();
            listener.Prefixes.Add(address.AbsoluteUri);
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (attempt < Attempts)
            {
                listener.Close();
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                _ = Task.Run(() => Answer(context));
            }
        }
        catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private void Answer(HttpListenerContext context)
    {
        try
        {
            answer(context);
        }
        catch (Exception error) when (error is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The asker went away, or the test is over.
        }
    }
}
