using System.Collections.Immutable;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Presentation.Checklists;

/// <summary>A checklist as a table, as the report shows it.</summary>
public static class ChecklistTable
{
    /// <summary>One row per question.</summary>
    public static Table Of(Checklist checklist) => new(
        checklist.Id, checklist.Title, checklist.Origin,
        [Words("Item", "id"), Words("Part", "part"), Words("Question", "question"), Words("Answer", "status"), Words("Found", "value"), Words("Proved by", "files")],
        [
            .. checklist.Groups.SelectMany(group => group.Items.Select(item => ImmutableArray.Create(
                Cell.Of(item.Id), Cell.Of(group.Title), Cell.Of(item.Question), Cell.Of(AnswerStatuses.Words(item.Status)), Cell.Of(item.Value),
                Cell.Of(string.Join("; ", item.Files.Select(file => $"{file.Path} {file.Sha256}")))))),
        ],
        checklist.Lead);

    private static Column Words(string title, string name) => new(title, name, CellKind.Text);
}
