using System.Collections.Immutable;
using System.Globalization;

namespace RruffGeo.Build.Tables;

/// <summary>How two tables differ: rows that only one has, and cells of rows that both have.</summary>
/// <param name="Path">The table, as the reader knows it.</param>
/// <param name="RowsBefore">Rows of the first.</param>
/// <param name="RowsAfter">Rows of the second.</param>
/// <param name="Key">The leading columns that tell the rows of both apart; empty if rows are compared by their place.</param>
/// <param name="Removed">Rows that only the first has.</param>
/// <param name="Added">Rows that only the second has.</param>
/// <param name="Columns">For each column with changed cells, in the order of the first table: how many, and by how much at most.</param>
/// <param name="Cells">The first changed cells, at most <see cref="MostCells"/>.</param>
/// <param name="Schema">Columns that only one table has, or that have another type, as words; empty if none.</param>
internal sealed record TableDifference(
    string Path, long RowsBefore, long RowsAfter, ImmutableArray<string> Key, long Removed, long Added,
    ImmutableArray<ColumnChange> Columns, ImmutableArray<CellChange> Cells, ImmutableArray<string> Schema)
{
    /// <summary>More changed cells are counted and not listed.</summary>
    public const int MostCells = 200;

    /// <summary>True if both tables have the same rows and no number differs by more than <paramref name="relative"/> of the larger; other cells are equal.</summary>
    public bool AgreesWithin(double relative) =>
        Removed + Added == 0 && Schema.IsEmpty && Columns.All(column => column.LargestRelative <= relative);

    /// <summary>Compares two files.</summary>
    /// <exception cref="InvalidDataException">One is no Parquet table, or has a column of a kind that is not understood.</exception>
    public static TableDifference Between(string first, string second)
    {
        var (before, after) = (TableCells.Read(first), TableCells.Read(second));
        var common = before.Columns.Where(column => after.Find(column.Name)?.Type == column.Type).Select(column => column.Name).ToImmutableArray();
        var key = TableKey.Of(before, after, common);
        var places = after.Places(key);
        var pairs = before.Places(key).Where(row => places.ContainsKey(row.Key)).OrderBy(row => row.Value).Select(row => (row.Key, First: row.Value, Second: places[row.Key])).ToList();
        var changes = common.Except(key).Select(name => Compare(name, before.Find(name)!, after.Find(name)!, pairs)).ToList();
        return new TableDifference(
            System.IO.Path.GetFileName(first), before.Rows, after.Rows, key, before.Rows - pairs.Count, after.Rows - pairs.Count,
            [.. changes.Where(change => change.Cells.Count > 0).Select(change => change.Column)],
            [.. changes.SelectMany(change => change.Cells).Take(MostCells)],
            [.. Only(before, common, "only in the first"), .. Only(after, common, "only in the second")]);
    }

    /// <summary>The difference of a table and none.</summary>
    /// <param name="path">The table, as the reader knows it.</param>
    /// <param name="first">The first table's file; null if there is none.</param>
    /// <param name="second">The second table's file; null if there is none.</param>
    public static TableDifference OneSided(string path, string? first, string? second)
    {
        var (before, after) = (first is null ? 0 : TableCells.Read(first).Rows, second is null ? 0 : TableCells.Read(second).Rows);
        return new(path, before, after, [], before, after, [], [], [first is null ? "the table is new" : "the table is no longer there"]);
    }

    /// <summary>The difference in one line.</summary>
    public override string ToString()
    {
        var parts = new List<string>(Schema);
        if (Removed > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Removed:N0} rows gone"));
        if (Added > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Added:N0} rows new"));
        parts.AddRange(Columns.Select(column => column.ToString()));
        return parts.Count == 0 ? "the order of rows or the metadata differ" : string.Join("; ", parts);
    }

    private static IEnumerable<string> Only(TableCells table, ImmutableArray<string> common, string where) =>
        table.Columns.Where(column => !common.Contains(column.Name)).Select(column => $"column {column.Name} ({column.Type}) {where}");

    private static (ColumnChange Column, List<CellChange> Cells) Compare(
        string name, CellColumn before, CellColumn after, List<(string Key, int First, int Second)> pairs)
    {
        var (cells, changed, largest, relative) = (new List<CellChange>(), 0L, 0.0, 0.0);
        foreach (var (key, first, second) in pairs)
        {
            if (before.Texts[first] == after.Texts[second])
                continue;
            changed++;
            if (cells.Count < MostCells)
                cells.Add(new(key, name, before.Texts[first] ?? "none", after.Texts[second] ?? "none"));
            var (difference, share) = CellColumn.Distance(before, first, after, second);
            (largest, relative) = (Math.Max(largest, difference), Math.Max(relative, share));
        }

        return (new(name, changed, largest, relative), cells);
    }
}

/// <summary>A column with changed cells.</summary>
/// <param name="Name">The column.</param>
/// <param name="Changed">Cells that differ.</param>
/// <param name="Largest">Largest difference of two numbers; infinite if a cell is no number in one of the tables.</param>
/// <param name="LargestRelative">Largest difference as a share of the larger of the two; infinite likewise.</param>
internal sealed record ColumnChange(string Name, long Changed, double Largest, double LargestRelative)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Name}: {Changed:N0} cells{(double.IsFinite(Largest) ? $", by at most {Largest:G4}" : "")}");
}

/// <summary>A changed cell.</summary>
/// <param name="Row">Values of the key columns, or the row's number from 1.</param>
/// <param name="Column">Its column.</param>
/// <param name="Before">Old value.</param>
/// <param name="After">New value.</param>
internal sealed record CellChange(string Row, string Column, string Before, string After);
