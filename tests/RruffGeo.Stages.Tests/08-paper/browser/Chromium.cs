using PuppeteerSharp;

namespace RruffGeo.Stages.Tests;

/// <summary>A browser without a window and without a network of its own; started once, with an empty profile.</summary>
internal sealed class Chromium(IBrowser browser, string profile) : IAsyncDisposable
{
    // A machine with much else to do takes its time.
    private const int PatienceMilliseconds = 180_000;

    private static readonly string[] names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    public IBrowser Browser => browser;

    /// <summary>The program that <c>CHROMIUM</c> names, else the first one found on the path; null if there is none.</summary>
    public static string? Program() => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? named
        : (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
           from name in names
           let path = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)
           where File.Exists(path)
           select path).FirstOrDefault();

    public static async Task<Chromium> Start(string program)
    {
        var profile = Directory.CreateTempSubdirectory("rruffgeo-browser-").FullName;
        var browser = await Puppeteer.LaunchAsync(new LaunchOptions
        {
            ExecutablePath = program,
            Headless = true,
            UserDataDir = profile,
            Timeout = PatienceMilliseconds,
            ProtocolTimeout = PatienceMilliseconds,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            ],
        });
        return new Chromium(browser, profile);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (IOException)
        {
            // The browser's last process may still be writing; the folder lies among the temporary ones.
        }
    }
}
