namespace RruffGeo.Stages.Tests;

public sealed class RealTwinsTests : IDisposable
{
    private readonly TestArchives archives = new();

    public void Dispose() => archives.Dispose();

    [Fact]
    public void Nearly_all_known_pairs_of_the_real_archive_are_found_on_the_half_that_chose_nothing()
    {
        var archive = Path.Combine(RealArchivesTests.Run.Folder, "LR-Raman.zip");
        Assert.SkipUnless(File.Exists(archive), "needs ../shared/data/rruff, which is not part of the repository");

        var raw = archives.Run(archive);
        FindTwins.Run(raw, new MetricsParameters(), archives.Stage(TestContext.Current.CancellationToken));

        var odd = new MeasuredModels(archives.LastDestination).TwinRecalls[1];
        Assert.Equal("odd", odd.Half);
        Assert.True(odd.Known > 200 && odd.Recall >= 0.95 && odd.Precision >= 0.95, odd.ToString());
    }
}
