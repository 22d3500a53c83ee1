using System.Security.Cryptography;
using System.Text;

namespace RruffGeo.Demo.Tests;

public sealed class DemoCorpusTests(DemoCorpusTests.Written written) : IClassFixture<DemoCorpusTests.Written>
{
    private readonly DemoFiles corpus = written.Corpus;

    [Fact]
    public Task The_corpus_has_the_same_bytes_on_every_platform()
    {
        var text = new StringBuilder();
        foreach (var path in corpus.Archives)
        {
            var members = corpus.Members.Count(m => m.Archive == Path.GetFileName(path));
            text.Append($"{Path.GetFileName(path)}  members {members}  sha256 {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}\n");
        }

        return Verify(text.ToString());
    }

    [Fact]
    public void Equal_seeds_give_equal_bytes_and_other_seeds_do_not()
    {
        using var same = new DemoFiles(new DemoParameters());
        using var other = new DemoFiles(new DemoParameters { Seed = 7 });
        for (var i = 0; i < corpus.Archives.Count; i++)
        {
            Assert.Equal(File.ReadAllBytes(corpus.Archives[i]), File.ReadAllBytes(same.Archives[i]));
            Assert.NotEqual(File.ReadAllBytes(corpus.Archives[i]), File.ReadAllBytes(other.Archives[i]));
        }
    }

    [Fact]
    public void Every_file_says_that_it_is_simulated() => Assert.All(
        corpus.Spectra, file => Assert.Contains("simulated spectrum of RruffGeo's demo corpus", DemoFiles.Header(file.Content, "SOURCE"), StringComparison.Ordinal));

    [Fact]
    public void Every_spectrum_file_name_has_eight_fields() =>
        Assert.All(corpus.Spectra, file => Assert.Equal(8, file.Path[..^4].Split("__").Length));

    [Fact]
    public void No_two_members_of_an_archive_share_a_path() =>
        Assert.Equal(corpus.Members.Count, corpus.Members.Select(m => (m.Archive, m.Path)).Distinct().Count());

    [Fact]
    public void The_corpus_is_small_enough_for_a_demo_and_large_enough_to_learn_from()
    {
        Assert.InRange(corpus.Spectra.Count(), 550, 900);
        Assert.InRange(DemoMineral.ByName.Count, 38, 50);
        Assert.InRange(DemoLocality.All.Select(l => l.Country).Distinct().Count(), 12, 15);
    }

    [Fact]
    public void The_largest_country_holds_about_a_quarter_of_the_specimens_and_each_at_least_one_a_fold()
    {
        var specimens = DemoSpecimen.All(corpus.Parameters).Where(s => s.Locality.Country.Length > 0).CountBy(s => s.Locality.Country).ToDictionary();
        Assert.Equal("United States of America", specimens.MaxBy(pair => pair.Value).Key);
        Assert.InRange((double)specimens.Values.Max() / specimens.Values.Sum(), 0.24, 0.31);
        Assert.True(specimens.Values.Min() >= 5, "a country needs a specimen in each of five folds");
    }

    [Fact]
    public void Processed_files_start_and_end_at_zero_and_their_raw_twins_do_not()
    {
        foreach (var (_, path, content) in corpus.Spectra.Where(file => DemoFiles.Points(file.Content) is { Length: > 2 } points && points.Any(p => p.Y != points[0].Y)))
        {
            var points = DemoFiles.Points(content);
            if (path.Contains("Raman_Data_Processed", StringComparison.Ordinal))
                Assert.Equal((0, 0), (points[0].Y, points[^1].Y));
            else
                Assert.True(points[0].Y > 0, path);
        }
    }

    [Fact]
    public void A_raw_file_and_its_twin_share_the_axis()
    {
        var members = DemoMember.All(corpus.Parameters);
        var raw = members.First(m => m.Kind == "RAW" && m.Oddity == Oddity.None);
        var processed = members.First(m => m.Kind == "Processed" && m.Specimen == raw.Specimen && m.Instrument == raw.Instrument);
        Assert.Equal(AxisOf(raw), AxisOf(processed));

        double[] AxisOf(DemoMember member) =>
            [.. DemoFiles.Points(corpus.Spectra.Single(f => f.Path == MemberName.Of(member, corpus.Parameters)).Content).Select(p => p.X)];
    }

    [Fact]
    public void Every_oddity_occurs() => Assert.Equal(
        Enum.GetValues<Oddity>(), DemoMember.All(corpus.Parameters).Select(m => m.Oddity).Distinct().Order());

    [Fact]
    public void Without_the_leak_a_specimen_has_one_file() => Assert.All(
        DemoMember.All(DemoParameters.WithoutLeak).Where(m => !m.Rejected).CountBy(m => m.Specimen.Id), pair => Assert.Equal(1, pair.Value));

    [Fact]
    public void Writing_stops_when_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var folder = Directory.CreateTempSubdirectory("rruffgeo-demo-").FullName;
        Assert.Throws<OperationCanceledException>(() => DemoCorpus.Write(folder, new DemoParameters(), stop.Token));
        Assert.Empty(Directory.GetFiles(folder, "*.zip"));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The embedded demo, written once for all tests of the class.</summary>
    public sealed class Written : IDisposable
    {
        internal DemoFiles Corpus { get; } = new(new DemoParameters());

        public void Dispose() => Corpus.Dispose();
    }
}
