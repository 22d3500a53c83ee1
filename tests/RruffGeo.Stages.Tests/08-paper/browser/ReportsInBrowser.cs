using System.Collections.Immutable;
using RruffGeo.Presentation;
using RruffGeo.Presentation.Report;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Stages.Tests;

/// <summary>The reports of small runs and a page of long tables, and one browser to look at them; tests skip where there is no browser.</summary>
public sealed class ReportsInBrowser : IAsyncLifetime
{
    /// <summary>Names that try to become something else than text.</summary>
    public static ImmutableArray<string> HostileNames { get; } =
    [
        "</script><img src=x onerror=alert(1)>", "\"><svg onload=alert(2)>", "{{constructor.constructor('alert(3)')()}}", "\u202Egnp.oediv\u2028</td>", "a\0b-->", new string('W', 400),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("rruffgeo-reports-").FullName;
    private Chromium? chromium;

    internal string Small => Path.Combine(folder, "small.html");

    internal string Hostile => Path.Combine(folder, "hostile.html");

    /// <summary>As the hostile one, with harmless names.</summary>
    internal string Harmless => Path.Combine(folder, "harmless.html");

    internal string Long => Path.Combine(folder, "long.html");

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Program() is not { } program)
            return;
        var starting = Chromium.Start(program);
        Write(Small, new MiniRun(DataKind.Simulated));
        Write(Hostile, new MiniRun(countries: [.. HostileNames]));
        Write(Harmless, new MiniRun(countries: [.. HostileNames.Select((_, index) => $"country {index}")]));
        await File.WriteAllTextAsync(Long, HtmlReport.Of(new ReportPage("Long tables", "", DataOrigin.Measured, [], [new Section("tables", "Tables", [new TableBlock(Rows("middle", 60)), new TableBlock(Rows("large", 300), Folding.Folded)])])));
        chromium = await starting;
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    internal Task<OpenedReport> Open(string path, int width = 1280, string beforehand = "")
    {
        Assert.SkipWhen(chromium is null, "needs Chromium: none is on the path, and CHROMIUM does not name one (Debian: apt-get install chromium)");
        return OpenedReport.Open(chromium!.Browser, path, width, beforehand);
    }

    // Values fall as names rise; every tenth is missing.
    private static Table Rows(string id, int count) => new(
        id, $"A table of {count} rows", DataOrigin.Measured,
        [new Column("Name", "name", CellKind.Text), new Column("Kind", "kind", CellKind.Text), new Column("Value", "value", CellKind.Number)],
        [.. Enumerable.Range(0, count).Select(row => ImmutableArray.Create(Cell.Of($"name {row:000}"), Cell.Of(row % 3 == 0 ? "third" : "other"), row % 10 == 9 ? Cell.Missing : Cell.Of(1000 - (0.5 * row), 1)))]);

    private static void Write(string path, MiniRun run)
    {
        using (run)
        {
            run.WritePaper();
            File.Copy(Path.Combine(run.Destination, "report.html"), path);
        }
    }
}

/// <summary>All tests that need the browser share it.</summary>
[CollectionDefinition(nameof(ReportsInBrowser))]
public sealed class ReportsInBrowserShared : ICollectionFixture<ReportsInBrowser>;
