using System.Text;
using RruffGeo.Presentation;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Figures;
using RruffGeo.Presentation.Report;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Stages;

/// <summary>The audit of a table, ready to be printed and written.</summary>
public sealed class TableAudit
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly FeatureTable table;
    private readonly IReadOnlyList<CountryClass> classes;
    private readonly IReadOnlyList<string> notes;

    internal TableAudit(
        FeatureTable table, IReadOnlyList<CountryClass> classes, IReadOnlyList<LeakageAudit> audit, IReadOnlyList<ProtocolVerdict> verdicts, IReadOnlyList<MetricValue> accuracies,
        IReadOnlyList<(JoinedSpectrum First, JoinedSpectrum Copy)> copies, IReadOnlyList<string> notes)
    {
        (this.table, this.classes, Audit, Verdicts, Accuracies, Copies) = (table, classes, audit, verdicts, accuracies, copies);
        this.notes = [.. notes, .. Words(copies)];
    }

    /// <summary>Shares and verdict of each protocol.</summary>
    public IReadOnlyList<LeakageAudit> Audit { get; }

    /// <summary>The verdict on each protocol by each model.</summary>
    public IReadOnlyList<ProtocolVerdict> Verdicts { get; }

    /// <summary>Pooled accuracy of each model under each protocol.</summary>
    public IReadOnlyList<MetricValue> Accuracies { get; }

    /// <summary>The row-protocol accuracy of the model that decides, and what of it disappears.</summary>
    public string Sentence => LeakageSentence.Of(
        Naming.Model(Judge), Accuracy("row", Judge), Accuracy("specimen", Judge), Verdicts.FirstOrDefault(verdict => verdict.Protocol == "row" && verdict.Model == Judge));

    /// <summary>What one has to know to read the audit.</summary>
    public IReadOnlyList<string> Notes => notes;

    internal IReadOnlyList<(JoinedSpectrum First, JoinedSpectrum Copy)> Copies { get; }

    private string Judge => Audit[0].VerdictModel;

    private DataOrigin Origin => table.Simulated ? DataOrigin.Simulated : DataOrigin.Measured;

    private string Lead => $"{table.File}: {Numerals.Of(Audit[0].Rows)} rows of {Numerals.Of(classes.Count)} countries, {Numerals.Of(table.FeatureNames.Count)} features"
        + (table.Simulated ? " (SIMULATED DATA)." : ".");

    /// <summary>The lines to print.</summary>
    public IEnumerable<string> Lines()
    {
        yield return Lead;
        foreach (var page in Pages())
        {
            yield return "";
            foreach (var line in TextTable.Lines(page))
                yield return line;
        }

        yield return "";
        yield return Sentence;
        yield return $"Verdict on folds by row, by {Naming.Model(Judge)}: {Audit[0].Verdict}.";
        foreach (var note in notes)
            yield return $"  - {note}";
    }

    /// <summary>Writes <c>audit.csv</c> (one value a row), <c>audit.md</c> and <c>audit.html</c>, which needs nothing beside it.</summary>
    /// <returns>The files.</returns>
    public IEnumerable<string> Write(string folder)
    {
        Directory.CreateDirectory(folder);
        return
        [
            Replace("audit.csv", CsvTable.Of(AuditPage.Values(Origin, Audit, Verdicts, Accuracies))), Replace("audit.md", Markdown()), Replace("audit.html", HtmlReport.Of(Page())),
        ];

        string Replace(string name, string content)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path + ".partial", content, Utf8);
            File.Move(path + ".partial", path, overwrite: true);
            return path;
        }
    }

    private Table[] Pages() =>
    [
        AuditPage.Of(Origin, Audit, Accuracies, [.. Accuracies.Select(row => row.Model).Distinct()], Unknown()),
        AuditPage.ByModel(Origin, Verdicts, Accuracies),
    ];

    private HashSet<string> Unknown() =>
        [.. new[] { ("twin", ColumnRoles.Spectrum), ("locality", ColumnRoles.Locality), ("species", ColumnRoles.Species) }.Where(unit => !table.Roles.Contains(unit.Item2)).Select(unit => unit.Item1)];

    private string Markdown() => $"# Leakage audit of {MarkdownTable.Escape(table.File)}\n\n{MarkdownTable.Escape(Lead)}\n\n{MarkdownTable.Escape(Sentence)}\n\n"
        + string.Join("\n", Pages().Select(MarkdownTable.Of)) + "\n" + string.Concat(notes.Select(note => $"- {MarkdownTable.Escape(note)}\n"));

    private ReportPage Page()
    {
        string[] models = [.. Accuracies.Select(row => Naming.Model(row.Model)).Distinct()], protocols = [.. Audit.Select(row => row.Protocol)];
        ModelAccuracy[] accuracies = [.. Accuracies.Select(row => new ModelAccuracy(Naming.Model(row.Model), row.Protocol, row.Value, row.Low, row.High))];
        var figure = LeakageFigure.Draw(
            new FigureText("What is left when no specimen is on both sides", "Accuracy of every model, by how the folds are made", Sentence, Origin), models, protocols, accuracies, null);
        return new ReportPage(
            $"Leakage audit of {table.File}", Lead, Origin, [new Paragraph(Sentence), new Paragraph($"Verdict on folds by row, by {Naming.Model(Judge)}: {Audit[0].Verdict}.")],
            [
                new("audit", "Protocols side by side", [.. Pages().Select(page => new TableBlock(page))]),
                new("figure", "Accuracies", [new FigureBlock("leakage-audit", $"The accuracy of every model under every protocol. {Sentence}", figure)]),
                new("notes", "How to read it", [.. notes.Select(note => new Paragraph(note)), new Paragraph(AuditPage.HowToRead)]),
            ]);
    }

    private MetricValue? Accuracy(string protocol, string model) => Accuracies.FirstOrDefault(row => row.Protocol == protocol && row.Model == model);

    private static IEnumerable<string> Words(IReadOnlyList<(JoinedSpectrum First, JoinedSpectrum Copy)> copies)
    {
        const int Shown = 5;
        if (copies.Count > 0)
            yield return $"{Numerals.Of(copies.Count)} rows have exactly the features of a row of another specimen: no protocol keeps them together. "
                + string.Join("; ", copies.Take(Shown).Select(pair => $"{pair.Copy.SpectrumId} ({pair.Copy.Specimen}) is {pair.First.SpectrumId} ({pair.First.Specimen})"))
                + (copies.Count > Shown ? "; …" : ".");
    }
}
