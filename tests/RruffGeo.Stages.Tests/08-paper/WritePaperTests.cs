using System.Text.RegularExpressions;
using RruffGeo.Presentation;
using RruffGeo.Stages;

namespace RruffGeo.Stages.Tests;

public sealed class WritePaperTests
{
    private static readonly string[] Expected =
    [
        "confusion-map", "figure-1-map", "figure-2-countries", "figure-3-species", "figure-4-spectra", "figure-5-resampled", "figure-6-block", "figure-7-f1", "figure-8-precision",
        "figure-9-folds", "geocoding-precision", "leakage-audit", "learning-curves", "reliability", "risk-coverage", "row-flow",
    ];

    [Fact]
    public void Figures_with_room_for_few_show_row_and_specimen_and_the_audit_shows_all()
    {
        using var run = new MiniRun(protocols: ["row", "twin", "specimen"]);
        run.WritePaper();

        Assert.Contains("twin folds", run.Read("figures/leakage-audit.svg"), StringComparison.Ordinal);
        Assert.Contains("specimen folds", run.Read("figures/figure-9-folds.svg"), StringComparison.Ordinal);
        Assert.DoesNotContain("twin folds", run.Read("figures/figure-9-folds.svg"), StringComparison.Ordinal);
        Assert.DoesNotContain("twin folds", run.Read("figures/learning-curves.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_is_there_as_svg_and_png()
    {
        using var run = new MiniRun();
        run.WritePaper();
        Assert.Equal(
            Expected.SelectMany(name => new[] { name + ".png", name + ".svg" }).Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(run.Destination, "figures")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_claim_from_C01_to_C86_is_in_the_ledger()
    {
        using var run = new MiniRun();
        var claims = run.WritePaper().Claims;
        Assert.Empty(Enumerable.Range(1, 86).Select(i => $"C{i:00}").Except(claims.Select(c => c.Id)));
        Assert.All(claims, claim => Assert.NotEqual("", claim.Evidence));
    }

    [Fact]
    public void Equal_artifacts_give_equal_bytes()
    {
        using MiniRun first = new(), second = new();
        first.WritePaper();
        second.WritePaper();
        foreach (var path in Directory.GetFiles(first.Destination, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(first.Destination, path);
            Assert.True(File.ReadAllBytes(path).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(second.Destination, name))), $"{name} differs between two runs on the same artifacts.");
        }
    }

    [Fact]
    public void Simulated_data_are_called_so_in_every_table_figure_section_and_data_claim()
    {
        using var run = new MiniRun(DataKind.Simulated);
        var claims = run.WritePaper().Claims;
        foreach (var path in Directory.GetFiles(run.Destination, "*", SearchOption.AllDirectories).Where(p => Path.GetExtension(p) is ".svg" or ".md" or ".tex" or ".html"))
            Assert.Contains("SIMULATED DATA", File.ReadAllText(path));
        foreach (var path in Directory.GetFiles(Path.Combine(run.Destination, "tables"), "*.csv"))
            Assert.All(File.ReadAllLines(path).Skip(1).Where(line => !line.StartsWith('"')), line => Assert.Contains("SIMULATED DATA", line));
        var report = run.Read("report.html");
        Assert.Equal(Regex.Count(report, "<section ") + 1, Regex.Count(report, "class=\"banner\""));
        Assert.All(claims.Where(c => c.Id is "C01" or "C06" or "C07" or "C59" or "C66" && c.Basis == "this run"), c => Assert.Equal("not applicable: simulated data", c.Verdict));
        Assert.Equal("contradicted by the paper's own numbers", claims.Single(c => c.Id == "C30" && c.Basis == "paper alone").Verdict);
    }

    [Fact]
    public void Hostile_names_reach_the_report_only_as_text()
    {
        using var run = new MiniRun();
        run.WritePaper();
        var report = run.Read("report.html");
        Assert.DoesNotContain("<script>alert", report);
        Assert.Contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;", report);
        Assert.Equal(Regex.Count(report, "<script"), Regex.Count(report, "</script>"));
        foreach (var svg in Directory.GetFiles(Path.Combine(run.Destination, "figures"), "*.svg"))
            Assert.DoesNotContain("<script", File.ReadAllText(svg));
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"", run.Read("tables/table-1-countries.csv"));
    }

    [Fact]
    public void The_report_asks_for_nothing_from_outside()
    {
        using var run = new MiniRun();
        run.WritePaper();
        var report = run.Read("report.html");
        Assert.Contains("default-src 'none'", report);
        Assert.Empty(Regex.Matches(report, @"(src|srcset|data|poster|action)\s*=\s*[""']?(https?:)?//", RegexOptions.IgnoreCase));
        Assert.Empty(Regex.Matches(report, @"<(link|iframe|object|embed|img|base)\b|@import|url\(|fetch\(|XMLHttpRequest|<image|xlink:href", RegexOptions.IgnoreCase));
        Assert.All(Regex.Matches(report, "<a [^>]*href=\"http").Select(m => m.Value), link => Assert.Contains("rel=\"noreferrer\"", link));
        Assert.True(report.Length < 8_000_000, $"report.html has {report.Length} characters, expected less than 8,000,000.");
    }

    [Fact]
    public void Every_figure_and_table_of_the_report_names_the_files_it_comes_from()
    {
        using var run = new MiniRun();
        run.WritePaper();
        var report = Regex.Replace(run.Read("report.html"), "<section id=\"cards\">.*?</section>", "", RegexOptions.Singleline); // each answer of a card names its files itself
        var blocks = Regex.Matches(report, "<figure id=\"([^\"]+)\">.*?</figure>|<table class=\"sortable\" id=\"([^\"]+)\">.*?</table></div>\n(<p class=\"note\">.*?</p>\n)?(<p class=\"from\">)?", RegexOptions.Singleline);
        Assert.True(blocks.Count > 20, $"found {blocks.Count} figures and tables");
        Assert.Empty(blocks.Where(block => !block.Value.Contains("class=\"from\"", StringComparison.Ordinal)).Select(block => block.Groups[1].Value + block.Groups[2].Value));
        Assert.All(Regex.Matches(report, "href=\"#(artifact-[^\"]+)\"").Select(link => link.Groups[1].Value), anchor => Assert.Contains($"<tr id=\"{anchor}\"", report, StringComparison.Ordinal));
    }

    [Fact]
    public void The_leakage_sentence_names_the_points_that_disappear()
    {
        using var run = new MiniRun();
        run.WritePaper();
        Assert.Contains(
            "Of the row-protocol accuracy of 90.0 % (95 % interval 86.0–94.0 %), 50.0 points (95 % interval 45.0 to 55.0) disappear when no specimen is on both sides: 40.0 % (95 % interval 36.0–44.0 %) remain.",
            run.Read("report.html"));
    }

    [Fact]
    public void The_audit_page_has_a_column_a_protocol_with_shares_and_the_accuracy_of_every_model()
    {
        using var run = new MiniRun();
        run.WritePaper();
        string[] page = File.ReadAllLines(Path.Combine(run.Destination, "tables", "audit-page.csv"));
        Assert.Equal("what,row,specimen,data_origin", page[0]);
        Assert.Contains("Same specimen in training (%),99.5,0.0,measured data", page);
        Assert.Contains("\"Accuracy (%), ConvNeXt1D\",\"90.0 [86.0, 94.0]\",\"40.0 [36.0, 44.0]\",measured data", page);
        Assert.Contains("\"Accuracy (%), Majority class\",\"25.0 [21.0, 29.0]\",\"25.0 [21.0, 29.0]\",measured data", page);
        Assert.Contains("Verdict,leaks,clean,measured data", page);
        Assert.StartsWith("ConvNeXt1D,90,40,50,45,55,leaks,", File.ReadAllLines(Path.Combine(run.Destination, "tables", "audit-by-model.csv"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_with_the_row_protocol_alone_says_what_is_missing()
    {
        using var run = new MiniRun(protocols: ["row"]);
        run.WritePaper();
        Assert.Contains("the specimen protocol was not run", run.Read("report.html"));
    }

    [Fact]
    public void A_run_of_single_folds_says_so_and_marks_them_in_the_figure_and_on_the_audit_page()
    {
        using var run = new MiniRun();
        run.KeepSingleFold();
        run.WritePaper();
        Assert.Contains("Only single folds were trained, and intervals take their rows as independent: accuracy is 85.0 % in row fold 0, 35.0 % in specimen fold 0.", run.Read("report.html"));
        Assert.DoesNotContain("was run.", run.Read("report.html"));
        Assert.Contains("85.0 %, fold 0 alone", run.Read("figures/leakage-audit.svg"));
        Assert.Contains("hollow: one fold alone", run.Read("figures/leakage-audit.svg"));
        Assert.Contains("fold 0 alone: 85.0", run.Read("tables/audit-page.csv"));
    }

    [Fact]
    public void A_run_without_networks_metrics_or_Mexico_still_makes_a_report()
    {
        using var run = new MiniRun(countries: ["Czechia"], protocols: []);
        run.WritePaper();
        Assert.Contains("this run has none", run.Read("report.html"));
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(run.Destination, "figures")), path => path.Contains("figure-9", StringComparison.Ordinal));
    }

    [Fact]
    public Task The_country_table_of_a_small_run()
    {
        using var run = new MiniRun();
        run.WritePaper();
        return Verify(run.Read("tables/table-1-countries.md"));
    }

    [Fact]
    public Task The_breakdown_of_a_small_run_in_LaTeX()
    {
        using var run = new MiniRun();
        run.WritePaper();
        return Verify(run.Read("tables/table-3-breakdown.tex"));
    }

    [Fact]
    public Task The_ledger_of_a_small_run_in_CSV()
    {
        using var run = new MiniRun();
        run.WritePaper();
        return Verify(run.Read("tables/claims.csv"));
    }
}
