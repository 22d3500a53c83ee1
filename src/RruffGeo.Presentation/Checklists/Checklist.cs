using System.Collections.Immutable;

namespace RruffGeo.Presentation.Checklists;

/// <summary>A file that proves an answer.</summary>
/// <param name="Path">Below the run's folder, with <c>/</c>.</param>
/// <param name="Sha256">Digest of its bytes, lower-case hex.</param>
public sealed record ProvingFile(string Path, string Sha256);

/// <summary>A question with the answer that files of a run give.</summary>
/// <param name="Id">Id within its checklist, such as <c>L1.1</c>.</param>
/// <param name="Question">The question, in our words.</param>
/// <param name="Status">The answer.</param>
/// <param name="Value">What was found; may hold untrusted text, which every writer escapes.</param>
/// <param name="Files">The files it was read from, at least one.</param>
public sealed record ChecklistItem(string Id, string Question, AnswerStatus Status, string Value, ImmutableArray<ProvingFile> Files);

/// <summary>Questions that belong together.</summary>
public sealed record ChecklistGroup(string Title, ImmutableArray<ChecklistItem> Items);

/// <summary>A card or checklist, filled.</summary>
/// <param name="Id">File name without ending, such as <c>model-card</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Lead">What it follows, and how its answers came about.</param>
/// <param name="Origin">Where its numbers come from; every form says so.</param>
/// <param name="Groups">Its parts.</param>
public sealed record Checklist(string Id, string Title, string Lead, DataOrigin Origin, ImmutableArray<ChecklistGroup> Groups)
{
    /// <summary>All items, in order.</summary>
    public IEnumerable<ChecklistItem> Items => Groups.SelectMany(group => group.Items);
}
