using System.Text.RegularExpressions;
using RruffGeo.Artifacts;
using RruffGeo.Build.Housekeeping;
using RruffGeo.Build.Tables;
using RruffGeo.Presentation;
using RruffGeo.Stages;

namespace RruffGeo.Build.Tests;

public sealed class RunDiffPageTests
{
    private const string Hostile = "</script><img src=x onerror=alert(1)>\"'&{{}}\u202E\0";

    private static readonly MetricChange risen = new("row", "convnext1d", "pooled", "accuracy", new Estimate(0.8, 0.7, 0.85), new Estimate(0.9, 0.86, 0.95));

    private static RunDiff Diff(string text) => new(
        text, text + "2", [new ParameterChange(text, text, null)], [text],
        [new MetricChange(text, text, text, text, new Estimate(1, null, null), null)],
        [new TableDifference($"05-folds/{text}.parquet", 3, 4, [text], 1, 2, [new ColumnChange(text, 300, 1, 1)], [new CellChange(text, text, text, text)], [text])],
        [new ClaimChange(text, text, text, null, text, text, text)]);

    [Fact]
    public void Whatever_differs_becomes_text_and_no_markup()
    {
        var (hostile, harmless) = (RunDiffPage.Of(Diff(Hostile), DataOrigin.Measured), RunDiffPage.Of(Diff("x"), DataOrigin.Measured));
        Assert.Equal(Regex.Count(harmless, "<[a-z]"), Regex.Count(hostile, "<[a-z]"));
        Assert.Equal(Regex.Count(harmless, "=\""), Regex.Count(hostile, "=\""));
        Assert.DoesNotContain("<img", hostile, StringComparison.Ordinal);
        Assert.Contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;", hostile, StringComparison.Ordinal);
        Assert.Contains("The first 1 of 300 changed cells.", hostile, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_is_shown_with_both_intervals_the_difference_and_whether_they_touch()
    {
        var page = RunDiffPage.Of(new RunDiff("a", "b", [], [], [risen], [], []), DataOrigin.Measured);
        Assert.Contains("<td>pooled</td><td>accuracy</td><td class=\"number\" data-value=\"0.8\">0.8000</td><td class=\"number\" data-value=\"0.7\">0.7000</td>", page, StringComparison.Ordinal);
        Assert.Contains("data-value=\"0.1\">+0.1000</td><td>apart</td>", page, StringComparison.Ordinal);
        Assert.Contains("80.0 % (70.0–85.0) → 90.0 % (86.0–95.0)", page, StringComparison.Ordinal);
        Assert.Contains("Metrics that differ</dt><dd><b>1</b><span>1 with 95 % intervals apart", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_that_share_an_end_touch_and_without_one_nothing_is_said()
    {
        Assert.True(risen.Apart);
        Assert.False((risen with { After = new Estimate(0.9, 0.85, 0.95) }).Apart);
        Assert.Null((risen with { After = new Estimate(0.9, null, null) }).Apart);
        Assert.Null((risen with { Before = null }).Difference);
    }

    [Fact]
    public void Runs_that_agree_say_that_nothing_differs() => Assert.Contains(
        "Run b beside run a: nothing differs.", RunDiffPage.Of(new RunDiff("a", "b", [], [], [], [], []), DataOrigin.Measured), StringComparison.Ordinal);

    [Fact]
    public void A_page_about_a_simulated_run_says_so() => Assert.Contains(
        "class=\"banner\"><strong>SIMULATED DATA", RunDiffPage.Of(new RunDiff("a", "b", [], [], [risen], [], []), DataOrigin.Simulated), StringComparison.Ordinal);

    [Fact]
    public void Metrics_and_verdicts_are_compared_by_what_they_are_of()
    {
        var folder = Directory.CreateTempSubdirectory();
        string Run(string name, double accuracy, string verdict)
        {
            var run = Path.Combine(folder.FullName, name);
            Directory.CreateDirectory(Path.Combine(run, "07-metrics"));
            Directory.CreateDirectory(Path.Combine(run, "08-paper"));
            ParquetTable.Write(Path.Combine(run, "07-metrics", "metrics.parquet"), new List<MetricValue>
            {
                new() { Protocol = "row", Model = "majority", Fold = "pooled", Metric = "accuracy", Value = 0.3, N = 10 }, new() { Protocol = "row", Model = "convnext1d", Fold = "pooled", Metric = "accuracy", Value = accuracy, N = 10 },
            });
            ParquetTable.Write(Path.Combine(run, "08-paper", "claims.parquet"), new List<ClaimRow>
            {
                new() { Id = "C01", Basis = "paper alone", Verdict = "reproduced" }, new() { Id = "C01", Basis = "this run", Verdict = verdict, Claim = "samples" },
            });
            return run;
        }

        var (first, second) = (Run("first", 0.5, "reproduced"), Run("second", 0.75, "differs on these data"));
        var metric = Assert.Single(MetricChange.Between(first, second));
        Assert.Equal(("convnext1d", 0.25), (metric.Model, metric.Difference));
        var claim = Assert.Single(ClaimChange.Between(first, second));
        Assert.Equal(("C01", "this run", "reproduced", "differs on these data"), (claim.Id, claim.Basis, claim.Before, claim.After));
        Assert.Empty(MetricChange.Between(first, first));
        folder.Delete(recursive: true);
    }
}
