using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>A spectrum before and after it is put on the common grid, padding shaded (paper fig. 5).</summary>
public static class ResamplingFigure
{
    private const double Width = 960;
    private const double PanelHeight = 250;
    private static readonly Ink Padding = new("#e69f00", Opacity: 0.25);

    /// <summary>Draws the native spectrum on the left and the resampled one on the right; grid points outside the native range are padding.</summary>
    public static Picture Draw(FigureText text, SpectrumCurve native, SpectrumCurve resampled)
    {
        var sheet = new Sheet(text, Width, 58 + PanelHeight + 96);
        var (top, bottom) = (sheet.Top + 26, sheet.Top + 26 + PanelHeight);

        var left = new Panel(sheet, X(native, 84, 420), SpectraFigure.Intensity(native, bottom, top));
        left.DrawX(SpectraFigure.RamanShift, 5);
        left.DrawY("Intensity (a.u.)");
        left.Curve(native.Thinned(600), Palette.OkabeIto[0]);
        left.Brand();
        sheet.Words(84, top - 8, "As measured", Ink.Text);

        var right = new Panel(sheet, X(resampled, 520, Width - 24), SpectraFigure.Intensity(resampled, bottom, top));
        DrawPadding(right, native);
        right.DrawX(SpectraFigure.RamanShift, 5);
        right.DrawY("Normalised intensity (1)");
        right.Curve(resampled.Thinned(800), Palette.OkabeIto[0]);
        right.Brand();
        sheet.Words(520, top - 8, $"On the grid of {Numerals.Of(resampled.Wavenumbers.Length)} points", Ink.Text);
        Legend.DrawRow(sheet, Width - 16, sheet.Height - 12, [new("zero padding: no measurement here", Padding with { Opacity = 0.6 })]);
        return sheet.Finish();
    }

    private static LinearScale X(SpectrumCurve spectrum, double from, double to) =>
        new(spectrum.Wavenumbers[0], Math.Max(spectrum.Wavenumbers[^1], spectrum.Wavenumbers[0] + 1), from, to);

    private static void DrawPadding(Panel panel, SpectrumCurve native)
    {
        foreach (var (low, high) in new[] { (panel.X.Low, (double)native.Wavenumbers[0]), (native.Wavenumbers[^1], panel.X.High) })
        {
            var (from, to) = (panel.X.At(Math.Max(low, panel.X.Low)), panel.X.At(Math.Min(high, panel.X.High)));
            if (to > from)
                panel.Sheet.Add(new BoxMark(from, panel.Y.To, to - from, panel.Y.From - panel.Y.To, Padding));
        }
    }
}
