using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using RruffGeo.Pipeline.Remote;

namespace RruffGeo.Pipeline.Tests.Remote;

/// <summary>A cache that is nothing but a folder that nginx lets one read and write.</summary>
public sealed class NginxTests : IDisposable
{
    private const string Program = "/usr/sbin/nginx";
    private static readonly RemotePatience patience = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60));
    private readonly Sandbox sandbox = new();
    private Process? server;

    public void Dispose()
    {
        if (server is not null)
        {
            server.Kill();
            server.WaitForExit();
            server.Dispose();
        }
        sandbox.Dispose();
    }

    [Fact]
    public void What_one_machine_gives_another_takes()
    {
        var address = Start();
        using (var cache = new RemoteCache(address, RemoteAccess.ReadWrite, patience, RemoteTrust.Everyone, sandbox.Warned))
        using (var engine = new PipelineEngine(PipelineStore.Open(sandbox.StoreFolder), sandbox.RunFolder, sandbox, cache))
            Assert.Equal(StageVerdict.Ran, engine.Produce(Large, TestContext.Current.CancellationToken).Verdict);
        var made = sandbox.Blobs().Select(Path.GetFileName).ToList();
        Assert.All(made, blob => Assert.True(File.Exists(Path.Combine(Folder, "cas", blob!))));

        Directory.Delete(sandbox.StoreFolder, recursive: true);
        Directory.Delete(sandbox.RunFolder, recursive: true);
        using (var cache = new RemoteCache(address, RemoteAccess.Read, patience, RemoteTrust.Everyone, sandbox.Warned))
        using (var engine = new PipelineEngine(PipelineStore.Open(sandbox.StoreFolder), sandbox.RunFolder, sandbox, cache))
            Assert.Equal(StageVerdict.Fetched, engine.Produce(Large, TestContext.Current.CancellationToken).Verdict);

        Assert.Equal(made, sandbox.Blobs().Select(Path.GetFileName));
        Assert.Equal(3_000_000, new FileInfo(sandbox.Output("01-raw/large.bin")).Length);
        Assert.Equal("01-raw", sandbox.TakeRan());
        Assert.Empty(sandbox.Warnings);
    }

    private string Folder => Path.Combine(sandbox.Root, "served");

    private StageRequest Large => sandbox.Stage("01-raw", "quartz") with
    {
        Execute = workspace =>
        {
            sandbox.Ran.Enqueue("01-raw");
            File.WriteAllBytes(Path.Combine(workspace.Destination, "large.bin"), new byte[3_000_000]);
            File.WriteAllText(Path.Combine(workspace.Destination, "small.txt"), "quartz");
        },
    };

    private Uri Start()
    {
        Assert.SkipUnless(File.Exists(Program), $"Needs {Program} (apt-get install nginx-light).");
        int port;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        Directory.CreateDirectory(Folder);
        var configuration = Path.Combine(sandbox.Root, "nginx.conf");
        File.WriteAllText(configuration, $$"""
            daemon off; master_process off; pid {{sandbox.Root}}/pid; error_log {{sandbox.Root}}/error.log;
            events {}
            http {
              access_log off; client_body_temp_path {{sandbox.Root}}/body; proxy_temp_path {{sandbox.Root}}/t1; fastcgi_temp_path {{sandbox.Root}}/t2;
              uwsgi_temp_path {{sandbox.Root}}/t3; scgi_temp_path {{sandbox.Root}}/t4;
              server { listen 127.0.0.1:{{port}}; root {{Folder}}; client_max_body_size 0; location / { dav_methods PUT; create_full_put_path on; } }
            }
            """);
        server = Process.Start(new ProcessStartInfo(Program, ["-c", configuration, "-p", sandbox.Root, "-e", Path.Combine(sandbox.Root, "error.log")]))!;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var connection = new TcpClient();
                connection.Connect(IPAddress.Loopback, port);
                return new Uri($"http://127.0.0.1:{port}/");
            }
            catch (SocketException) when (attempt < 200 && !server.HasExited)
            {
                Thread.Sleep(50);
            }
        }
    }
}
