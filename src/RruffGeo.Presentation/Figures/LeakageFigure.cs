using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>The accuracy of one model under one protocol.</summary>
/// <param name="Model">Name of the model or baseline, ready to print.</param>
/// <param name="Protocol">Fold protocol.</param>
/// <param name="Accuracy">Accuracy, 0 … 1.</param>
/// <param name="Low">Lower end of its 95 % interval; null if none.</param>
/// <param name="High">Upper end of its 95 % interval; null if none.</param>
/// <param name="Note">Empty for a pooled accuracy; else what it is instead, such as "fold 0 alone": its mark is hollow and its line dashed.</param>
public sealed record ModelAccuracy(string Model, string Protocol, double Accuracy, double? Low, double? High, string Note = "");

/// <summary>What is left of each accuracy when no specimen is on both sides: every model under every protocol (ours).</summary>
public static class LeakageFigure
{
    private const double Width = 820;
    private const double Left = 190;
    private const double LaneHeight = 14;

    /// <summary>Draws models downwards in the order given, protocols below each other in lanes of their own, with their 95 % intervals; the paper's accuracy, if it is given, is a dashed line.</summary>
    public static Picture Draw(
        FigureText text, IReadOnlyList<string> models, IReadOnlyList<string> protocols, IReadOnlyList<ModelAccuracy> accuracies, double? printedAccuracy)
    {
        var rows = Math.Max(1, models.Count);
        var rowHeight = 16 + (LaneHeight * Math.Max(2, protocols.Count));
        var sheet = new Sheet(text, Width, 58 + 42 + (rowHeight * rows) + 52);
        var (top, bottom) = (sheet.Top + 42, sheet.Top + 42 + (rowHeight * rows));
        var panel = new Panel(sheet, new LinearScale(0, 1, Left, Width - 40), new LinearScale(0, 1, bottom, top));
        panel.DrawX($"Accuracy (1), all folds pooled; bars: 95 % interval over specimens{(accuracies.Any(a => a.Note.Length > 0) ? "; hollow: one fold alone, over rows" : "")}", 10);
        if (printedAccuracy is { } printed)
        {
            sheet.Line(panel.X.At(printed), top - 4, panel.X.At(printed), bottom, Ink.Text, 1.2, Stroke.Dashed);
            sheet.Words(panel.X.At(printed) + 4, top - 8, $"paper: {Numerals.Percent(printed, 0)}", Ink.Text, Anchor.Middle, Sheet.SmallSize);
        }

        foreach (var (row, model) in models.Index())
        {
            var y = top + (rowHeight * (row + 0.5));
            sheet.Words(Left - 10, y + 4, Lettering.Fit(model, Sheet.WordSize, Left - 24), Ink.Text, Anchor.End);
            DrawModel(panel, y, [.. protocols.SelectMany(p => accuracies.Where(a => a.Model == model && a.Protocol == p))]);
        }

        Legend.DrawRow(sheet, Width - 16, sheet.Top + 8, [.. protocols.Select(ProtocolStyle.Entry)]);
        panel.Brand();
        return sheet.Finish();
    }

    // Each protocol has its lane, so that equal values stay readable however many protocols there are.
    private static void DrawModel(Panel panel, double y, IReadOnlyList<ModelAccuracy> accuracies)
    {
        foreach (var (index, value) in accuracies.Index())
        {
            var line = y + ((index - ((accuracies.Count - 1) / 2.0)) * LaneHeight);
            var ink = ProtocolStyle.InkOf(value.Protocol);
            if (value is { Low: { } low, High: { } high })
                panel.Sheet.Line(panel.X.At(low), line, panel.X.At(high), line, ink, 2, value.Note.Length > 0 ? Stroke.Dashed : Stroke.Solid);
            var (fill, border) = value.Note.Length > 0 ? (Ink.Page, ink) : (ink, Ink.Page);
            panel.Sheet.Add(new PointMark(new Place(panel.X.At(value.Accuracy), line), 5, fill, ProtocolStyle.OutlineOf(value.Protocol), border));
            var right = panel.X.At(value.High ?? value.Accuracy) + 9;
            var label = Numerals.Percent(value.Accuracy) + (value.Note.Length > 0 ? $", {value.Note}" : "");
            var width = Lettering.Width(label, Sheet.SmallSize);
            if (right + width > Width - 8)
                right = panel.X.At(value.Low ?? value.Accuracy) - 9 - width;
            panel.Sheet.Add(new BoxMark(right - 1, line - 6, width + 2, 12, Ink.Page));
            panel.Sheet.Words(right, line + 4, label, Ink.Text, size: Sheet.SmallSize);
        }
    }
}
