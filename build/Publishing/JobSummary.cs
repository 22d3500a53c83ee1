using System.Globalization;
using System.Text;
using RruffGeo.Build.Running;
using RruffGeo.Stages;

namespace RruffGeo.Build.Publishing;

/// <summary>What a job page says of a published run: claims by verdict, headline metrics, the bundle and its digest. Markdown.</summary>
internal static class JobSummary
{
    /// <summary>A page takes a mebibyte in all; ours stays far below, whatever a run holds.</summary>
    internal const int MostBytes = 32 << 10;

    private const int MostRows = 60;

    /// <summary>The summary of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="claims">Its ledger.</param>
    /// <param name="metrics">Its metrics.</param>
    /// <param name="file">File name of the bundle.</param>
    /// <param name="digest">SHA-256 of the bundle, lower-case hex.</param>
    public static string Of(PublishedRun run, IReadOnlyList<ClaimRow> claims, IReadOnlyList<MetricValue> metrics, string file, string digest)
    {
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');

        Line($"## RruffGeo, run {Cell(run.Name)}");
        if (run.Simulated)
            Line($"\n> **{SimulatedNotice.Text}**");
        Line("\n| accuracy, all folds pooled | protocol | % | 95 % interval | rows |\n|---|---|--:|---|--:|");
        foreach (var metric in metrics.Where(metric => metric is { Metric: "accuracy", Fold: "pooled" }).Take(MostRows))
            Line(string.Create(CultureInfo.InvariantCulture, $"| {Cell(metric.Model)} | {Cell(metric.Protocol)} | {100 * metric.Value:0.0} | {IntervalOf(metric)} | {metric.N:N0} |"));
        foreach (var metric in metrics.Where(metric => metric.Metric == "accuracy" && !HasPooled(metrics, metric) && metric.Fold.All(char.IsAsciiDigit)).Take(MostRows))
            Line(string.Create(CultureInfo.InvariantCulture, $"| {Cell(metric.Model)}, fold {Cell(metric.Fold)} alone | {Cell(metric.Protocol)} | {100 * metric.Value:0.0} | {IntervalOf(metric)} | {metric.N:N0} |"));
        Line("\n| claims | checks |\n|---|--:|");
        foreach (var verdict in claims.GroupBy(claim => claim.Verdict).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(MostRows))
            Line(string.Create(CultureInfo.InvariantCulture, $"| {Cell(verdict.Key)} | {verdict.Count()} |"));
        Line($"\n`{Cell(file)}`, SHA-256 `{digest}`");
        return Bounded(text.ToString());
    }

    /// <summary><paramref name="text"/>, cut at the end of a line where it is longer than <see cref="MostBytes"/> of UTF-8.</summary>
    internal static string Bounded(string text)
    {
        const string cut = "\n\n(cut)\n";
        if (Encoding.UTF8.GetByteCount(text) <= MostBytes)
            return text;
        var length = text.Length;
        while (length > 0 && Encoding.UTF8.GetByteCount(text.AsSpan(0, length)) > MostBytes - cut.Length)
            length = text.LastIndexOf('\n', length - 1);
        return text[..Math.Max(length, 0)] + cut;
    }

    private static bool HasPooled(IReadOnlyList<MetricValue> metrics, MetricValue of) =>
        metrics.Any(metric => metric is { Metric: "accuracy", Fold: "pooled" } && metric.Model == of.Model && metric.Protocol == of.Protocol);

    private static string IntervalOf(MetricValue metric) => metric is { Low: { } low, High: { } high }
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * low:0.0}–{100 * high:0.0}") : "";

    // A cell of a Markdown table: nothing in it may end the cell, the line or the table, or be read as HTML.
    private static string Cell(string text) => string.Concat(text.Select(letter => letter switch
    {
        '|' => "\\|",
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '`' => "'",
        _ when char.IsControl(letter) => " ",
        _ => letter.ToString(),
    }));
}
