using System.Security.Cryptography;
using System.Text;
using RruffGeo.Pipeline.Remote;

namespace RruffGeo.Pipeline.Tests.Remote;

public sealed class SignatureTests : IDisposable
{
    /// <summary>The first key pair of RFC 8032, section 7.1, and the secret key of the second, as OpenSSL writes them.</summary>
    private const string Secret = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";
    private const string Public = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n";
    private const string AnothersSecret = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7\n-----END PRIVATE KEY-----\n";
    private static readonly RemotePatience patience = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
    private readonly Sandbox sandbox = new();
    private readonly CacheServer server = new();

    public void Dispose()
    {
        server.Dispose();
        sandbox.Dispose();
    }

    [Fact]
    public void What_the_right_key_signed_is_taken()
    {
        Give(Signed(Secret), "quartz");
        Assert.Equal(4, server.Files.Count);
        Assert.Equal(StageVerdict.Fetched, Take(new RemoteTrust(null, VerifyingKey.FromPem(Public)), "quartz").Verdict);
        Assert.Empty(sandbox.Warnings);
    }

    [Fact]
    public void Who_asks_for_no_signature_takes_signed_results_too()
    {
        Give(Signed(Secret), "quartz");
        Assert.Equal(StageVerdict.Fetched, Take(RemoteTrust.Everyone, "quartz").Verdict);
    }

    [Fact]
    public void What_nobody_or_another_signed_counts_as_absent_and_is_said_once()
    {
        Give(RemoteTrust.Everyone, "quartz", "calcite");
        Give(Signed(AnothersSecret), "halite");

        Take(new RemoteTrust(null, VerifyingKey.FromPem(Public)), "quartz", "calcite", "halite");

        Assert.Equal("quartz calcite halite", sandbox.TakeRan());
        Assert.Contains("does not bear the signature that is asked for", Assert.Single(sandbox.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_fits_one_manifest_only()
    {
        Give(Signed(Secret), "quartz");
        var signature = server.Files.Single(file => file.Value.Length == VerifyingKey.SignatureBytes);
        server.Files.Clear();
        Give(RemoteTrust.Everyone, "calcite");
        server.Files[signature.Key] = signature.Value;
        var record = server.Files.Single(file => file.Key.StartsWith("/ac/", StringComparison.Ordinal));
        server.Files[record.Key] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(record.Value).Replace(
            "\"outputFiles\":[", $"\"outputFiles\":[{{\"path\":\"manifest.json.ed25519\",\"digest\":{{\"hash\":\"{signature.Key[5..]}\",\"sizeBytes\":\"64\"}}}},", StringComparison.Ordinal));

        Assert.Equal(StageVerdict.Ran, Take(new RemoteTrust(null, VerifyingKey.FromPem(Public)), "calcite").Verdict);
        Assert.Single(sandbox.Warnings);
    }

    [Fact]
    public void Who_signs_takes_the_place_of_an_unsigned_record_but_not_of_its_own()
    {
        Give(RemoteTrust.Everyone, "quartz");
        Give(Signed(Secret), "quartz");
        Assert.Equal(StageVerdict.Fetched, Take(new RemoteTrust(null, VerifyingKey.FromPem(Public)), "quartz").Verdict);
        server.Asked.Clear();
        Give(Signed(Secret), "quartz");
        Assert.DoesNotContain(server.Asked, asked => asked.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public void The_public_key_follows_from_the_secret_one_as_the_standard_says()
    {
        var manifest = "any bytes"u8.ToArray();
        var signature = SigningKey.FromPem(Secret).Sign(manifest);
        Assert.True(VerifyingKey.FromPem(Public).Accepts(manifest, signature));
        Assert.True(SigningKey.FromPem(Secret).Public.Accepts(manifest, signature));
        Assert.False(SigningKey.FromPem(AnothersSecret).Public.Accepts(manifest, signature));
        signature[0] ^= 1;
        Assert.False(VerifyingKey.FromPem(Public).Accepts(manifest, signature));
        Assert.False(VerifyingKey.FromPem(Public).Accepts(manifest, []));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    [InlineData(Public)]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VuBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n")]
    public void What_is_no_secret_key_of_Ed25519_is_refused(string text) => Assert.Throws<CryptographicException>(() => SigningKey.FromPem(text));

    private static RemoteTrust Signed(string secret) => new(SigningKey.FromPem(secret), null);

    private StageRequest Stage(string mineral) => sandbox.Stage(mineral, mineral);

    private void Give(RemoteTrust trust, params string[] minerals)
    {
        using var cache = new RemoteCache(server.Address, RemoteAccess.ReadWrite, patience, trust, sandbox.Warned);
        using (var engine = new PipelineEngine(PipelineStore.Open(sandbox.StoreFolder), sandbox.RunFolder, sandbox, cache))
            foreach (var mineral in minerals)
                engine.Produce(Stage(mineral), TestContext.Current.CancellationToken);
        sandbox.TakeRan();
    }

    /// <summary>As on another machine: nothing is there but the cache.</summary>
    private StageResult Take(RemoteTrust trust, params string[] minerals)
    {
        Directory.Delete(sandbox.StoreFolder, recursive: true);
        Directory.Delete(sandbox.RunFolder, recursive: true);
        using var cache = new RemoteCache(server.Address, RemoteAccess.Read, patience, trust, sandbox.Warned);
        using var engine = new PipelineEngine(PipelineStore.Open(sandbox.StoreFolder), sandbox.RunFolder, sandbox, cache);
        return minerals.Select(mineral => engine.Produce(Stage(mineral), TestContext.Current.CancellationToken)).ToList()[^1];
    }
}
