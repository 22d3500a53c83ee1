using SkiaSharp;

namespace RruffGeo.Presentation.Drawing;

/// <summary>The one typeface of all figures, embedded so that no system font matters.</summary>
internal static class Lettering
{
    // Lazy, because the typeface holds native memory that lives as long as the process.
    private static readonly Lazy<SKTypeface> Typeface = new(Load);

    /// <summary>Name of the family in the SVG, with substitutes of nearly the same widths.</summary>
    public const string Family = "DejaVu Sans, Verdana, sans-serif";

    /// <summary>A font at <paramref name="size"/>, drawn alike on every machine: outlines without hinting.</summary>
    public static SKFont Font(double size) => new(Typeface.Value, (float)size)
    {
        Edging = SKFontEdging.Antialias,
        Hinting = SKFontHinting.None,
        Subpixel = true,
        LinearMetrics = true,
    };

    /// <summary>Width of <paramref name="text"/>, 1/96 inch.</summary>
    public static double Width(string text, double size)
    {
        using var font = Font(size);
        return font.MeasureText(text);
    }

    /// <summary><paramref name="text"/>, shortened with an ellipsis if it is wider than <paramref name="width"/>.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Width(text, size) <= width)
            return text;
        var kept = text.Length;
        while (kept > 1 && Width(text[..kept].TrimEnd() + "…", size) > width)
            kept--;
        return text[..(char.IsHighSurrogate(text[kept - 1]) ? kept - 1 : kept)].TrimEnd() + "…";
    }

    private static SKTypeface Load()
    {
        using var stream = typeof(Lettering).Assembly.GetManifestResourceStream("DejaVuSans.ttf")!;
        return SKTypeface.FromStream(stream);
    }
}
