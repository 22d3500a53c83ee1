namespace RruffGeo.Presentation.Drawing;

/// <summary>A plot area with its two axes.</summary>
/// <param name="Sheet">The sheet it is drawn on.</param>
/// <param name="X">Horizontal scale.</param>
/// <param name="Y">Vertical scale; its <c>From</c> is the lower edge.</param>
internal sealed record Panel(Sheet Sheet, Scale X, Scale Y)
{
    private double Left => X.From;

    private double Right => X.To;

    private double Bottom => Y.From;

    private double Top => Y.To;

    /// <summary>Vertical grid lines with labels below, and the axis title with its unit.</summary>
    public void DrawX(string title, int ticks = 6)
    {
        foreach (var tick in X.Ticks(ticks))
        {
            Sheet.Line(X.At(tick.Value), Top, X.At(tick.Value), Bottom, Ink.Grid);
            Sheet.Words(X.At(tick.Value), Bottom + 16, tick.Label, Ink.Text, Anchor.Middle, Sheet.SmallSize);
        }

        Sheet.Line(Left, Bottom, Right, Bottom, Ink.Text);
        Sheet.Words((Left + Right) / 2, Bottom + 34, title, Ink.Text, Anchor.Middle);
    }

    /// <summary>Horizontal grid lines with labels on the left, and the axis title with its unit.</summary>
    public void DrawY(string title, int ticks = 5)
    {
        var widest = 0.0;
        foreach (var tick in Y.Ticks(ticks))
        {
            Sheet.Line(Left, Y.At(tick.Value), Right, Y.At(tick.Value), Ink.Grid);
            Sheet.Words(Left - 6, Y.At(tick.Value) + 4, tick.Label, Ink.Text, Anchor.End, Sheet.SmallSize);
            widest = Math.Max(widest, Lettering.Width(tick.Label, Sheet.SmallSize));
        }

        Sheet.Line(Left, Bottom, Left, Top, Ink.Text);
        if (title.Length > 0)
            Sheet.Words(Left - widest - 14, (Top + Bottom) / 2, title, Ink.Text, Anchor.Middle, turn: -90);
    }

    /// <summary>The place of a pair of values.</summary>
    public Place At(double x, double y) => new(X.At(x), Y.At(y));

    /// <summary>A line through pairs of values; values off the panel are cut at its edge.</summary>
    public void Curve(IEnumerable<(double X, double Y)> values, Ink ink, double width = 1.2, Stroke stroke = Stroke.Solid) =>
        Sheet.Add(new LineMark(
            [.. values.Select(v => At(Math.Clamp(v.X, X.Low, X.High), Math.Clamp(v.Y, Y.Low, Y.High)))], ink, width, stroke));

    /// <summary>Words "simulated data" across the panel where they apply.</summary>
    public void Brand() => Sheet.Brand(Left, Top, Right - Left, Bottom - Top);
}
