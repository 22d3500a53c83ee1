using System.IO.Compression;
using System.Text;
using RruffGeo.Artifacts;
using RruffGeo.Build.Publishing;

namespace RruffGeo.Build.Tests.Publishing;

public sealed class BundleTests
{
    [Fact]
    public Task What_a_bundle_holds()
    {
        using var run = new MadeRun();
        return Verify(string.Join('\n', Bundle.Of(run.Published, null).Files.Select(file => file.Path)));
    }

    [Fact]
    public Task The_read_me_of_a_measured_run()
    {
        using var run = new MadeRun(simulated: false, report: "");
        return Verify(Text(Bundle.Of(run.Published, null), "README.md"));
    }

    [Fact]
    public void Equal_runs_give_equal_bytes_from_other_stores_under_other_time_zones_and_languages()
    {
        using MadeRun first = new(), second = new();
        var bytes = File.ReadAllBytes(first.Publish());
        var published = second.Host(new() { ["TZ"] = "Pacific/Apia", ["LC_ALL"] = "tr_TR.UTF-8", ["LANG"] = "ar_EG.UTF-8" }, "--target=Publish", "--run=demo-made");
        Assert.True(published.ExitCode == 0, published.Output);
        Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(second.Folder, "rruffgeo-demo-made-simulated.zip")));
    }

    [Fact]
    public void Entries_are_sorted_plain_files_of_one_date()
    {
        using var run = new MadeRun();
        using var zip = ZipFile.OpenRead(run.Publish(epoch: "1000000000"));
        Assert.Equal(zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal), zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries, entry => Assert.Equal((new DateTime(2001, 9, 9, 1, 46, 40), 0x81A4 << 16), (entry.LastWriteTime.DateTime, entry.ExternalAttributes)));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1")]
    [InlineData("99999999999999")]
    public void A_date_that_is_none_is_refused(string epoch)
    {
        using var run = new MadeRun();
        Assert.StartsWith($"SOURCE_DATE_EPOCH is '{epoch}'; expected seconds since 1970", Assert.Throws<InvalidDataException>(() => run.Publish(epoch)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Simulated_data_are_called_so_in_the_file_s_name_and_in_every_page()
    {
        using MadeRun simulated = new(), measured = new(simulated: false, report: "");
        Assert.EndsWith("rruffgeo-demo-made-simulated.zip", simulated.Publish(), StringComparison.Ordinal);
        Assert.EndsWith("rruffgeo-rruff-made.zip", measured.Publish(), StringComparison.Ordinal);
        var (made, real) = (Bundle.Of(simulated.Published, null), Bundle.Of(measured.Published, null));
        Assert.All((string[])["README.md", "CITATION.cff", "ATTRIBUTIONS.md", "ro-crate-metadata.json"], page =>
        {
            Assert.Contains("SIMULATED DATA", Text(made, page), StringComparison.Ordinal);
            Assert.DoesNotContain("SIMULATED DATA", Text(real, page), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_spectra_trained_networks_or_places_of_this_machine_are_in_it()
    {
        using var run = new MadeRun();
        var bundle = Bundle.Of(run.Published, null);
        Assert.DoesNotContain(bundle.Files, file => file.Path.EndsWith("raw.parquet", StringComparison.Ordinal) || file.Path.EndsWith(".safetensors", StringComparison.Ordinal) || file.Path.EndsWith("LR-Raman.zip", StringComparison.Ordinal));
        Assert.DoesNotContain(bundle.Files, file => Encoding.UTF8.GetString(file.Content).Contains(Path.GetDirectoryName(run.Outputs)!, StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_with_lists_of_real_numbers_is_no_table_to_publish()
    {
        var folder = Directory.CreateTempSubdirectory();
        var path = Path.Combine(folder.FullName, "t.parquet");
        ParquetTable.Write(path, [new RruffGeo.Stages.RawSpectrum { Wavenumbers = [100, 101], Intensities = [1, 2] }]);
        Assert.Contains("holds lists of real numbers", SpectraGuard.ObjectionTo(new BundleFile("07-metrics/t.parquet", File.ReadAllBytes(path))), StringComparison.Ordinal);
        ParquetTable.Write(path, MadeRun.Metrics);
        Assert.Null(SpectraGuard.ObjectionTo(new BundleFile("07-metrics/metrics.parquet", File.ReadAllBytes(path))));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(201, "[", "]")]
    [InlineData(201, "data-y=\"", "\"")]
    public void A_page_with_a_spectrum_s_numbers_in_it_is_not_published_unless_they_are_simulated(int numbers, string before, string after)
    {
        var page = $"<p {before}{string.Join(", ", Enumerable.Range(0, numbers).Select(i => $"{i}.5e-1"))}{after}></p>";
        using MadeRun measured = new(simulated: false, page), simulated = new(simulated: true, page);
        var error = Assert.Throws<InvalidDataException>(() => measured.Publish());
        Assert.Equal("08-paper/report.html cannot be published: it holds a list of 201 numbers, as spectra are written. RRUFF's spectra are not redistributed.", error.Message);
        Assert.True(File.Exists(simulated.Publish()));
        Assert.Empty(Directory.GetFiles(measured.Folder, "*.zip*"));
    }

    [Fact]
    public void The_report_of_a_measured_run_is_published_without_its_viewer_of_spectra()
    {
        var viewer = $"<figure class=\"spectra\" id=\"spectra-viewer\">\n<script type=\"application/json\" id=\"spectra-data\">[{{\"raw\":[null,{string.Join(",", Enumerable.Range(0, 512))}]}}]</script>\n</figure>\n";
        using MadeRun measured = new(simulated: false, $"<p>before</p>{viewer}<figure>after</figure>"), simulated = new(simulated: true, viewer + "SIMULATED DATA");
        var bundle = Bundle.Of(measured.Published, null);
        Assert.DoesNotContain(bundle.Files, file => file.Path == "08-paper/report.html");
        Assert.Matches("^<p>before</p><p class=\"note\">The viewer of spectra stood here\\.[^<]*</p>\n<figure>after</figure>$", Text(bundle, "report.html"));
        Assert.Contains("Open `report.html`", Text(bundle, "README.md"), StringComparison.Ordinal);
        Assert.Empty(BundleVerification.Of(bundle.Name, bundle.Files).Differences);
        Assert.Contains("[null,0,1,2,", Text(Bundle.Of(simulated.Published, null), "08-paper/report.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1, 2, 3]", 3)]
    [InlineData("[[1,2],[3,4]]", 2)]
    [InlineData("M1 2L3 4", 0)]
    [InlineData("[null,1,null,2]", 4)]
    [InlineData("points=\"1,2 3,4\"", 0)]
    [InlineData("data-y=\"1,2 3,4\"", 4)]
    [InlineData("[1.5e-3;-2\t3]", 3)]
    [InlineData("1, 2, 3", 0)]
    public void Lists_are_counted(string text, int longest) => Assert.Equal(longest, SpectraGuard.LongestListIn(text));

    [Fact]
    public void What_fails_half_way_leaves_no_bundle_and_an_earlier_one_as_it_was()
    {
        using var run = new MadeRun();
        var before = File.ReadAllBytes(run.Publish());
        var bundle = Bundle.Of(run.Published, null);
        var broken = bundle with { Files = bundle.Files.Add(new BundleFile(new string('x', 70_000), [1])) };
        Assert.ThrowsAny<Exception>(() => broken.Write(run.Folder));
        Assert.Equal(before, File.ReadAllBytes(Assert.Single(Directory.GetFiles(run.Folder, "*.zip*"))));
    }

    [Fact]
    public void A_file_that_was_altered_or_lost_since_it_was_made_is_not_published()
    {
        using var run = new MadeRun();
        var table = Path.Combine(run.Folder, "08-paper", "tables", "table-1.csv");
        File.WriteAllText(table, "country,samples\nItaly,3\n");
        Assert.StartsWith($"{table} was altered after it had been made.", Assert.Throws<InvalidDataException>(() => run.Publish()).Message, StringComparison.Ordinal);
        File.Delete(table);
        var published = run.Host([], "--target=Publish", "--run=demo-made");
        Assert.Equal(1, published.ExitCode);
        Assert.Contains($"{table} is missing. Make the run again", published.Output, StringComparison.Ordinal);
        Assert.Contains("No bundle was written.", published.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(run.Folder, "*.zip*"));
    }

    private static string Text(Bundle bundle, string path) => Encoding.UTF8.GetString(bundle.Files.Single(file => file.Path == path).Content);
}
