using System.Diagnostics;
using RruffGeo.Build.Arguments;
using RruffGeo.Loopback;

namespace RruffGeo.Build.Tests;

public sealed class GeocodingRunTests(SharedStore store) : IClassFixture<SharedStore>, IDisposable
{
    private const string Token = "AAPT-t0ken-of-the-test";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rruffgeo-live-");

    private string AnswersPath => Path.Combine(folder.FullName, "answers.csv");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_literal_paper_survives_a_kill_and_repeats_without_the_network()
    {
        Process? running = null;
        var answered = 0;
        using var server = new LoopbackServer(request =>
        {
            if (Interlocked.Increment(ref answered) == 25)
                running!.Kill();
            return LoopbackReply.Ok(Knows(request) ? GeocoderBodies.Found(request.Service, "46.5", "8.25", "Somewhere") : GeocoderBodies.NotFound(request.Service));
        });
        using (running = Process.Start(Start([.. Live(server), .. Places("killed")]))!)
        {
            var said = running.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await running.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("Geocoded   done", await said, StringComparison.Ordinal);
            await running.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(25, server.Requests.Count);
        Assert.False(File.Exists(AnswersPath));

        var resumed = Run([.. Live(server), .. Places("killed")]);
        Assert.True(resumed.ExitCode == 0, resumed.Output);
        Assert.Matches("Geocoded   [1-9][0-9]* found, [0-9]+ not found, 0 failed; texts asked: Nominatim [0-9]+, Photon [0-9]+, ArcGIS [0-9]+", resumed.Output);
        var asked = server.Requests.Select(request => (request.Service, request.Text)).ToList();
        Assert.Equal(asked.Distinct().Count() + 1, asked.Count); // the one that was under way when the process was killed
        Assert.Equal(asked[24], asked[25]);

        var repeated = Run([.. Offline, .. Places("repeated")]);
        Assert.True(repeated.ExitCode == 0, repeated.Output);
        Assert.Contains("nothing is asked", repeated.Output, StringComparison.Ordinal);
        Assert.Contains("Geocoded   done in", repeated.Output, StringComparison.Ordinal);
        Assert.Equal(asked.Count, server.Requests.Count);
        Assert.Equal(Geocoded("killed"), Geocoded("repeated"));

        Assert.All(server.Requests.Where(request => request.Service == "ArcGIS"), request => Assert.Equal((Token, "true"), (request.Query["token"], request.Query["forStorage"])));
        Assert.All(
            folder.EnumerateFiles("*", SearchOption.AllDirectories).Concat(store.Folder.EnumerateFiles("*", SearchOption.AllDirectories)).Select(file => File.ReadAllText(file.FullName)).Append(resumed.Output),
            text => Assert.DoesNotContain(Token, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_failed_locality_is_reported_and_the_run_goes_on()
    {
        using var server = new LoopbackServer(request => request.Text.EndsWith("Brazil", StringComparison.Ordinal)
            ? new LoopbackReply(400, "no")
            : LoopbackReply.Ok(GeocoderBodies.Found(request.Service, "46.5", "8.25", "Somewhere")));

        var run = Run([.. Live(server), .. Places("failed")]);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Matches("warning: failed: '.*Brazil': Nominatim: HTTP 400 \\(bad query\\): no\n", run.Output);
        Assert.Contains("localities have no answer and stay without a point. The same command asks again, for them alone.", run.Output, StringComparison.Ordinal);

        var offline = Run([.. Offline, .. Places("offline")]);
        Assert.True(offline.ExitCode == 0, offline.Output);
        Assert.Equal(Geocoded("failed"), Geocoded("offline"));
    }

    [Fact]
    public void An_incomplete_answer_file_and_no_network_end_in_a_sentence()
    {
        File.WriteAllText(AnswersPath, "candidate,geocoder,outcome,latitude,longitude,matched,kind,score,asked,licence,address,status,body_sha256\n");
        var run = Run([.. Offline, .. Places("refused")]);
        Assert.Equal(1, run.ExitCode);
        Assert.Matches("answers.csv lacks answers for [0-9]+ localities, and --offline forbids to ask; the first: Nominatim: ", run.Output);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_says_that_geocoders_may_be_asked_and_asks_none()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Page(500));
        var run = Run([.. Live(server), .. Places("planned"), "--plan"]);
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Matches("Geocoded +may ask +Nominatim, Photon, ArcGIS for what .*answers.csv lacks; then it runs", run.Output);
        Assert.Empty(server.Requests);
    }

    /// <summary>Each service knows some texts, none knows all, and some are known by none before they are truncated.</summary>
    private static bool Knows(LoopbackRequest request) => (request.Text.Sum(letter => letter) + request.Service.Length) % 3 == 0 || !request.Text.Contains(',');

    private string[] Offline => ["--target=Geocoded", "--set", "Geocoded.Services=Nominatim,Photon,ArcGIS", $"--answers={AnswersPath}", "--offline"];

    private string[] Places(string run) => [$"--outputs={folder.FullName}/{run}", $"--store={store.Folder.FullName}", "--force=Geocoded"];

    private IEnumerable<string> Live(LoopbackServer server) =>
    [
        .. Offline.SkipLast(1), "--contact=curator@example.org",
        .. ((string[])["Nominatim", "Photon", "ArcGIS"]).SelectMany(name => (string[])[$"--server={name}={server.Address}", $"--rate={name}=1000"]),
    ];

    private byte[] Geocoded(string run) => File.ReadAllBytes(Path.Combine(folder.FullName, run, "demo", "02-geocoded", "geocoded.parquet"));

    private static HostRun Run(IEnumerable<string> arguments)
    {
        var start = Start(arguments);
        return HostRun.Of(start.FileName, start.ArgumentList, start.WorkingDirectory, new() { [GeocodingArguments.TokenVariable] = Token });
    }

    private static ProcessStartInfo Start(IEnumerable<string> arguments) => new("dotnet", [Path.Combine(AppContext.BaseDirectory, "RruffGeo.Build.dll"), .. arguments])
    {
        WorkingDirectory = Path.GetTempPath(),
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { [GeocodingArguments.TokenVariable] = Token },
    };
}
