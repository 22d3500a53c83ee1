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
}
