using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>Example spectra one above the other (paper fig. 4).</summary>
public static class SpectraFigure
{
    /// <summary>The axis title of every spectrum.</summary>
    internal const string RamanShift = "Raman shift (cm⁻¹)";

    private const double Width = 760;
    private const double PanelHeight = 170;
    private const double PanelStep = PanelHeight + 74;

    /// <summary>Draws <paramref name="spectra"/>, one panel each, over a common Raman shift.</summary>
    public static Picture Draw(FigureText text, IReadOnlyList<SpectrumCurve> spectra)
    {
        var sheet = new Sheet(text, Width, 58 + (PanelStep * Math.Max(1, spectra.Count)) + 8);
        if (spectra.Count == 0)
            sheet.Words(Width / 2, sheet.Top + 90, "No spectrum to show.", Ink.Muted, Anchor.Middle);
        var (low, high) = (spectra.Select(s => (double)s.Wavenumbers[0]).DefaultIfEmpty(0).Min(), spectra.Select(s => (double)s.Wavenumbers[^1]).DefaultIfEmpty(1).Max());
        foreach (var (row, spectrum) in spectra.Index())
        {
            var top = sheet.Top + 18 + (PanelStep * row);
            var panel = new Panel(sheet, new LinearScale(low, Math.Max(high, low + 1), 84, Width - 24), Intensity(spectrum, top + PanelHeight, top));
            panel.DrawX(RamanShift, 8);
            panel.DrawY("Intensity (a.u.)", 4);
            panel.Curve(spectrum.Thinned(900), Palette.OkabeIto[row % 2]);
            panel.Brand();
            sheet.Words(84, top - 6, Lettering.Fit(spectrum.Label, Sheet.WordSize, Width - 108), Ink.Text);
        }

        return sheet.Finish();
    }

    /// <summary>A vertical scale with a little air above the strongest band.</summary>
    internal static LinearScale Intensity(SpectrumCurve spectrum, double from, double to)
    {
        var (low, high) = ((double)spectrum.Intensities.Min(), (double)spectrum.Intensities.Max());
        var span = Math.Max(high - Math.Min(0, low), 1e-6);
        return new LinearScale(Math.Min(0, low), Math.Min(0, low) + (1.06 * span), from, to);
    }
}
