namespace RruffGeo.Presentation.Drawing;

/// <summary>A colour with the role it plays, so that a dark page can give the role another colour.</summary>
/// <param name="Hex">Colour on a white page, <c>#rrggbb</c>.</param>
/// <param name="Role">Class name in the SVG; empty for colours that carry data and never change.</param>
/// <param name="Opacity">0 (not seen) … 1 (opaque).</param>
public readonly record struct Ink(string Hex, string Role = "", double Opacity = 1)
{
    /// <summary>Words and axes.</summary>
    public static Ink Text { get; } = new("#1a1a1a", "ink");

    /// <summary>Words of second rank.</summary>
    public static Ink Muted { get; } = new("#595959", "muted");

    /// <summary>Grid lines and borders.</summary>
    public static Ink Grid { get; } = new("#d4d4d4", "grid");

    /// <summary>The page itself.</summary>
    public static Ink Page { get; } = new("#ffffff", "page");

    /// <summary>The shade of "no data".</summary>
    public static Ink Empty { get; } = new("#e3e3e3", "empty");

    /// <summary>The words that mark simulated data.</summary>
    public static Ink Warning { get; } = new("#b3261e", "warning");

    /// <summary>The same words written faintly across a panel.</summary>
    public static Ink Brand { get; } = new("#b3261e", "brand", 0.13);
}
