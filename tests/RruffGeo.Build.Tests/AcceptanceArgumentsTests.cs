using RruffGeo.Build.Arguments;

namespace RruffGeo.Build.Tests;

public sealed class AcceptanceArgumentsTests : IDisposable
{
    /// <summary>The first key pair of RFC 8032, section 7.1.</summary>
    private const string Secret = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";
    private const string Public = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n";
    private readonly string folder = Directory.CreateTempSubdirectory("keys-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_stage_is_accepted_with_a_reason()
    {
        var engine = Typed.Arguments("corpus=demo", "target=Paper", "accept=models", "reason=a method was renamed").Engine;
        Assert.Equal("Models", Assert.Single(engine.Accept));
        Assert.Equal("a method was renamed", engine.AcceptReason);
    }

    [Theory]
    [InlineData("say why, in one line of at most 400 characters", "target=Paper", "accept=Models")]
    [InlineData("--reason says why a change is accepted: name the stage with --accept=STAGE.", "target=Paper", "reason=because")]
    [InlineData("--accept: there is no 'Model'. Did you mean 'Models'?", "target=Paper", "accept=Model", "reason=because")]
    [InlineData("--accept is recorded by a run", "target=Plan", "accept=Models", "reason=because")]
    [InlineData("--json is a form of a plan", "target=Paper", "json")]
    [InlineData("--json is a form of a plan", "target=Graph", "json")]
    public void What_contradicts_itself_is_said(string mistake, params string[] words) =>
        Assert.Contains(mistake, Typed.Mistakes(["corpus=demo", .. words]), StringComparison.Ordinal);

    [Fact]
    public void A_plan_for_programs_is_asked_for_with_json() => Assert.Equal(PlanForm.Json, Typed.Arguments("target=Explain", "json").Form);

    [Fact]
    public void Keys_are_read_from_their_files()
    {
        var trust = Typed.Arguments("cache=http://host/", "cache-write", $"cache-sign={Key(Secret)}", $"cache-trust={Key(Public)}").Engine.CacheTrust;
        Assert.NotNull(trust.Signs);
        Assert.NotNull(trust.Believes);
        Assert.Equal((null, null), (Typed.Arguments("cache=http://host/").Engine.CacheTrust.Signs, Typed.Arguments().Engine.CacheTrust.Believes));
    }

    [Fact]
    public void A_key_that_cannot_be_used_is_a_mistake_that_says_how_to_make_one()
    {
        Assert.Contains("expected a PEM section 'PRIVATE KEY'. openssl genpkey -algorithm ed25519", Typed.Mistakes("cache=http://host/", "cache-write", $"cache-sign={Key(Public)}"), StringComparison.Ordinal);
        Assert.Contains("there is no such file. openssl pkey -in SECRET -pubout", Typed.Mistakes("cache=http://host/", $"cache-trust={folder}/none"), StringComparison.Ordinal);
        Assert.Contains("--cache-trust is about a cache", Typed.Mistakes($"cache-trust={Key(Public)}"), StringComparison.Ordinal);
        Assert.Contains("say --cache-write as well", Typed.Mistakes("cache=http://host/", $"cache-sign={Key(Secret)}"), StringComparison.Ordinal);
    }

    private string Key(string text)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():n}.pem");
        File.WriteAllText(path, text);
        return path;
    }
}
