using System.Collections.Immutable;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>What a model gains by leaving its least confident rows unanswered.</summary>
/// <param name="Label">What is written at its end.</param>
/// <param name="Protocol">Fold protocol.</param>
/// <param name="Points">Share of rows answered and accuracy among them, both 0 … 1, ascending in the first.</param>
public sealed record CoverageCurve(string Label, string Protocol, ImmutableArray<(double Coverage, double Accuracy)> Points);

/// <summary>Accuracy among the most confident rows against the share of rows answered (ours): one minus the risk–coverage curve.</summary>
public static class RiskCoverageFigure
{
    private const double Width = 760;
    private const double PanelHeight = 320;
    private const double Left = 72;
    private const double LabelRoom = 150;

    /// <summary>Draws the curves, each with its name at its right end.</summary>
    public static Picture Draw(FigureText text, IReadOnlyList<CoverageCurve> curves)
    {
        var sheet = new Sheet(text, Width, 58 + 26 + PanelHeight + 58);
        var (top, bottom) = (sheet.Top + 26, sheet.Top + 26 + PanelHeight);
        var panel = new Panel(sheet, new LinearScale(0, 100, Left, Width - LabelRoom), new LinearScale(0, 1, bottom, top));
        panel.DrawX("Rows answered, most confident first (%)", 5);
        panel.DrawY("Accuracy among them (1)");
        foreach (var (index, curve) in curves.Index())
        {
            var (ink, dash) = (ProtocolStyle.InkOf(curve.Protocol), curves.Take(index).Any(earlier => earlier.Protocol == curve.Protocol) ? Stroke.Dashed : Stroke.Solid);
            panel.Curve(curve.Points.Select(p => (100 * p.Coverage, p.Accuracy)), ink, dash == Stroke.Solid ? 2 : 1.2, dash);
            if (dash == Stroke.Solid)
                foreach (var point in curve.Points.Where((_, i) => i % 4 == 3))
                    sheet.Add(new PointMark(panel.At(100 * point.Coverage, point.Accuracy), 4, ink, ProtocolStyle.OutlineOf(curve.Protocol), Ink.Page));
        }

        DrawLabels(panel, [.. curves.Where(curve => !curve.Points.IsEmpty)], top, bottom);
        Legend.DrawRow(sheet, Width - 16, sheet.Top + 8, [.. curves.Select(c => c.Protocol).Distinct().Select(ProtocolStyle.Entry)]);
        panel.Brand();
        return sheet.Finish();
    }

    // Labels that would overlap are pushed down, from the highest on, and up again if the last one leaves the panel.
    private static void DrawLabels(Panel panel, ImmutableArray<CoverageCurve> curves, double top, double bottom)
    {
        const double Step = 14;
        var ordered = curves.Select(curve => (Curve: curve, Y: panel.Y.At(curve.Points[^1].Accuracy))).OrderBy(label => label.Y).ThenBy(label => label.Curve.Label, StringComparer.Ordinal).ToArray();
        for (var i = 0; i < ordered.Length; i++)
            ordered[i].Y = Math.Max(ordered[i].Y, i == 0 ? top : ordered[i - 1].Y + Step);
        for (var i = ordered.Length - 1; i >= 0; i--)
            ordered[i].Y = Math.Min(ordered[i].Y, i == ordered.Length - 1 ? bottom : ordered[i + 1].Y - Step);
        foreach (var (curve, y) in ordered)
        {
            panel.Sheet.Line(panel.X.To + 2, panel.Y.At(curve.Points[^1].Accuracy), panel.X.To + 9, y, ProtocolStyle.InkOf(curve.Protocol));
            panel.Sheet.Words(panel.X.To + 12, y + 4, Lettering.Fit(curve.Label, Sheet.SmallSize, LabelRoom - 20), Ink.Text, size: Sheet.SmallSize);
        }
    }
}
