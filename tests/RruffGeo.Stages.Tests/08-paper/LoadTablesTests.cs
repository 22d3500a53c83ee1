using RruffGeo.Artifacts;

namespace RruffGeo.Stages.Tests;

public sealed class LoadTablesTests
{
    [Fact]
    public void Every_rejection_is_printed_and_its_text_is_harmless()
    {
        using var run = new MiniRun();
        run.WritePaper();

        Assert.Contains("<td>a&lt;b&gt;.txt</td>", run.Read("report.html"), StringComparison.Ordinal);
        Assert.Contains("all 100 intensities are 0 &amp; nothing else", run.Read("report.html"), StringComparison.Ordinal);
        Assert.Contains("file,mini.zip,a<b>.txt,,constant-intensity,all 100 intensities are 0 & nothing else", run.Read("tables/rejected-inputs.csv"), StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;Sonora&lt;/i&gt;", run.Read("report.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("<i>Sonora", run.Read("report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_has_its_first_page_as_elements_and_the_rest_as_data()
    {
        using var run = new MiniRun();
        ParquetTable.Write(Path.Combine(run.Destination, "..", "rejected.parquet"), Enumerable.Range(1, 250).Select(i => new RejectedInput
        {
            Archive = "mini.zip",
            Member = $"member-{i:d3}.txt",
            Line = i,
            Scope = "line",
            Code = "stray-line",
            Reason = "stray",
        }).ToList());

        run.WritePaper();

        var report = run.Read("report.html");
        Assert.Contains("<td>member-050.txt</td>", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<td>member-051.txt</td>", report, StringComparison.Ordinal);
        Assert.Contains("\"member-250.txt\"", report, StringComparison.Ordinal);
        Assert.Equal(251, run.Read("tables/rejected-inputs.csv").TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void Axes_oddities_and_newer_texts_stand_in_tables_of_their_own()
    {
        using var run = new MiniRun();
        run.WritePaper();

        Assert.Equal("outcome,code,files_mini.zip,all,data_origin\nread,html-entities,3,3,measured data\nrejected,constant-intensity,1,1,measured data\n", run.Read("tables/diagnostics-by-archive.csv"));
        Assert.Contains("mini.zip,24,150,1145,200,200,200,5,0,0,1,0,0,measured data", run.Read("tables/wavenumber-axes.csv"), StringComparison.Ordinal);
        Assert.Contains("R000001,mineral,Labradorite,2019-11-15,Anorthite,2026-03-19,specimen,1,measured data", run.Read("tables/newer-texts.csv"), StringComparison.Ordinal);
        Assert.Equal(3, run.Read("tables/repeated-measurements.csv").TrimEnd().Split('\n').Length);
        foreach (var id in (string[])["diagnostics-by-archive", "wavenumber-axes", "newer-texts", "repeated-measurements", "known-archives"])
            Assert.Contains($"id=\"table-{id}\"", run.Read("report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_says_what_is_missing_and_what_share_of_RRUFF_was_read()
    {
        using var run = new MiniRun();
        run.WritePaper();

        // Files: 25 of 100 pinned ones.
        Assert.Contains("mini.zip,other,25,25,25,1000,", run.Read("tables/known-archives.csv"), StringComparison.Ordinal);
        Assert.Contains("0 of the 8 known archives of RRUFF, 0 of their 38,056 files (0.0 %). Missing: LR-Raman.zip, excellent_oriented.zip,", run.Read("report.html"), StringComparison.Ordinal);
        Assert.Contains("Not known: mini.zip.", run.Read("report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_accepted_vintage_is_called_so_with_its_date_and_digest()
    {
        using var run = new MiniRun();
        ParquetTable.Write(Path.Combine(run.Destination, "..", "archives.parquet"), new List<ArchiveReport>
        {
            new() { Archive = "LR-Raman.zip", Sha256 = new string('d', 64), Members = 24, Spectra = 24, State = "accepted", Accepted = "2026-11-02T10:00:00Z", Vintage = "2026-11-01" },
        });

        run.WritePaper();

        Assert.Contains(
            $"LR-Raman.zip was downloaded with other bytes than the pinned ones (server&#39;s date 2026-11-02T10:00:00Z, SHA-256 {new string('d', 64)}), and accepted with --accept-drift.",
            run.Read("report.html").Replace("&apos;", "&#39;", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\"accepted, 2026-11-02T10:00:00Z\"", run.Read("tables/archives.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_simulated_corpus_says_nothing_of_RRUFF_s_archives()
    {
        using var run = new MiniRun(DataKind.Simulated);
        run.WritePaper();

        Assert.DoesNotContain("known archives of RRUFF,", run.Read("report.html"), StringComparison.Ordinal);
    }
}
