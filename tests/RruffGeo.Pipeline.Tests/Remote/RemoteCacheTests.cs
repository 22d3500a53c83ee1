using System.Net;
using System.Text;
using RruffGeo.Pipeline.Remote;

namespace RruffGeo.Pipeline.Tests.Remote;

public sealed class RemoteCacheTests : IDisposable
{
    private static readonly RemotePatience patience = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
    private static readonly RemotePatience impatience = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
    private readonly Sandbox sandbox = new();
    private readonly CacheServer server = new();
    private readonly string meaning = new('7', 64);

    public void Dispose()
    {
        server.Dispose();
        sandbox.Dispose();
    }

    [Fact]
    public void A_result_that_another_made_is_fetched_and_not_made_again()
    {
        Give();
        Assert.Equal(["ac", "cas"], server.Files.Keys.Select(path => path.Split('/')[1]).Distinct().Order());

        var fetched = Take(patience);

        Assert.Equal(StageVerdict.Fetched, fetched.Verdict);
        Assert.Equal("quartz", File.ReadAllText(sandbox.Output("01-raw/result.txt")));
        Assert.Equal("", sandbox.TakeRan());
        Assert.Empty(sandbox.Warnings);
        Assert.Equal(StageVerdict.UpToDate, sandbox.Engine.Produce(Quartz, TestContext.Current.CancellationToken).Verdict);
    }

    [Fact]
    public void Who_may_only_read_gives_nothing()
    {
        using (var cache = Cache(RemoteAccess.Read))
        using (var engine = Engine(cache))
            Assert.Equal(StageVerdict.Ran, engine.Produce(Quartz, TestContext.Current.CancellationToken).Verdict);
        Assert.Empty(server.Files);
        Assert.All(server.Asked, asked => Assert.StartsWith("GET", asked, StringComparison.Ordinal));
    }

    [Fact]
    public void Files_are_given_before_the_record_that_names_them()
    {
        Give();
        var puts = server.Asked.Where(asked => asked.StartsWith("PUT", StringComparison.Ordinal)).ToList();
        Assert.Equal(["PUT cas", "PUT cas", "PUT ac"], puts);
    }

    [Fact]
    public void A_result_that_the_store_had_before_is_given_too_and_only_once()
    {
        sandbox.Produce(Quartz);
        Give();
        var files = server.Files.Count;
        server.Asked.Clear();
        Give();
        Assert.Equal((3, 3), (files, server.Files.Count));
        Assert.Equal(["HEAD ac"], server.Asked);
    }

    [Fact]
    public void A_damaged_blob_of_the_store_is_fetched_anew()
    {
        Give();
        File.Delete(sandbox.Blobs()[0]);
        using var cache = Cache(RemoteAccess.Read);
        using var engine = Engine(cache);
        Assert.Equal(StageVerdict.Fetched, engine.Produce(Quartz, TestContext.Current.CancellationToken).Verdict);
    }

    public static TheoryData<string> Faults =>
    [
        "unreachable", "500 for all", "301 for all", "slow to answer", "slow in between", "truncated blob", "flipped blob", "longer blob", "evicted blob",
        "empty record", "garbage for a record", "null for a record", "record without files", "record with null files", "record of another key", "record that names no digest",
        "manifest evicted", "manifest that lies about a path", "manifest that lies about its key", "manifest that lies about the meaning", "endless record",
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_server_that_fails_or_lies_ends_no_run_and_poisons_no_store(string fault)
    {
        Give();
        Spoil(fault);

        var result = Take(fault.StartsWith("slow", StringComparison.Ordinal) ? impatience : patience);

        Assert.Equal(StageVerdict.Ran, result.Verdict);
        Assert.Equal("quartz", File.ReadAllText(sandbox.Output("01-raw/result.txt")));
        Assert.Equal("quartz", File.ReadAllText(Assert.Single(sandbox.Blobs())));
        Assert.Single(sandbox.Records());
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(sandbox.StoreFolder, "tmp")));
        if (fault is not ("evicted blob" or "manifest evicted"))
            Assert.NotEmpty(sandbox.Warnings);
        Assert.DoesNotContain(Directory.GetFiles(sandbox.Root, "*", SearchOption.AllDirectories), file => Path.GetFileName(file) == "escaped.txt");
    }

    [Fact]
    public void A_server_that_keeps_failing_is_left_alone()
    {
        server.Misbehave = context => Status(context, 500);
        using var cache = Cache(RemoteAccess.Read);
        using (var engine = Engine(cache))
            for (var i = 0; i < 10; i++)
                engine.Produce(sandbox.Stage("01-raw", $"{i}"), TestContext.Current.CancellationToken);
        Assert.Equal(3, server.Asked.Count);
        Assert.Contains(sandbox.Warnings, warning => warning.Contains("left alone", StringComparison.Ordinal));
    }

    [Fact]
    public void A_server_that_takes_nothing_ends_no_run()
    {
        server.Misbehave = context => context.Request.HttpMethod == "PUT" && Status(context, 507);
        Give();
        Assert.Empty(server.Files);
        Assert.Contains("507", sandbox.Warnings.First(), StringComparison.Ordinal);
    }

    private StageRequest Quartz => sandbox.Stage("01-raw", "quartz");

    private RemoteCache Cache(RemoteAccess access) => new(server.Address, access, patience, RemoteTrust.Everyone, sandbox.Warned);

    private PipelineEngine Engine(RemoteCache cache) => new(PipelineStore.Open(sandbox.StoreFolder), sandbox.RunFolder, sandbox, cache);

    private void Give()
    {
        using var cache = Cache(RemoteAccess.ReadWrite);
        using (var engine = Engine(cache))
            engine.Produce(Quartz, TestContext.Current.CancellationToken);
        sandbox.TakeRan();
    }

    /// <summary>As on another machine: nothing is there but the cache.</summary>
    private StageResult Take(RemotePatience allowed)
    {
        Directory.Delete(sandbox.StoreFolder, recursive: true);
        Directory.Delete(sandbox.RunFolder, recursive: true);
        using var cache = new RemoteCache(server.Address, RemoteAccess.Read, allowed, RemoteTrust.Everyone, sandbox.Warned);
        using (var engine = Engine(cache))
        {
            var result = engine.Produce(Quartz, TestContext.Current.CancellationToken);
            sandbox.Engine = sandbox.NewEngine();
            return result;
        }
    }

    private void Spoil(string fault)
    {
        var (record, blob, manifest) = (server.Files.Keys.Single(path => path.StartsWith("/ac/", StringComparison.Ordinal)), PathOf("quartz"), PathOf("{"));
        switch (fault)
        {
            case "unreachable": server.Dispose(); break;
            case "500 for all": server.Misbehave = context => Status(context, 500); break;
            case "301 for all": server.Misbehave = context => Status(context, 301); break;
            case "slow to answer": server.Misbehave = _ => Pause(); break;
            case "slow in between": server.Misbehave = Trickle; break;
            case "truncated blob": server.Misbehave = context => Is(context, blob) && Truncate(context); break;
            case "flipped blob": server.Files[blob] = Encoding.UTF8.GetBytes("puartz"); break;
            case "longer blob": server.Files[blob] = Encoding.UTF8.GetBytes("quartz and more"); break;
            case "evicted blob": server.Files.TryRemove(blob, out _); break;
            case "manifest evicted": server.Files.TryRemove(manifest, out _); break;
            case "endless record": server.Files[record] = new byte[17 << 20]; break;
            case "record of another key": Replace(record, manifest, text => text.Replace("quartz", "calcite", StringComparison.Ordinal)); break;
            case "manifest that lies about a path": Replace(record, manifest, text => text.Replace("result.txt", "../../escaped.txt", StringComparison.Ordinal)); break;
            case "manifest that lies about its key": Replace(record, manifest, text => text.Replace("\"schema\": \"1\"", "\"schema\": \"2\"", StringComparison.Ordinal)); break;
            case "manifest that lies about the meaning": Replace(record, manifest, ForgeMeaning); break;
            default: server.Files[record] = Encoding.UTF8.GetBytes(RecordText(fault)); break;
        }
    }

    private static string RecordText(string fault) => fault switch
    {
        "empty record" => "",
        "null for a record" => "null",
        "record without files" => "{\"outputFiles\":[]}",
        "record with null files" => "{\"outputFiles\":[null]}",
        "record that names no digest" => "{\"outputFiles\":[{\"path\":\"manifest.json\",\"digest\":{\"hash\":\"../../ac\",\"sizeBytes\":\"3\"}}]}",
        _ => "<html>",
    };

    private string PathOf(string beginning) => server.Files.Single(file =>
        file.Key.StartsWith("/cas/", StringComparison.Ordinal) && Encoding.UTF8.GetString(file.Value).StartsWith(beginning, StringComparison.Ordinal)).Key;

    /// <summary>Puts a changed manifest under its right digest, and names it in the record: as a liar would who takes pains.</summary>
    private void Replace(string record, string manifest, Func<string, string> change)
    {
        var bytes = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(server.Files[manifest])));
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        server.Files[$"/cas/{digest}"] = bytes;
        server.Files[record] = Encoding.UTF8.GetBytes($"{{\"outputFiles\":[{{\"path\":\"manifest.json\",\"digest\":{{\"hash\":\"{digest}\",\"sizeBytes\":\"{bytes.Length}\"}}}}]}}");
    }

    private string ForgeMeaning(string manifest)
    {
        var forged = System.Text.Json.JsonSerializer.Deserialize(manifest, Store.ManifestJson.Readable.Manifest)!;
        forged = forged with { Outputs = [forged.Outputs[0] with { Meaning = meaning }] };
        forged = forged with { Logical = Keys.ArtifactDigest.Of(forged.Outputs) };
        return System.Text.Json.JsonSerializer.Serialize(forged, Store.ManifestJson.Readable.Manifest);
    }

    private static bool Is(HttpListenerContext context, string path) => context.Request.HttpMethod == "GET" && context.Request.Url!.AbsolutePath == path;

    private static bool Status(HttpListenerContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Close();
        return true;
    }

    private static bool Pause()
    {
        Thread.Sleep(2500);
        return true;
    }

    private static bool Trickle(HttpListenerContext context)
    {
        context.Response.ContentLength64 = 100;
        context.Response.OutputStream.WriteByte((byte)'{');
        context.Response.OutputStream.Flush();
        return Pause();
    }

    private static bool Truncate(HttpListenerContext context)
    {
        context.Response.ContentLength64 = 6;
        context.Response.OutputStream.Write("qua"u8);
        context.Response.OutputStream.Flush();
        context.Response.Abort();
        return true;
    }
}
