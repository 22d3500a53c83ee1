using System.Collections.Immutable;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>A bin of a reliability curve.</summary>
/// <param name="Confidence">Mean confidence of its rows, 0 … 1.</param>
/// <param name="Accuracy">Share of its rows that were predicted rightly, 0 … 1.</param>
/// <param name="Rows">Its rows, ≥ 1.</param>
public readonly record struct ReliabilityBin(double Confidence, double Accuracy, int Rows);

/// <summary>How far a model's confidence can be believed under one protocol.</summary>
/// <param name="Protocol">Fold protocol.</param>
/// <param name="Plain">Bins of the confidence as trained, ascending.</param>
/// <param name="Scaled">Bins after temperature scaling, ascending; may be empty.</param>
/// <param name="PlainError">Calibration error as trained; null if not measured.</param>
/// <param name="ScaledError">Calibration error after temperature scaling; null if not measured.</param>
public sealed record ReliabilityPanel(
    string Protocol, ImmutableArray<ReliabilityBin> Plain, ImmutableArray<ReliabilityBin> Scaled, double? PlainError, double? ScaledError);

/// <summary>Accuracy against confidence, as trained and after temperature scaling; on the dashed line confidence can be taken at its word (ours).</summary>
public static class ReliabilityFigure
{
    private const double PanelSize = 300;
    private const double Left = 72;
    private const double Gap = 84;
    private const double LargestRadius = 9;
    private const double SmallestRadius = 2.5;

    /// <summary>Draws the protocols side by side.</summary>
    public static Picture Draw(FigureText text, IReadOnlyList<ReliabilityPanel> panels)
    {
        var sheet = new Sheet(text, Left + (Math.Max(1, panels.Count) * (PanelSize + Gap)) - Gap + 24, 58 + 44 + PanelSize + 102);
        var (top, bottom) = (sheet.Top + 44, sheet.Top + 44 + PanelSize);
        var most = Math.Max(1, panels.SelectMany(p => p.Plain.Concat(p.Scaled)).Select(b => b.Rows).DefaultIfEmpty(1).Max());
        foreach (var (index, curve) in panels.Index())
        {
            var x = Left + (index * (PanelSize + Gap));
            var panel = new Panel(sheet, new LinearScale(0, 1, x, x + PanelSize), new LinearScale(0, 1, bottom, top));
            panel.DrawX("Confidence (1)", 5);
            panel.DrawY("Accuracy (1)");
            sheet.Words(x, top - 26, $"{curve.Protocol} folds", Ink.Text);
            sheet.Words(x, top - 9, Errors(curve), Ink.Muted, size: Sheet.SmallSize);
            panel.Curve([(0, 0), (1, 1)], Ink.Muted, 1, Stroke.Dashed);
            var ink = ProtocolStyle.InkOf(curve.Protocol);
            DrawBins(panel, curve.Scaled, ink, most, Ink.Page, ink, Stroke.Dashed, Outline.Square);
            DrawBins(panel, curve.Plain, ink, most, ink, Ink.Page, Stroke.Solid, Outline.Disc);
            panel.Brand();
        }

        var y = bottom + 62;
        sheet.Add(new PointMark(new Place(Left + 5, y - 4), 5, Ink.Muted));
        sheet.Words(Left + 16, y, "as trained", Ink.Text, size: Sheet.SmallSize);
        sheet.Add(new PointMark(new Place(Left + 105, y - 4), 4.5, Ink.Page, Outline.Square, Ink.Muted));
        sheet.Words(Left + 116, y, "after temperature scaling", Ink.Text, size: Sheet.SmallSize);
        sheet.Words(16, sheet.Height - 12, Lettering.Fit($"A larger mark stands for more rows, the largest for {Numerals.Of(most)}.", Sheet.SmallSize, sheet.Width - 32), Ink.Muted, size: Sheet.SmallSize);
        return sheet.Finish();
    }

    private static string Errors(ReliabilityPanel curve) => curve switch
    {
        { PlainError: { } plain, ScaledError: { } scaled } => $"calibration error {Numerals.Of(plain, 3)}, scaled {Numerals.Of(scaled, 3)}",
        { PlainError: { } plain } => $"calibration error {Numerals.Of(plain, 3)}",
        _ => "",
    };

    private static void DrawBins(Panel panel, ImmutableArray<ReliabilityBin> bins, Ink line, int most, Ink fill, Ink border, Stroke stroke, Outline outline)
    {
        if (bins.IsEmpty)
            return;
        panel.Curve(bins.Select(b => (b.Confidence, b.Accuracy)), line, 1.4, stroke);
        foreach (var bin in bins)
            panel.Sheet.Add(new PointMark(
                panel.At(bin.Confidence, bin.Accuracy), SmallestRadius + ((LargestRadius - SmallestRadius) * Math.Sqrt((double)bin.Rows / most)), fill, outline, border));
    }
}
