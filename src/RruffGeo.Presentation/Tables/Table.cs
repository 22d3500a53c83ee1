using System.Collections.Immutable;

namespace RruffGeo.Presentation.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Title">As printed, with its unit.</param>
/// <param name="Name">As programs read it, snake case.</param>
/// <param name="Kind">Whether it holds numbers.</param>
public sealed record Column(string Title, string Name, CellKind Kind);

/// <summary>A table ready to be written in any form.</summary>
/// <param name="Id">File name without ending, such as <c>table-1-countries</c>.</param>
/// <param name="Caption">What it holds.</param>
/// <param name="Origin">Where its numbers come from; every form says so.</param>
/// <param name="Columns">Columns from left to right.</param>
/// <param name="Rows">Rows from top to bottom, one cell per column.</param>
/// <param name="Note">A remark below the table; may be empty.</param>
public sealed record Table(
    string Id, string Caption, DataOrigin Origin, ImmutableArray<Column> Columns, ImmutableArray<ImmutableArray<Cell>> Rows, string Note = "")
{
    /// <summary>Rows from top to bottom, one cell per column.</summary>
    public ImmutableArray<ImmutableArray<Cell>> Rows { get; } = Rectangular(Id, Columns, Rows);

    /// <summary>The caption, led by "SIMULATED DATA" where that is so.</summary>
    public string FullCaption => Origin == DataOrigin.Simulated ? $"{DataOrigins.Words(Origin)}: {Caption}" : Caption;

    private static ImmutableArray<ImmutableArray<Cell>> Rectangular(string id, ImmutableArray<Column> columns, ImmutableArray<ImmutableArray<Cell>> rows)
    {
        foreach (var (index, row) in rows.Index())
        {
            if (row.Length != columns.Length)
                throw new ArgumentException($"Table {id}, row {index}: found {row.Length} cells, expected {columns.Length}, one per column.", nameof(rows));
        }

        return rows;
    }
}
