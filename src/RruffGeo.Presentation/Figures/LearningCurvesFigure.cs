using System.Collections.Immutable;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>The training of one network.</summary>
/// <param name="Protocol">Fold protocol.</param>
/// <param name="Fold">Held-out fold.</param>
/// <param name="Epochs">Epoch (from 1), mean training cross-entropy (nat), training accuracy (0 … 1).</param>
public sealed record LearningCurve(string Protocol, int Fold, ImmutableArray<(int Epoch, double Loss, double Accuracy)> Epochs);

/// <summary>Training loss and accuracy against the epoch, one thin line per fold (ours).</summary>
public static class LearningCurvesFigure
{
    private const double Width = 900;
    private const double PanelHeight = 230;

    /// <summary>Draws loss on the left and accuracy on the right.</summary>
    public static Picture Draw(FigureText text, IReadOnlyList<string> protocols, IReadOnlyList<LearningCurve> curves)
    {
        var sheet = new Sheet(text, Width, 58 + PanelHeight + 80);
        var (top, bottom) = (sheet.Top + 26, sheet.Top + 26 + PanelHeight);
        var epochs = curves.SelectMany(c => c.Epochs).ToList();
        var last = Math.Max(2, epochs.Select(e => e.Epoch).DefaultIfEmpty(2).Max());
        var loss = epochs.Select(e => e.Loss).Where(double.IsFinite).DefaultIfEmpty(1).Max();

        var left = new Panel(sheet, new LinearScale(1, last, 72, 432), LinearScale.Rounded(0, loss, bottom, top));
        var right = new Panel(sheet, new LinearScale(1, last, 524, Width - 24), new LinearScale(0, 1, bottom, top));
        left.DrawY("Training loss (nat)");
        right.DrawY("Training accuracy (1)");
        foreach (var panel in new[] { left, right })
            panel.DrawX("Epoch", Math.Min(8, last - 1));
        foreach (var curve in curves)
        {
            left.Curve(curve.Epochs.Where(e => double.IsFinite(e.Loss)).Select(e => ((double)e.Epoch, e.Loss)), ProtocolStyle.InkOf(curve.Protocol), 1.2, Dash(curve.Protocol, protocols));
            right.Curve(curve.Epochs.Select(e => ((double)e.Epoch, e.Accuracy)), ProtocolStyle.InkOf(curve.Protocol), 1.2, Dash(curve.Protocol, protocols));
            if (curve.Epochs is [var only])
                DrawOnly(only, curve.Protocol, left, right);
        }

        left.Brand();
        right.Brand();
        Legend.DrawRow(sheet, Width - 16, sheet.Top + 8, [.. protocols.Select(ProtocolStyle.Entry)]);
        return sheet.Finish();
    }

    // One epoch makes no line.
    private static void DrawOnly((int Epoch, double Loss, double Accuracy) only, string protocol, Panel left, Panel right)
    {
        foreach (var (panel, value) in new[] { (left, only.Loss), (right, only.Accuracy) })
            if (double.IsFinite(value))
                panel.Sheet.Add(new PointMark(panel.At(only.Epoch, value), 4.5, ProtocolStyle.InkOf(protocol), ProtocolStyle.OutlineOf(protocol), Ink.Page));
    }

    private static Stroke Dash(string protocol, IReadOnlyList<string> protocols) =>
        protocols.Count > 1 && protocols[0] == protocol ? Stroke.Dashed : Stroke.Solid;
}
