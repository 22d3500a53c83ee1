using System.Net;
using System.Text;
using RruffGeo.Loopback;

namespace RruffGeo.Build.Tests.Publishing;

/// <summary>Stands in for GitHub's store of artifacts, on the loopback interface.</summary>
internal sealed class ArtifactServer : IDisposable
{
    /// <summary>A token of the form that jobs are given; signed by nobody.</summary>
    public static readonly string Token = $"{Part("{\"alg\":\"none\"}")}.{Part("{\"scp\":\"Actions.Results:run-7:job-9\"}")}.";

    private readonly LoopbackHttp http;

    public ArtifactServer() => http = new LoopbackHttp(Answer);

    public string Address => http.Address.AbsoluteUri;

    /// <summary>Status of every answer.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Method and last word of the address of each call; whoever uploads waits for each answer.</summary>
    public List<string> Calls { get; } = [];

    public byte[] Uploaded { get; private set; } = [];

    public void Dispose() => http.Dispose();

    private static string Part(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private void Answer(HttpListenerContext context)
    {
        var call = context.Request.Url!.Segments[^1];
        Calls.Add($"{context.Request.HttpMethod} {call}");
        using var body = new MemoryStream();
        context.Request.InputStream.CopyTo(body);
        if (call == "upload")
            Uploaded = body.ToArray();
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/json";
        context.Response.OutputStream.Write(Encoding.UTF8.GetBytes($$"""{"ok":true,"signed_upload_url":"{{Address}}upload","artifact_id":"11"}"""));
        context.Response.Close();
    }
}
