using System.Collections.Immutable;
using System.Globalization;
using RruffGeo.Presentation;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Tables;
using static RruffGeo.Stages.StatisticsTables;

namespace RruffGeo.Stages;

/// <summary>The audit on one page: protocols side by side, what test rows share with training rows, and what every model makes of it.</summary>
internal static class AuditPage
{
    private const string Row = "row", Specimen = "specimen";

    /// <summary>What the page's words mean.</summary>
    public const string HowToRead =
        "Shares are of the rows tested over all folds. Twin: another row of the same acquisition. Expected by chance: 1 − (1/K)^(m−1) for a specimen of m rows and K folds. "
        + "Intervals in brackets: 95 %, specimens drawn with replacement; a fold alone: rows taken as independent. Points that disappear: pooled accuracy minus that under specimen folds, both in the same draws. "
        + "Leaks: units stand on both sides and that interval lies above 0.";

    /// <summary>One column a protocol, one row a quantity.</summary>
    /// <param name="origin">Where the numbers come from.</param>
    /// <param name="audit">Shares and verdicts.</param>
    /// <param name="metrics">Accuracies, pooled or of folds.</param>
    /// <param name="models">Models in the order in which they are shown.</param>
    /// <param name="unknown">Units that are not known: <c>twin</c>, <c>locality</c>, <c>species</c>.</param>
    public static Table Of(DataOrigin origin, IReadOnlyList<LeakageAudit> audit, IReadOnlyList<MetricValue> metrics, IReadOnlyList<string> models, IReadOnlySet<string>? unknown = null)
    {
        var shares = new (string Unit, string Words, Func<LeakageAudit, string> Cell)[]
        {
            ("", "Rows tested", row => Numerals.Of(row.Rows)),
            ("twin", "Twin in training (%)", row => Numerals.Of(row.TwinInTrainPercent, 1)),
            ("", "Same specimen in training (%)", row => Numerals.Of(row.SiblingInTrainPercent, 1)),
            ("", "Expected by chance (%)", row => row.ExpectedSiblingPercent is { } expected ? Numerals.Of(expected, 1) : Numerals.Missing),
            ("", "Nearest neighbour of the same specimen (%)", row => Numerals.Of(row.NearestSameSpecimenPercent, 1)),
            ("locality", "Locality in training (%)", row => Numerals.Of(row.LocalityInTrainPercent, 1)),
            ("species", "Species in training (%)", row => Numerals.Of(row.SpeciesInTrainPercent, 1)),
        };
        return new Table(
            "audit-page", "Leakage audit: protocols side by side", origin, [Words("What", "what"), .. audit.Select(row => Words(row.Protocol, row.Protocol.Replace('-', '_')))],
            [
                .. shares.Where(share => unknown?.Contains(share.Unit) != true).Select(share => Line(share.Words, share.Cell)),
                .. models.Select(model => Line($"Accuracy (%), {Naming.Model(model)}", row => Accuracy(metrics, row.Protocol, model))),
                Line("Verdict", row => row.Verdict),
            ], HowToRead);

        ImmutableArray<Cell> Line(string words, Func<LeakageAudit, string> cell) => [Cell.Of(words), .. audit.Select(row => Cell.Of(cell(row)))];
    }

    /// <summary>What of each model's row-protocol accuracy disappears.</summary>
    public static Table ByModel(DataOrigin origin, IReadOnlyList<ProtocolVerdict> verdicts, IReadOnlyList<MetricValue> metrics) => new(
        "audit-by-model", "What disappears of the row-protocol accuracy when no specimen is on both sides", origin,
        [
            Words("Model", "model"), Number("By row (%)", "row_percent"), Number("By specimen (%)", "specimen_percent"), Number("Points that disappear", "points"), Number("95 % low", "low"),
            Number("95 % high", "high"), Words("Verdict", "verdict"),
        ],
        [
            .. from verdict in verdicts
               where verdict.Protocol == Row
               select ImmutableArray.Create(
                   Cell.Of(Naming.Model(verdict.Model)), Cell.Of(100 * Pooled(metrics, Row, verdict.Model)?.Value, 1), Cell.Of(100 * Pooled(metrics, Specimen, verdict.Model)?.Value, 1),
                   Cell.Of(100 * verdict.Excess, 1), Cell.Of(100 * verdict.Low, 1), Cell.Of(100 * verdict.High, 1), Cell.Of(verdict.Verdict)),
        ]);

    /// <summary>Every value in a row of its own, for programs.</summary>
    public static Table Values(DataOrigin origin, IReadOnlyList<LeakageAudit> audit, IReadOnlyList<ProtocolVerdict> verdicts, IReadOnlyList<MetricValue> accuracies)
    {
        var rows = new List<ImmutableArray<Cell>>();
        foreach (var row in audit)
        {
            Add(row.Protocol, "twin_in_train_percent", "", row.TwinInTrainPercent);
            Add(row.Protocol, "sibling_in_train_percent", "", row.SiblingInTrainPercent);
            Add(row.Protocol, "expected_sibling_percent", "", row.ExpectedSiblingPercent);
            Add(row.Protocol, "nearest_same_specimen_percent", "", row.NearestSameSpecimenPercent);
            Add(row.Protocol, "locality_in_train_percent", "", row.LocalityInTrainPercent);
            Add(row.Protocol, "species_in_train_percent", "", row.SpeciesInTrainPercent);
        }

        foreach (var value in accuracies)
            Add(value.Protocol, "accuracy", value.Model, value.Value, value.Low, value.High);
        foreach (var verdict in verdicts)
            Add(verdict.Protocol, "excess_over_specimen", verdict.Model, verdict.Excess, verdict.Low, verdict.High, verdict.Verdict);
        return new Table(
            "audit", "Leakage audit", origin,
            [Words("Protocol", "protocol"), Words("Quantity", "quantity"), Words("Model", "model"), Number("Value", "value"), Number("95 % low", "low"), Number("95 % high", "high"), Words("Verdict", "verdict")],
            [.. rows]);

        void Add(string protocol, string quantity, string model, double? value, double? low = null, double? high = null, string verdict = "") =>
            rows.Add([Cell.Of(protocol), Cell.Of(quantity), Cell.Of(model), Cell.Of(value, 4), Cell.Of(low, 4), Cell.Of(high, 4), Cell.Of(verdict)]);
    }

    /// <summary>Folds that were trained where not all were; empty where all or none were.</summary>
    internal static IReadOnlyList<MetricValue> AloneOf(IReadOnlyList<MetricValue> metrics, string protocol, string model) =>
        Pooled(metrics, protocol, model) is not null ? [] :
        [
            .. metrics.Where(value => value.Protocol == protocol && value.Model == model && value.Metric == "accuracy" && int.TryParse(value.Fold, NumberStyles.None, CultureInfo.InvariantCulture, out _)),
        ];

    private static string Accuracy(IReadOnlyList<MetricValue> metrics, string protocol, string model) =>
        Pooled(metrics, protocol, model) is { } pooled ? Cells(pooled)
        : AloneOf(metrics, protocol, model) is { Count: > 0 } alone ? string.Join("; ", alone.Select(value => $"fold {value.Fold} alone: {Cells(value)}"))
        : Numerals.Missing;

    private static string Cells(MetricValue value) =>
        Numerals.Of(100 * value.Value, 1) + (value is { Low: { } low, High: { } high } ? $" [{Numerals.Of(100 * low, 1)}, {Numerals.Of(100 * high, 1)}]" : "");

    private static MetricValue? Pooled(IReadOnlyList<MetricValue> metrics, string protocol, string model) =>
        metrics.FirstOrDefault(value => value.Protocol == protocol && value.Model == model && value.Metric == "accuracy" && value.Fold == "pooled");
}
