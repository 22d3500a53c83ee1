using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RruffGeo.Build.Tests.Publishing;

/// <summary>Stands in for GitHub's store of artifacts, on the loopback interface.</summary>
internal sealed class ArtifactServer : IDisposable
{
    /// <summary>A token of the form that jobs are given; signed by nobody.</summary>
    public static readonly string Token = $"{Part("{\"alg\":\"none\"}")}.{Part("{\"scp\":\"Actions.Results:run-7:job-9\"}")}.";

    private readonly HttpListener listener = new();

    public ArtifactServer()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        listener.Prefixes.Add(Address);
        listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    /// <summary>Status of every answer.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Method and last word of the address of each call.</summary>
    public List<string> Calls { get; } = [];

    public byte[] Uploaded { get; private set; } = [];

    public void Dispose() => listener.Close();

    private static string Part(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                var call = context.Request.Url!.Segments[^1];
                Calls.Add($"{context.Request.HttpMethod} {call}");
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                if (call == "upload")
                    Uploaded = body.ToArray();
                context.Response.StatusCode = Status;
                context.Response.ContentType = "application/json";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes($$"""{"ok":true,"signed_upload_url":"{{Address}}upload","artifact_id":"11"}"""));
                context.Response.Close();
            }
        }
        catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }
}
