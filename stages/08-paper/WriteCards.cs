using System.Collections.Immutable;
using System.Text;
using RruffGeo.Artifacts;
using RruffGeo.Presentation;
using RruffGeo.Presentation.Checklists;
using RruffGeo.Presentation.Report;

namespace RruffGeo.Stages;

/// <summary>Writes model card, data card and the checklists, filled from artifacts.</summary>
internal static class WriteCards
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>All five, in the order of the report.</summary>
    public static ImmutableArray<Checklist> Of(CardSources sources) =>
        [ModelCard.Of(sources), DataCard.Of(sources), ModelInfoSheet.Of(sources), NeuripsChecklist.Of(sources), AcmBadges.Of(sources)];

    /// <summary>Writes one Markdown file a card to <paramref name="folder"/>, and all answers to <paramref name="table"/>.</summary>
    public static void Run(ImmutableArray<Checklist> cards, DataOrigin origin, string folder, string table)
    {
        Directory.CreateDirectory(folder);
        foreach (var card in cards)
            File.WriteAllText(Path.Combine(folder, card.Id + ".md"), MarkdownChecklist.Of(card), Utf8);
        ParquetTable.Write(
            table,
            cards.SelectMany(card => card.Items.Select(item => new ChecklistRow
            {
                Card = card.Id,
                Id = item.Id,
                Question = item.Question,
                Answer = AnswerStatuses.Words(item.Status),
                Value = item.Value,
                Files = string.Join('\n', item.Files.Select(file => file.Path)),
                Digests = string.Join('\n', item.Files.Select(file => file.Sha256)),
            })).ToList(),
            new SortedDictionary<string, string>(StringComparer.Ordinal) { ["data_origin"] = DataOrigins.Words(origin) });
    }

    /// <summary>The report's section: each card folded.</summary>
    public static Section Section(ImmutableArray<Checklist> cards) => new(
        "cards", "Cards and checklists",
        [
            new Paragraph("Each answer was computed from the files beside it, by SHA-256; as Markdown they stand in cards/, and --target=Checklist compares the digests with the files."),
            .. cards.Select(card => new TableBlock(ChecklistTable.Of(card), Folding.Folded)),
        ]);
}

/// <summary>A row of <c>checklist.parquet</c>.</summary>
public sealed record ChecklistRow
{
    /// <summary>Which card, such as <c>model-card</c>.</summary>
    public string Card { get; init; } = "";

    /// <summary>Item of the card, such as <c>L1.1</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>The question.</summary>
    public string Question { get; init; } = "";

    /// <summary>The answer.</summary>
    public string Answer { get; init; } = "";

    /// <summary>What was found.</summary>
    public string Value { get; init; } = "";

    /// <summary>The files that prove it, below the run's folder, one a line.</summary>
    public string Files { get; init; } = "";

    /// <summary>SHA-256 of each of them, lower-case hex, one a line.</summary>
    public string Digests { get; init; } = "";
}
