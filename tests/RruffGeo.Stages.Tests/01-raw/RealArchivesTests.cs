using System.IO.Compression;
using System.Security.Cryptography;

namespace RruffGeo.Stages.Tests;

/// <summary>What is known of the archives in <c>../shared/data/rruff</c>, which are no part of the repository.</summary>
public sealed class RealArchivesTests(RealArchivesTests.Run run) : IClassFixture<RealArchivesTests.Run>
{
    [Fact]
    public void Files_read_rejected_and_noted_are_all_members()
    {
        var raw = run.OrSkip();

        Assert.Equal(3, raw.Archives.Count);
        foreach (var archive in raw.Archives)
        {
            using var zip = ZipFile.OpenRead(Path.Combine(Run.Folder, archive.Archive));
            var members = zip.Entries.Count(entry => entry.Name.Length > 0);
            Assert.Equal((members, members), (archive.Members, archive.Spectra + archive.Rejected + archive.Notes));
            Assert.Equal(archive.Spectra, raw.Descriptions.Count(row => row.Archive == archive.Archive));
            Assert.Equal(archive.Rejected, raw.Rejected.Count(input => input.Archive == archive.Archive && input.Scope == "file"));
            Assert.Equal(archive.Notes, raw.Rejected.Count(input => input.Archive == archive.Archive && input.Scope == "note"));
        }
    }

    [Theory]
    [InlineData("LR-Raman.zip", 2_491, 1_004, 833, 1_629, 532)]
    [InlineData("excellent_oriented.zip", 3_696, 449, 222, 0, 0)]
    [InlineData("excellent_unoriented.zip", 5_471, 2_871, 1_749, 10, 3)]
    public void Files_specimens_names_and_twins_are_as_counted_before(string archive, int files, int specimens, int names, int raws, int pairs)
    {
        run.OrSkip();
        var rows = run.Written.Where(row => row.Archive == archive).ToList();

        Assert.Equal(
            (files, specimens, names, raws, pairs),
            (rows.Count, rows.Select(row => row.Specimen).Distinct().Count(), rows.Select(row => row.Mineral).Distinct().Count(), rows.Count(row => row.Kind == "RAW"),
                rows.GroupBy(row => row.Acquisition).Count(twins => twins.Select(row => row.Kind).Distinct().Count() == 2)));
    }

    [Theory]
    [InlineData("html-entities", "excellent_unoriented.zip", 1_645)]
    [InlineData("html-entities", "excellent_oriented.zip", 688)]
    [InlineData("no-end-mark", "LR-Raman.zip", 49)]
    [InlineData("decreasing-wavenumbers", "excellent_oriented.zip", 1)]
    [InlineData("duplicated-wavenumbers", "excellent_oriented.zip", 1)]
    [InlineData("cp1252", "LR-Raman.zip", 1)]
    [InlineData("id-conflict", "excellent_unoriented.zip", 7)]
    public void Oddities_are_as_counted_before(string code, string archive, int files) => Assert.Equal(
        files, run.OrSkip().Diagnostics.Where(count => (count.Code, count.Archive, count.Outcome) == (code, archive, "read")).Sum(count => count.Files));

    [Fact]
    public void They_are_known_by_name_and_are_not_the_pinned_ones()
    {
        var raw = run.OrSkip();

        Assert.All(raw.Archives, archive => Assert.Equal("other", archive.State));
        Assert.Equal(["2026-03-19", "2019-08-06", "2019-11-15"], raw.Archives.Select(archive => archive.Vintage));
        Assert.Equal(11_658, raw.KnownArchives.Sum(archive => archive.Files));
        Assert.Equal(5, raw.KnownArchives.Count(archive => archive.State == "missing"));
    }

    [Fact]
    public void The_older_archives_take_names_and_localities_from_the_newer_one()
    {
        var raw = run.OrSkip();

        Assert.All(raw.Preferred, text => Assert.True(string.CompareOrdinal(text.PreferredVintage, text.WrittenVintage) > 0));
        Assert.Contains(raw.Preferred, text => (text.Field, text.Written, text.Preferred) == ("mineral", "Labradorite", "Anorthite"));
        Assert.Contains(raw.Preferred, text => text.Field == "locality");
        var byId = raw.Descriptions.ToDictionary(row => row.SpectrumId);
        Assert.All(raw.Preferred, text => Assert.Equal(text.Preferred, text.Field == "mineral" ? byId[text.SpectrumId].Mineral : byId[text.SpectrumId].Locality));
    }

    /// <summary>Stage 01 over the three archives, once for all tests of the class.</summary>
    public sealed class Run : IDisposable
    {
        private readonly TestArchives archives = new();
        private readonly Lazy<RawSpectra> raw;

        public Run() => raw = new Lazy<RawSpectra>(() => archives.RunMeasured(
            [.. Directory.GetFiles(Folder, "*.zip").Order(StringComparer.Ordinal).Select(path => new ArchiveFile(path, Digest(path), new FileInfo(path).Length))]));

        public static string Folder { get; } = Find();

        /// <summary>What the files themselves say, whatever a newer vintage says.</summary>
        internal IReadOnlyList<SpectrumDescription> Written =>
            RruffGeo.Artifacts.ParquetTable.Read<SpectrumDescription>(Path.Combine(archives.LastDestination, "raw.parquet"));

        internal RawSpectra OrSkip()
        {
            Assert.SkipUnless(Directory.Exists(Folder), "needs ../shared/data/rruff, which is not part of the repository");
            return raw.Value;
        }

        public void Dispose() => archives.Dispose();

        private static string Digest(string path)
        {
            using var file = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }

        private static string Find()
        {
            var root = AppContext.BaseDirectory;
            while (root is not null && !File.Exists(Path.Combine(root, "RruffGeo.sln")))
                root = Path.GetDirectoryName(root);
            return Path.GetFullPath(Path.Combine(root ?? "", "..", "shared", "data", "rruff"));
        }
    }
}
