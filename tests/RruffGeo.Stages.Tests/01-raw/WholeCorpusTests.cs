using RruffGeo.Demo;

namespace RruffGeo.Stages.Tests;

public sealed class WholeCorpusTests : IDisposable
{
    private readonly TestArchives archives = new();

    public void Dispose() => archives.Dispose();

    [Fact]
    public void Every_member_of_the_embedded_corpus_is_accounted_for()
    {
        var folder = Path.Combine(Path.GetDirectoryName(archives.Write("unused.zip"))!, "demo");
        DemoCorpus.Write(folder, new DemoParameters(), TestContext.Current.CancellationToken);

        var raw = archives.Run(Directory.GetFiles(folder, "*.zip"));

        Assert.All(raw.Archives, report => Assert.Equal(report.Members, report.Spectra + report.Rejected + report.Notes));
        Assert.Equal(raw.Archives.Sum(report => report.Spectra), raw.Descriptions.Count);
        Assert.Equal(raw.Archives.Sum(report => report.Rejected), raw.Rejected.Count(input => input.Scope == "file"));
        Assert.Equal(raw.Archives.Sum(report => report.Notes), raw.Rejected.Count(input => input.Scope == "note"));
        Assert.All(raw.Rejected, input => Assert.NotEmpty(input.Reason));
        string[] oddities =
        [
            "blank-separated", "byte-order-mark", "column-titles", "comment-line", "cp1252", "decreasing-wavenumbers", "duplicated-wavenumbers",
            "id-conflict", "laser-conflict", "multi-line-header", "no-end-mark", "non-finite", "repeated-header", "stray-line", "tab-separated",
            "unsorted-wavenumbers",
        ];
        Assert.Superset(oddities.ToHashSet(), raw.Descriptions.SelectMany(row => row.Diagnostics.Split(';')).ToHashSet());
        var twins = raw.Descriptions.GroupBy(row => row.Acquisition).Where(group => group.Any(row => row.Kind == "RAW") && group.Any(row => row.Kind == "Processed"));
        Assert.True(twins.Count() > raw.Descriptions.Count / 3);
    }

    [Fact]
    public void The_real_archives_hold_what_is_known_of_them()
    {
        var folder = RealArchives();
        Assert.SkipUnless(Directory.Exists(folder), "needs ../shared/data/rruff, which is not part of the repository");

        // The largest, excellent_unoriented.zip, would only make this slow.
        var raw = archives.Run(Path.Combine(folder, "LR-Raman.zip"), Path.Combine(folder, "excellent_oriented.zip"));
        var counts = raw.Descriptions.GroupBy(row => row.Archive).Select(group =>
            $"{group.Key}: {group.Count()} files, {group.Select(row => row.Specimen).Distinct().Count()} specimens, "
            + $"{group.Select(row => row.Mineral).Distinct().Count()} names, {group.Count(row => row.Kind == "RAW")} RAW, "
            + $"{group.GroupBy(row => row.Acquisition).Count(twins => twins.Select(row => row.Kind).Distinct().Count() == 2)} pairs");

        Assert.Equal(
            [
                "LR-Raman.zip: 2491 files, 1004 specimens, 833 names, 1629 RAW, 532 pairs",
                "excellent_oriented.zip: 3696 files, 449 specimens, 222 names, 0 RAW, 0 pairs",
            ],
            counts);
        Assert.DoesNotContain(raw.Rejected, input => input.Scope != "line");
    }

    private static string RealArchives()
    {
        var root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "RruffGeo.sln")))
            root = Path.GetDirectoryName(root);
        return Path.GetFullPath(Path.Combine(root ?? "", "..", "shared", "data", "rruff"));
    }
}
