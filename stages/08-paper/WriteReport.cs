using System.Collections.Immutable;
using System.Text;
using RruffGeo.Presentation;
using RruffGeo.Presentation.Checklists;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Report;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Stages;

/// <summary>Writes <c>report.html</c>: the story in numbers first, then everything behind it.</summary>
internal static class WriteReport
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the report to <paramref name="path"/>.</summary>
    public static void Run(
        PaperSources sources, string title, ImmutableArray<CheckedClaim> claims, ImmutableArray<Table> tables, ImmutableArray<DrawnFigure> figures,
        ImmutableArray<Checklist> cards, string path)
    {
        var page = new ReportPage(
            title, Lead(sources), sources.Origin, [Headline(sources), new Paragraph(LeakageSentence.Of(sources)), .. VerdictBars(claims), ReportSections.Circularity],
            ReportSections.Of(sources, claims, tables, figures, cards, Provenance(sources)));
        File.WriteAllText(path, HtmlReport.Of(page), Utf8);
    }

    private static string Lead(PaperSources sources)
    {
        var corpus = sources.Origin == DataOrigin.Simulated ? "the embedded demo corpus of simulated spectra" : string.Join(", ", sources.Archives.Select(a => a.Archive));
        return $"Run on {corpus}: {Numerals.Of(sources.Descriptions.Count)} spectra, {Numerals.Of(sources.Classes.Sum(c => (long)c.Rows))} of them used for learning, from {Numerals.Of(sources.Classes.Count)} countries. "
            + $"Held-out folds by {(sources.Protocols.Count > 0 ? string.Join(" and ", sources.Protocols) : "no protocol")}"
            + (sources.Branches.Count > 0 ? $"; {Numerals.Of(sources.Branches.Count)} networks trained, {Numerals.Of(sources.Branches.Max(b => b.History.Count))} epochs each." : "; no network trained.");
    }

    private static Tiles Headline(PaperSources sources)
    {
        var majority = sources.Protocols.Select(p => sources.Metric(p, "majority", "accuracy", "pooled")).FirstOrDefault(m => m is not null);
        return new Tiles(
        [
            Accuracy(sources, "row", "Accuracy, folds by row (the paper's way)", Emphasis.Row),
            Accuracy(sources, "specimen", "Accuracy, no specimen on both sides", Emphasis.Specimen),
            new("Always the largest country", majority is null ? Numerals.Missing : Numerals.Percent(majority.Value), majority is null ? "not measured" : $"majority baseline, {majority.Protocol} folds"),
            new("Printed in the paper", Numerals.Percent(PrintedPaper.Accuracy, 0), "average over five folds, no interval"),
        ]);
    }

    private static Tile Accuracy(PaperSources sources, string protocol, string label, Emphasis emphasis)
    {
        var pooled = sources.Metric(protocol, sources.Network, "accuracy", "pooled");
        if (SingleFolds.Accuracies(sources, protocol) is [var only, ..] few)
            return new Tile(label, Numerals.Percent(only.Value), $"fold {only.Fold} alone{(few.Count > 1 ? $" of {few.Count} trained" : "")}, {Numerals.Of(only.N)} spectra; not all folds were trained", emphasis);
        var detail = pooled switch
        {
            null => "this protocol was not run",
            { Low: { } low, High: { } high } => $"95 % interval {Numerals.Of(100 * low, 1)}–{Numerals.Of(100 * high, 1)} %, {Numerals.Of(pooled.N)} spectra",
            _ => $"{Numerals.Of(pooled.N)} spectra",
        };
        return new Tile(label, pooled is null ? Numerals.Missing : Numerals.Percent(pooled.Value), detail, emphasis);
    }

    private static IEnumerable<Block> VerdictBars(ImmutableArray<CheckedClaim> claims) =>
        new[] { (ClaimBasis.Paper, "Claims checked against the paper alone"), (ClaimBasis.Run, "Claims checked against this run") }.Select(basis => new DividedBar(
            basis.Item2,
            [
                .. Enum.GetValues<Verdict>().Select(verdict => new Bar(
                    Verdicts.Words(verdict), claims.Count(c => c.Basis == basis.Item1 && c.Verdict == verdict), Verdicts.Tone(verdict))),
            ]));

    private static ImmutableArray<Facts> Provenance(PaperSources sources)
    {
        var facts = ImmutableArray.CreateBuilder<Facts>();
        facts.Add(new Facts("Archives", [.. sources.Archives.Select(a => (a.Archive, $"SHA-256 {a.Sha256}, {Numerals.Of(a.Bytes)} bytes"))]));
        facts.Add(new Facts("Grid", [("first", $"{Numerals.Of(sources.Grid.First, 1)} cm⁻¹"), ("last", $"{Numerals.Of(sources.Grid.Last, 1)} cm⁻¹"), ("points", Numerals.Of(sources.Grid.Points))]));
        foreach (var branch in sources.Branches.DistinctBy(b => (b.Protocol, b.Model)))
        {
            facts.Add(new Facts(
                $"Training of {Naming.Model(branch.Model)}, {branch.Protocol} folds (as of fold {branch.Fold})",
                [.. branch.Configuration.Where(c => !c.Key.StartsWith("unit:", StringComparison.Ordinal)).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value))]));
        }

        return facts.ToImmutable();
    }
}
