using System.Security.Cryptography;
using System.Text.RegularExpressions;
using RruffGeo.Stages;

namespace RruffGeo.Stages.Tests;

public sealed class CardsTests(CardsTests.MeasuredRun measured) : IClassFixture<CardsTests.MeasuredRun>
{
    private static readonly string[] Cards = ["acm-badges", "data-card", "model-card", "model-info-sheet", "neurips-checklist"];

    [Fact]
    public Task The_model_card_of_a_small_run() => Verify(Card("model-card"));

    [Fact]
    public Task The_data_card_of_a_small_run() => Verify(Card("data-card"));

    [Fact]
    public Task The_model_info_sheet_of_a_small_run() => Verify(Card("model-info-sheet"));

    [Fact]
    public Task The_NeurIPS_checklist_of_a_small_run() => Verify(Card("neurips-checklist"));

    [Fact]
    public Task The_ACM_badges_of_a_small_run() => Verify(Card("acm-badges"));

    [Fact]
    public void Every_answer_names_files_by_the_digests_of_their_bytes()
    {
        var answers = measured.Answers;
        Assert.Equal(Cards, answers.Select(row => row.Card).Distinct().Order(StringComparer.Ordinal));
        Assert.All(answers, row =>
        {
            Assert.NotEqual("", row.Files);
            Assert.All(row.Files.Split('\n').Zip(row.Digests.Split('\n')), cited => Assert.Equal(DigestOf(measured.Files, cited.First), cited.Second));
        });
    }

    [Fact]
    public void Every_kind_of_leakage_and_every_point_of_the_checklist_is_answered()
    {
        var answers = measured.Answers;
        string[] kinds = ["L1.1", "L1.2", "L1.3", "L1.4", "L2", "L3.1", "L3.2", "L3.3"];
        Assert.Equal(kinds, answers.Where(row => row.Card == "model-info-sheet" && row.Id.StartsWith('L')).Select(row => row.Id));
        Assert.Equal(Enumerable.Range(1, 16).Select(i => $"N{i}"), answers.Where(row => row.Card == "neurips-checklist").Select(row => row.Id));
    }

    // Made-up audit: 80 % twins and 99.5 % siblings by row, none by specimen; padding mask 30 % under specimen folds against a majority of 25 %.
    [Theory]
    [InlineData("L1.4", "in part", "80.0 % by row, 0.0 % by specimen")]
    [InlineData("L3.2", "in part", "99.5 % by row, 0.0 % by specimen")]
    [InlineData("L2", "no", "Padding mask only 30.0 % (95 % interval 26.0–34.0 %), majority class 25.0 %, specimen folds")]
    [InlineData("P-row", "no", "+50.0 points of accuracy above specimen folds")]
    [InlineData("P-specimen", "yes", "clean: 0.0 %")]
    [InlineData("M5", "yes", "ConvNeXt1D 40.0 % (95 % interval 36.0–44.0 %), majority class 25.0 %, specimen folds")]
    [InlineData("M6", "no", "−3.0 points of accuracy over the species prior (95 % interval −5.0 to 1.0)")]
    [InlineData("D16", "stated", "United States of America has 25.0 % of 24 rows; 2 of 4 countries hold half")]
    public void An_answer_follows_from_the_run_s_numbers(string id, string answer, string value)
    {
        var row = measured.Answers.Single(r => r.Id == id);
        Assert.Equal(answer, row.Answer);
        Assert.Contains(value, row.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Cards_of_simulated_data_say_so_and_replicate_nothing()
    {
        using var run = new MiniRun(DataKind.Simulated);
        var answers = run.WritePaper().Checklist;
        Assert.All(Cards, card => Assert.Contains("**SIMULATED DATA**: nothing on this page is a result about RRUFF.", run.Read($"cards/{card}.md"), StringComparison.Ordinal));
        Assert.Equal("does not apply", answers.Single(row => row.Id == "V2").Answer);
        Assert.Equal("no", answers.Single(row => row.Id == "D1").Answer);
    }

    [Fact]
    public void The_report_shows_every_card()
    {
        Assert.All(Cards, card => Assert.Contains($"id=\"table-{card}\"", measured.Files.Read("report.html"), StringComparison.Ordinal));
    }

    [Fact]
    public void Hostile_names_stay_text_in_every_card()
    {
        using var run = new MiniRun(countries: [MiniRun.HostileMineral, "[x](javascript:alert(1))"]);
        run.WritePaper();
        Assert.All(Cards, card => Assert.DoesNotMatch(@"<script|(?<!\\)\]\(", run.Read($"cards/{card}.md")));
        Assert.Contains("&lt;script&gt;", run.Read("cards/model-card.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_networks_answers_what_it_can()
    {
        using var run = new MiniRun(countries: ["Czechia"], protocols: []);
        var answers = run.WritePaper().Checklist;
        Assert.Equal("not in this run", answers.Single(row => row.Id == "M1").Answer);
        Assert.Equal("not in this run", answers.Single(row => row.Id == "L1.1").Answer);
    }

    // Digests of Parquet files change with the writer's version; that each is right is tested by itself.
    private string Card(string card) => Regex.Replace(measured.Files.Read($"cards/{card}.md"), "`[0-9a-f]{64}`", "`…`");

    private static string DigestOf(MiniRun run, string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(
        path.StartsWith("08-paper/", StringComparison.Ordinal) ? Path.Combine(run.Destination, path["08-paper/".Length..]) : Path.Combine(run.Destination, "..", Path.GetFileName(path)))));

    /// <summary>One run on measured data, written once for all tests that only read it.</summary>
    public sealed class MeasuredRun : IDisposable
    {
        public MeasuredRun() => Answers = Files.WritePaper().Checklist;

        public IReadOnlyList<ChecklistRow> Answers { get; }

        internal MiniRun Files { get; } = new();

        public void Dispose() => Files.Dispose();
    }
}
