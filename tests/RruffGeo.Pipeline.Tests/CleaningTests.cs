using RruffGeo.Pipeline.Upkeep;

namespace RruffGeo.Pipeline.Tests;

public sealed class CleaningTests : IDisposable
{
    private static readonly CollectionLimits none = new(TimeSpan.FromDays(30), long.MaxValue, TimeSpan.Zero);
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void What_was_not_used_for_long_goes_and_what_a_kept_run_has_stays()
    {
        Make("old and unused");
        Make("old and kept");
        Age(sandbox.Records(), TimeSpan.FromDays(40));
        sandbox.Engine = sandbox.NewEngine();

        var report = Clean(none, CollectionMode.Delete, sandbox.RunFolder);

        Assert.Equal((1, 14, 12), (report.Runs, report.FreedBytes, report.KeptBytes));
        Assert.Equal([new CollectedStage("01-raw", 1, 14)], report.Stages);
        Assert.Equal("old and kept", File.ReadAllText(Assert.Single(sandbox.Blobs())));
        Assert.Equal(StageVerdict.UpToDate, Make("old and kept").Verdict);
        Assert.Equal(StageVerdict.Ran, Make("old and unused").Verdict);
    }

    [Fact]
    public void Without_kept_runs_all_that_is_old_goes()
    {
        Make("quartz");
        Age(sandbox.Records(), TimeSpan.FromDays(40));
        Clean(none, CollectionMode.Delete);
        Assert.Empty(sandbox.Blobs());
        Assert.Empty(sandbox.Records());
    }

    [Fact]
    public void Notes_of_code_go_once_they_are_old_and_nothing_made_by_it_is_left()
    {
        Make("quartz");
        var code = Directory.CreateDirectory(Path.Combine(sandbox.StoreFolder, "code")).FullName;
        var used = Path.Combine(code, $"{sandbox.Stage("01-raw", "quartz").CodeDigest}.txt");
        var (gone, young) = (Path.Combine(code, $"{new string('a', 64)}.txt"), Path.Combine(code, $"{new string('b', 64)}.txt"));
        foreach (var path in (string[])[used, gone, young])
            File.WriteAllText(path, "notes");
        Age([used, gone], TimeSpan.FromDays(40));

        Assert.Equal([new CollectedStage("code", 0, 5)], Clean(none, CollectionMode.DryRun).Stages);
        Assert.True(File.Exists(gone));
        Clean(none, CollectionMode.Delete);
        Assert.Equal((true, false, true), (File.Exists(used), File.Exists(gone), File.Exists(young)));
    }

    [Fact]
    public void What_is_young_stays()
    {
        Make("quartz");
        Assert.Equal(0, Clean(none, CollectionMode.Delete).Runs);
        Assert.Single(sandbox.Blobs());
    }

    [Fact]
    public void A_dry_run_says_the_same_and_deletes_nothing()
    {
        Make("quartz");
        Age(sandbox.Records(), TimeSpan.FromDays(40));
        var dry = Clean(none, CollectionMode.DryRun);
        Assert.Single(sandbox.Blobs());
        Assert.Single(sandbox.Records());
        var wet = Clean(none, CollectionMode.Delete);
        Assert.Equal((dry.Runs, dry.FreedBytes, dry.KeptBytes), (wet.Runs, wet.FreedBytes, wet.KeptBytes));
        Assert.Equal(dry.Stages, wet.Stages);
    }

    [Fact]
    public void The_least_recently_used_go_until_the_rest_fits()
    {
        for (var days = 1; days <= 4; days++)
        {
            Make($"artifact {days}");
            Age(sandbox.Records().Where(record => File.GetLastWriteTimeUtc(record) > DateTime.UtcNow.AddHours(-1)), TimeSpan.FromDays(days));
        }

        var report = Clean(none with { MostBytes = 25 }, CollectionMode.Delete);

        Assert.Equal((2, 20, 20), (report.Runs, report.FreedBytes, report.KeptBytes));
        Assert.Equal(["artifact 1", "artifact 2"], sandbox.Blobs().Select(File.ReadAllText).Order());
    }

    [Fact]
    public void A_file_that_two_results_share_stays_while_one_of_them_does()
    {
        Make("quartz");
        Age(sandbox.Records(), TimeSpan.FromDays(40));
        sandbox.Produce(sandbox.Stage("02-geocoded", "quartz"));

        var report = Clean(none, CollectionMode.Delete);

        Assert.Equal((1, 0), (report.Runs, report.FreedBytes));
        Assert.Single(sandbox.Blobs());
    }

    [Fact]
    public void Files_that_no_result_names_go_once_they_are_old_enough()
    {
        Make("quartz");
        File.Delete(Assert.Single(sandbox.Records()));
        Assert.Equal(0, Clean(none with { Grace = TimeSpan.FromHours(1) }, CollectionMode.Delete).FreedBytes);
        Assert.Equal([new CollectedStage("", 0, 6)], Clean(none, CollectionMode.Delete).Stages);
        Assert.Empty(sandbox.Blobs());
    }

    [Fact]
    public void Artifacts_that_stay_in_the_store_lose_their_folders_too()
    {
        var made = sandbox.Produce(sandbox.Stage("00-corpus", "quartz") with { Materialise = false });
        Age(sandbox.Records(), TimeSpan.FromDays(40));
        Clean(none, CollectionMode.Delete);
        Assert.False(Directory.Exists(made.Folder));
    }

    [Fact]
    public void What_was_found_damaged_goes_by_the_time_it_was_found()
    {
        Make("quartz");
        File.SetAttributes(sandbox.Blobs()[0], FileAttributes.Normal);
        File.WriteAllText(sandbox.Blobs()[0], "quarts");
        File.SetLastWriteTimeUtc(sandbox.Blobs()[0], DateTime.UtcNow.AddDays(-40));
        sandbox.Engine = sandbox.NewEngine();
        Make("quartz");
        var evidence = sandbox.Quarantined().Sum(path => new FileInfo(path).Length);
        Assert.Equal(2, sandbox.Quarantined().Length);

        Assert.Empty(Clean(none, CollectionMode.Delete).Stages);
        Assert.Equal(2, sandbox.Quarantined().Length);
        Assert.Equal([new CollectedStage("quarantine", 0, evidence)], Clean(none with { OlderThan = TimeSpan.Zero }, CollectionMode.Delete, sandbox.RunFolder).Stages);
        Assert.Empty(sandbox.Quarantined());
    }

    [Fact]
    public void What_the_results_that_stay_were_made_of_is_named()
    {
        sandbox.Produce(sandbox.Stage("01-raw", "quartz", ("00-archives/raman.zip", new string('1', 64))));
        Assert.Equal([new string('1', 64)], Clean(none, CollectionMode.Delete).Inputs);
        Age(sandbox.Records(), TimeSpan.FromDays(40));
        Assert.Empty(Clean(none, CollectionMode.DryRun).Inputs);
    }

    [Fact]
    public void A_use_keeps_a_result_young()
    {
        Make("quartz");
        Age(sandbox.Records(), TimeSpan.FromDays(40));
        Make("quartz");
        Assert.Equal(0, Clean(none, CollectionMode.Delete).Runs);
    }

    private StageResult Make(string content)
    {
        var result = sandbox.Produce(sandbox.Stage("01-raw", content));
        sandbox.Engine.WriteLock();
        return result;
    }

    private CollectionReport Clean(CollectionLimits limits, CollectionMode mode, params string[] kept) =>
        StoreCleaning.Run(PipelineStore.Open(sandbox.StoreFolder), kept, limits, mode);

    private static void Age(IEnumerable<string> records, TimeSpan age)
    {
        foreach (var record in records)
            File.SetLastWriteTimeUtc(record, DateTime.UtcNow - age);
    }
}
