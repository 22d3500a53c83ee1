using System.Collections.Immutable;
using RruffGeo.Build.Tables;
using RruffGeo.Presentation;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Report;
using RruffGeo.Presentation.Tables;

namespace RruffGeo.Build.Housekeeping;

/// <summary>The difference of two runs as one HTML page, of the same make as the paper's report.</summary>
internal static class RunDiffPage
{
    private const int Decimals = 4;

    /// <summary>The page.</summary>
    /// <param name="diff">What differs.</param>
    /// <param name="origin">Simulated if either run is.</param>
    public static string Of(RunDiff diff, DataOrigin origin) => HtmlReport.Of(new ReportPage(
        $"{diff.First} → {diff.Second}", Lead(diff), origin, [Numbers(diff)],
        [
            new("parameters", "What was set differently",
            [
                Listed(Parameters(diff, origin), "No parameter differs."), .. diff.OtherParts.IsEmpty ? (Block[])[] : [new TableBlock(Causes(diff, origin))],
            ]),
            new("metrics", "Metrics", [Listed(Metrics(diff, origin), "No metric differs, or neither run has metrics.")]),
            new("claims", "Claims whose verdict differs", [Listed(Claims(diff, origin), "No verdict differs, or one of the runs has no ledger.")]),
            new("tables", "Tables", [Listed(Tables(diff, origin), "No table differs."), .. diff.Tables.Where(table => !table.Cells.IsEmpty).Select(table => new TableBlock(Cells(table, origin), Folding.Folded))]),
        ]));

    private static string Lead(RunDiff diff) => diff.Parameters.IsEmpty && diff.OtherParts.IsEmpty && diff.Tables.IsEmpty
        ? $"Run {diff.Second} beside run {diff.First}: nothing differs."
        : $"Run {diff.Second} beside run {diff.First}. What stands on the left, or first, is of {diff.First}.";

    private static Tiles Numbers(RunDiff diff) => new(
    [
        .. from protocol in new[] { (Name: "row", Emphasis: Emphasis.Row), (Name: "specimen", Emphasis: Emphasis.Specimen) }
           from change in diff.Metrics
           where change.Protocol == protocol.Name && change is { Model: "convnext1d", Fold: "pooled", Metric: "accuracy", Difference: not null }
           select new Tile($"Accuracy of the network by {protocol.Name}, points", Numerals.Difference(100 * change.Difference!.Value, 1), $"{Percent(change.Before!)} → {Percent(change.After!)}", protocol.Emphasis),
        new("Parameters that differ", Numerals.Of(diff.Parameters.Length), diff.OtherParts.IsEmpty ? "" : "and code, environment or inputs"),
        new("Metrics that differ", Numerals.Of(diff.Metrics.Length), $"{Numerals.Of(diff.Metrics.Count(change => change.Apart == true))} with 95 % intervals apart"),
        new("Verdicts that differ", Numerals.Of(diff.Claims.Length), "of the claim ledger"),
        new("Tables that differ", Numerals.Of(diff.Tables.Length), "of all stages"),
    ]);

    private static Block Listed(Table table, string otherwise) => table.Rows.IsEmpty ? new Paragraph(otherwise) : new TableBlock(table);

    private static Table Parameters(RunDiff diff, DataOrigin origin) => new(
        "parameters", "Parameters", origin, [Words("Parameter"), Words(diff.First), Words(diff.Second)],
        [.. diff.Parameters.Select(change => ImmutableArray.Create(Cell.Of(change.Name), Cell.Of(change.Before ?? "none"), Cell.Of(change.After ?? "none")))]);

    private static Table Causes(RunDiff diff, DataOrigin origin) => new(
        "causes", "Code, environment and inputs from outside", origin, [Words("What differs")], [.. diff.OtherParts.Select(part => ImmutableArray.Create(Cell.Of(part)))]);

    private static Table Metrics(RunDiff diff, DataOrigin origin) => new(
        "metrics", "Metrics that differ", origin,
        [
            Words("Protocol"), Words("Model"), Words("Fold"), Words("Metric"), Number(diff.First), Number("95 % low"), Number("95 % high"),
            Number(diff.Second), Number("95 % low"), Number("95 % high"), Number("Difference"), Words("Intervals"),
        ],
        [
            .. diff.Metrics.OrderBy(change => change.Fold == "pooled" ? 0 : 1).Select(change => ImmutableArray.Create(
                Cell.Of(change.Protocol), Cell.Of(change.Model), Cell.Of(change.Fold), Cell.Of(change.Metric),
                Cell.Of(change.Before?.Value, Decimals), Cell.Of(change.Before?.Low, Decimals), Cell.Of(change.Before?.High, Decimals),
                Cell.Of(change.After?.Value, Decimals), Cell.Of(change.After?.Low, Decimals), Cell.Of(change.After?.High, Decimals),
                Cell.Difference(change.Difference, Decimals), Cell.Of(change.Apart switch { true => "apart", false => "touch", null => "none" }))),
        ],
        "Pooled values first. Intervals that touch do not show that the runs agree, and each is of its run alone: no pairing is made.");

    private static Table Claims(RunDiff diff, DataOrigin origin) => new(
        "claims", "Claims whose verdict differs", origin,
        [Words("Claim"), Words("Checked against"), Words("What"), Words($"Verdict, {diff.First}"), Words($"Verdict, {diff.Second}"), Words($"Recomputed, {diff.First}"), Words($"Recomputed, {diff.Second}")],
        [
            .. diff.Claims.Select(claim => ImmutableArray.Create(
                Cell.Of(claim.Id), Cell.Of(claim.Basis), Cell.Of(claim.Claim), Cell.Of(claim.Before ?? "not checked"), Cell.Of(claim.After ?? "not checked"),
                Cell.Of(claim.RecomputedBefore), Cell.Of(claim.RecomputedAfter))),
        ]);

    private static Table Tables(RunDiff diff, DataOrigin origin) => new(
        "tables", "Tables that differ", origin,
        [Words("Table"), Number($"Rows, {diff.First}"), Number($"Rows, {diff.Second}"), Number("Rows gone"), Number("Rows new"), Words("What differs")],
        [
            .. diff.Tables.Select(table => ImmutableArray.Create(
                Cell.Of(table.Path), Cell.Of(table.RowsBefore), Cell.Of(table.RowsAfter), Cell.Of(table.Removed), Cell.Of(table.Added), Cell.Of(table.ToString()))),
        ]);

    private static Table Cells(TableDifference table, DataOrigin origin)
    {
        var changed = table.Columns.Sum(column => column.Changed);
        return new(
            "cells-" + string.Concat(table.Path.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')), $"Changed cells of {table.Path}", origin,
            [Words(table.Key.IsEmpty ? "Row" : string.Join(", ", table.Key)), Words("Column"), Words("Before"), Words("After")],
            [.. table.Cells.Select(cell => ImmutableArray.Create(Cell.Of(cell.Row), Cell.Of(cell.Column), Cell.Of(cell.Before), Cell.Of(cell.After)))],
            changed > table.Cells.Length ? $"The first {Numerals.Of(table.Cells.Length)} of {Numerals.Of(changed)} changed cells." : "");
    }

    private static string Percent(Estimate estimate) => Numerals.Percent(estimate.Value)
        + (estimate is { Low: { } low, High: { } high } ? $" ({Numerals.Of(100 * low, 1)}–{Numerals.Of(100 * high, 1)})" : "");

    private static Column Words(string title) => new(title, title, CellKind.Text);

    private static Column Number(string title) => new(title, title, CellKind.Number);
}
