using System.Collections.Immutable;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>The values of one metric over the folds of one protocol.</summary>
/// <param name="Protocol">Fold protocol.</param>
/// <param name="Metric">Name of the metric, ready to print.</param>
/// <param name="Folds">One value per fold, 0 … 1.</param>
/// <param name="Mean">Their mean, as the metrics artifact gives it; null where not all folds were trained.</param>
/// <param name="Deviation">Their standard deviation (n − 1); null if there is none.</param>
public sealed record FoldMetric(string Protocol, string Metric, ImmutableArray<double> Folds, double? Mean, double? Deviation);

/// <summary>Overall metrics across folds: each fold a point, mean ± one standard deviation beside (paper fig. 9).</summary>
public static class FoldMetricsFigure
{
    private const double Width = 900;
    private const double PanelHeight = 300;

    /// <summary>Draws metrics from left to right, in each the protocols side by side.</summary>
    public static Picture Draw(FigureText text, IReadOnlyList<string> metrics, IReadOnlyList<string> protocols, IReadOnlyList<FoldMetric> values)
    {
        var sheet = new Sheet(text, Width, 58 + PanelHeight + 84);
        var (top, bottom) = (sheet.Top + 24, sheet.Top + 24 + PanelHeight);
        var panel = new Panel(sheet, new LinearScale(0, Math.Max(1, metrics.Count), 76, Width - 20), new LinearScale(0, 1, bottom, top));
        panel.DrawY("Value (1)");
        sheet.Line(76, bottom, Width - 20, bottom, Ink.Text);
        foreach (var (column, metric) in metrics.Index())
        {
            sheet.Words(panel.X.At(column + 0.5), bottom + 18, metric, Ink.Text, Anchor.Middle);
            foreach (var (index, protocol) in protocols.Index())
            {
                if (values.FirstOrDefault(v => v.Protocol == protocol && v.Metric == metric) is { } value)
                    DrawFolds(panel, panel.X.At(column + ((index + 1.0) / (protocols.Count + 1))), value);
            }
        }

        sheet.Words(16, sheet.Height - 12, values.All(v => v.Mean is not null)
                ? "Small marks: folds, in order. Bar and number: mean ± 1 standard deviation (n − 1) over folds." : "Not all folds were trained: each mark is a fold that was, the number the first one's; there is no mean over folds.", Ink.Muted, size: Sheet.SmallSize);
        Legend.DrawRow(sheet, Width - 16, sheet.Top + 8, [.. protocols.Select(ProtocolStyle.Entry)]);
        panel.Brand();
        return sheet.Finish();
    }

    private static void DrawFolds(Panel panel, double x, FoldMetric value)
    {
        var ink = ProtocolStyle.InkOf(value.Protocol);
        foreach (var (index, fold) in value.Folds.Index())
            panel.Sheet.Add(new PointMark(new Place(x - 8 - (4 * (value.Folds.Length - 1 - index)), panel.Y.At(fold)), 3.2, ink, ProtocolStyle.OutlineOf(value.Protocol), Ink.Page));
        if (value.Mean is not { } mean)
        {
            foreach (var fold in value.Folds.Take(1))
                panel.Sheet.Words(x, Math.Min(panel.Y.At(fold) + 4, panel.Y.From - 4), Numerals.Of(fold, 3), Ink.Text, size: Sheet.SmallSize);
            return;
        }

        var (low, high) = (panel.Y.At(Math.Max(0, mean - (value.Deviation ?? 0))), panel.Y.At(Math.Min(1, mean + (value.Deviation ?? 0))));
        panel.Sheet.Line(x + 3, low, x + 3, high, ink, 2);
        panel.Sheet.Line(x - 2, panel.Y.At(mean), x + 8, panel.Y.At(mean), ink, 2.5);
        var above = high - 6 > panel.Y.To + 8;
        panel.Sheet.Words(x + 3, above ? Math.Min(high, panel.Y.At(value.Folds.DefaultIfEmpty(mean).Max())) - 7 : low + 15, Numerals.Of(mean, 3), Ink.Text, Anchor.Middle, Sheet.SmallSize);
    }
}
