using RruffGeo.Build.Housekeeping;
using RruffGeo.Pipeline.Upkeep;

namespace RruffGeo.Build.Tests;

public sealed class LogCleaningTests : IDisposable
{
    private static readonly CollectionLimits limits = new(TimeSpan.FromDays(30), long.MaxValue, TimeSpan.FromHours(1));
    private readonly string runs = Directory.CreateTempSubdirectory("runs-").FullName;

    public void Dispose() => Directory.Delete(runs, recursive: true);

    [Fact]
    public void Logs_of_a_run_that_is_gone_go_once_they_are_old()
    {
        Put("kept", 40);
        Put("gone", 40);
        Put("young", 1);

        var dry = LogCleaning.Run(runs, new HashSet<string> { "kept" }, limits, CollectionMode.DryRun);
        Assert.Equal(["gone", "kept", "young"], Left());
        var wet = LogCleaning.Run(runs, new HashSet<string> { "kept" }, limits, CollectionMode.Delete);

        Assert.Equal((6L, 6L), (dry.Bytes, wet.Bytes));
        Assert.Equal(["gone"], dry.Names);
        Assert.Equal(["gone"], wet.Names);
        Assert.Equal(["kept", "young"], Left());
    }

    [Fact]
    public void One_young_log_keeps_all_of_its_run()
    {
        Put("gone", 40);
        File.WriteAllText(Path.Combine(runs, "gone", "logs", "02-geocoded.log"), "now");
        Assert.Empty(LogCleaning.Run(runs, new HashSet<string>(), limits, CollectionMode.Delete).Names);
    }

    [Fact]
    public void What_is_written_at_this_moment_stays_even_if_no_age_is_asked_for()
    {
        Put("running", 0);
        Assert.Empty(LogCleaning.Run(runs, new HashSet<string>(), limits with { OlderThan = TimeSpan.Zero }, CollectionMode.Delete).Names);
    }

    [Fact]
    public void A_link_is_not_followed()
    {
        Put("gone", 40);
        var elsewhere = Directory.CreateTempSubdirectory("elsewhere-");
        File.WriteAllText(Path.Combine(elsewhere.FullName, "file"), "text");
        Directory.CreateSymbolicLink(Path.Combine(runs, "link"), elsewhere.FullName);
        Assert.Equal(["gone"], LogCleaning.Run(runs, new HashSet<string>(), limits with { OlderThan = TimeSpan.Zero, Grace = TimeSpan.Zero }, CollectionMode.Delete).Names);
        Assert.True(File.Exists(Path.Combine(elsewhere.FullName, "file")));
        elsewhere.Delete(recursive: true);
    }

    private string[] Left() => [.. Directory.EnumerateDirectories(runs).Select(run => Path.GetFileName(run)).Order()];

    private void Put(string run, int days)
    {
        var logs = Directory.CreateDirectory(Path.Combine(runs, run, "logs"));
        var time = DateTime.UtcNow.AddDays(-days);
        foreach (var path in (string[])[Path.Combine(logs.FullName, "01-raw.log"), Path.Combine(runs, run, "events.jsonl")])
        {
            File.WriteAllText(path, "log");
            File.SetLastWriteTimeUtc(path, time);
        }
        Directory.SetLastWriteTimeUtc(logs.FullName, time);
        Directory.SetLastWriteTimeUtc(Path.Combine(runs, run), time);
    }
}
