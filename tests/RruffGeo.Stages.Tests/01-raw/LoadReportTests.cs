using RruffGeo.Spectra;

namespace RruffGeo.Stages.Tests;

public sealed class LoadReportTests : IDisposable
{
    private const string Header = "##NAMES=Quartz\n##RRUFFID=R040031\n##LOCALITY=x\n##OWNER=\n##SOURCE=\n##DESCRIPTION=\n##STATUS=\n##URL=\n";

    private readonly TestArchives archives = new();

    public void Dispose() => archives.Dispose();

    [Fact]
    public void Oddities_are_counted_by_archive_and_outcome()
    {
        var raw = archives.Run(
            archives.Write(
                "a.zip",
                (TestArchives.Name(suffix: "1"), TestArchives.Spectrum(Header)),
                (TestArchives.Name(suffix: "2"), TestArchives.Spectrum(Header, first: 200).Replace("##END=\n", "", StringComparison.Ordinal)),
                (TestArchives.Name(suffix: "3"), "1,5\n2,5\n3,5\n4,5\n"),
                ("table.pkl", "x"), ("table.npy", "x"), ("__MACOSX/._a.txt", "x"), ("more.zip", "PK")),
            archives.Write("b.zip", (TestArchives.Name("R040031-9b"), TestArchives.Spectrum(Header, first: 300).Replace("##OWNER=\n", "", StringComparison.Ordinal))));

        Assert.Equal(
            [
                "a.zip note nested-archive 1", "a.zip note no-spectrum-name 3", "a.zip read no-end-mark 1", "a.zip read shared-key 2", "a.zip rejected constant-intensity 1",
                "b.zip read missing-header 1", "b.zip read text-in-id 1",
            ],
            raw.Diagnostics.Select(d => $"{d.Archive} {d.Outcome} {d.Code} {d.Files}"));
    }

    [Fact]
    public void Axes_are_described_by_archive()
    {
        var raw = archives.Run(
            archives.Write(
                "a.zip",
                (TestArchives.Name(suffix: "1"), TestArchives.Spectrum(Header, points: 5, first: -2)),
                (TestArchives.Name(suffix: "2"), TestArchives.Spectrum(Header, points: 9, first: 100)),
                (TestArchives.Name(suffix: "3"), Header + "4003,1\n4002,2\n4001,3\n4000,4\n"),
                (TestArchives.Name(suffix: "4"), Header + "1,1\n3,2\n2,3\n2,4\n8,5\n9,6\n"),
                (TestArchives.Name(suffix: "5"), Header + "1,1\n2,1\n3,1\n4,1\n")));

        // Steps: 1, 1, 1 and (9 − 1)/4 = 2; points: 4, 5, 5, 9.
        Assert.Equal(
            new AxisReport
            {
                Archive = "a.zip",
                Spectra = 4,
                Lowest = -2,
                Highest = 4003,
                FewestPoints = 4,
                MedianPoints = 5,
                MostPoints = 9,
                MedianStep = 1,
                Decreasing = 1,
                Unsorted = 1,
                Duplicated = 1,
                Negative = 1,
                AboveTwoThousand = 1,
            },
            Assert.Single(raw.Axes));
    }

    [Fact]
    public void Known_archives_are_compared_with_the_pinned_ones_and_an_accepted_vintage_says_its_date()
    {
        (string, string)[] members = [(TestArchives.Name(), TestArchives.Spectrum(Header)), ("readme.txt", "x")];
        ArchiveFile File(string name, string sha256, string accepted = "") => new(archives.Write(name, [(TestArchives.Name(suffix: $"{name.Length}"), members[0].Item2), members[1]]), sha256, 1, accepted);

        var raw = archives.RunMeasured(
            File("LR-Raman.zip", ArchiveManifest.Rruff.Find("LR-Raman")!.Sha256), File("fair_oriented.zip", "other"),
            File("unrated_oriented.zip", "newer", "2026-11-02T10:00:00Z"), File("own.zip", "x"));

        Assert.Equal(
            ["LR-Raman.zip pinned ", "fair_oriented.zip other ", "own.zip unknown ", "unrated_oriented.zip accepted 2026-11-02T10:00:00Z"],
            raw.Archives.Select(archive => $"{archive.Archive} {archive.State} {archive.Accepted}"));
        Assert.Equal(
            ["LR-Raman.zip pinned 1", "excellent_oriented.zip missing 0", "excellent_unoriented.zip missing 0", "fair_oriented.zip other 1", "fair_unoriented.zip missing 0",
             "poor_unoriented.zip missing 0", "unrated_oriented.zip other 1", "unrated_unoriented.zip missing 0"],
            raw.KnownArchives.Select(archive => $"{archive.Archive} {archive.State} {archive.Files}"));
    }

    [Fact]
    public void The_simulated_corpus_is_compared_with_nothing()
    {
        var raw = archives.Run(archives.Write("LR-Raman.zip", (TestArchives.Name(), TestArchives.Spectrum(Header))));

        Assert.Empty(raw.KnownArchives);
        Assert.Equal(("simulated", "2020-01-01"), (raw.Archives[0].State, raw.Archives[0].Vintage));
    }
}
