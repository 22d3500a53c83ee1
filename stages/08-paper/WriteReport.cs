using System.Collections.Immutable;
using System.Text;
using RruffGeo.Presentation;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Report;

namespace RruffGeo.Stages;

/// <summary>Writes <c>report.html</c>: the story in numbers first, then everything behind it.</summary>
internal static class WriteReport
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the report to <paramref name="path"/>.</summary>
    public static void Run(ReportContents contents, string title, string path)
    {
        var sources = contents.Sources;
        var page = new ReportPage(
            title, Lead(sources), sources.Origin, [FirstNumbers.Of(sources), new Paragraph(LeakageSentence.Of(sources)), .. VerdictBars(contents.Claims), ReportSections.Circularity],
            [.. ReportSections.Of(contents).Select(section => Lineage.Attach(section, contents.Files))]);
        File.WriteAllText(path, HtmlReport.Of(page), Utf8);
    }

    private static string Lead(PaperSources sources)
    {
        var corpus = sources.Origin == DataOrigin.Simulated ? "the embedded demo corpus of simulated spectra" : string.Join(", ", sources.Archives.Select(a => a.Archive));
        return $"Run on {corpus}: {Numerals.Of(sources.Descriptions.Count)} spectra, {Numerals.Of(sources.Classes.Sum(c => (long)c.Rows))} of them used for learning, from {Numerals.Of(sources.Classes.Count)} countries. "
            + $"Held-out folds by {(sources.Protocols.Count > 0 ? string.Join(" and ", sources.Protocols) : "no protocol")}"
            + (sources.Branches.Count > 0 ? $"; {CardSources.Many(sources.Branches.Count, "network")} trained, {CardSources.Many(sources.Branches.Max(b => b.History.Count), "epoch")} each." : "; no network trained.");
    }

    private static IEnumerable<Block> VerdictBars(ImmutableArray<CheckedClaim> claims) =>
        new[] { (ClaimBasis.Paper, "Claims checked against the paper alone"), (ClaimBasis.Run, "Claims checked against this run") }.Select(basis => new DividedBar(
            basis.Item2,
            [
                .. Enum.GetValues<Verdict>().Select(verdict => new Bar(
                    Verdicts.Words(verdict), claims.Count(c => c.Basis == basis.Item1 && c.Verdict == verdict), Verdicts.Tone(verdict))),
            ]));
}
