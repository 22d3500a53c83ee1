using System.Collections.Immutable;
using RruffGeo.Presentation.Claims;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Presentation.Report;

/// <summary>A piece of a report. Blocks carry text, never markup: escaping happens in one place, where they are written.</summary>
public abstract record Block;

/// <summary>A paragraph.</summary>
public sealed record Paragraph(string Text) : Block;

/// <summary>A remark that a reader must not miss.</summary>
public sealed record Caution(string Title, string Text) : Block;

/// <summary>A large number with what it means.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The number, ready to print.</param>
/// <param name="Detail">Interval, n or other company; may be empty.</param>
/// <param name="Emphasis">Colour of its edge.</param>
public sealed record Tile(string Label, string Value, string Detail, Emphasis Emphasis = Emphasis.Plain);

/// <summary>How a tile is marked.</summary>
public enum Emphasis
{
    /// <summary>Not at all.</summary>
    Plain,

    /// <summary>As the row protocol, in its colour.</summary>
    Row,

    /// <summary>As the specimen protocol, in its colour.</summary>
    Specimen,
}

/// <summary>Large numbers side by side.</summary>
public sealed record Tiles(ImmutableArray<Tile> Items) : Block;

/// <summary>A share of a whole, one of several that make it up.</summary>
public sealed record Bar(string Label, long Count, string Tone);

/// <summary>Counts as one divided bar with its legend.</summary>
public sealed record DividedBar(string Title, ImmutableArray<Bar> Parts) : Block;

/// <summary>A step of a flow of rows: how many arrive, how many leave and why.</summary>
public sealed record FlowStep(string Label, long Rows, ImmutableArray<string> Left);

/// <summary>How rows get fewer from step to step.</summary>
public sealed record Flow(ImmutableArray<FlowStep> Steps) : Block;

/// <summary>A table with sorting, and with filters and pages if it is long.</summary>
public sealed record TableBlock(Table Table, Folding Folding = Folding.Open) : Block
{
    /// <summary>The files that its numbers come from; none if that is not known.</summary>
    public ImmutableArray<ArtifactFile> From { get; init; } = [];
}

/// <summary>Whether a block is shown at once.</summary>
public enum Folding
{
    /// <summary>At once.</summary>
    Open,

    /// <summary>After a click, and in print.</summary>
    Folded,
}

/// <summary>A figure with its caption.</summary>
public sealed record FigureBlock(string Id, string Caption, Picture Picture) : Block
{
    /// <summary>The files that it was drawn from; none if that is not known.</summary>
    public ImmutableArray<ArtifactFile> From { get; init; } = [];
}

/// <summary>The claim ledger, with a filter.</summary>
public sealed record LedgerBlock(ImmutableArray<CheckedClaim> Claims) : Block;

/// <summary>Names and values.</summary>
public sealed record Facts(string Title, ImmutableArray<(string Name, string Value)> Items) : Block;

/// <summary>A text with a link to where it comes from; never fetched when the report opens.</summary>
public sealed record Attribution(string Text, string Address) : Block;

/// <summary>Files with their digests, to which figures and tables link.</summary>
public sealed record ArtifactsBlock(string Title, ImmutableArray<ArtifactFile> Files) : Block;
