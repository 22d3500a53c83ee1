using System.Text.RegularExpressions;

namespace RruffGeo.Stages.Tests;

public sealed partial class ReportSnapshotTests
{
    [Fact]
    public Task The_first_screen_of_a_small_run() => Verify(Legible(Part("<header id=\"first\"", "</header>")));

    [Fact]
    public Task The_map_table_and_viewer_of_a_small_run() => Verify(Legible(Part("<section id=\"explore\"", "</section>")));

    [Fact]
    public Task The_leakage_audit_of_a_small_run() => Verify(Legible(Part("<section id=\"audit\"", "</section>")));

    private static string Part(string from, string to)
    {
        using var run = new MiniRun();
        run.WritePaper();
        var report = run.Read("report.html");
        var start = report.IndexOf(from, StringComparison.Ordinal);
        return report[start..report.IndexOf(to, start, StringComparison.Ordinal)];
    }

    // Drawings have snapshots of their own; counts of verdicts grow with the ledger; digests are those of the writer of Parquet files.
    private static string Legible(string html) => Digest().Replace(
        Verdicts().Replace(Data().Replace(Drawing().Replace(html, "<svg/>"), ">…<"), ""), match => match.Length == 64 ? "<SHA-256>" : "<digits>").Trim();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawing();

    [GeneratedRegex("(?<=<script type=\"application/json\" id=\"[^\"]*\")>.*?<", RegexOptions.Singleline)]
    private static partial Regex Data();

    [GeneratedRegex("<div class=\"divided\">.*?</div>\n", RegexOptions.Singleline)]
    private static partial Regex Verdicts();

    [GeneratedRegex("(?<=SHA-256 )[0-9a-f]{64}|(?<=<code>)[0-9a-f]{12}")]
    private static partial Regex Digest();
}
