using System.Collections.Immutable;

namespace RruffGeo.Presentation.Drawing;

/// <summary>A sheet of paper being drawn on: the title at the top, the words "simulated data" where they apply, marks in between.</summary>
internal sealed class Sheet
{
    /// <summary>Size of ordinary words, 1/96 inch: 9 points in print.</summary>
    public const double WordSize = 12;

    /// <summary>Size of tick labels.</summary>
    public const double SmallSize = 11;

    private const double TitleSize = 15;
    private readonly ImmutableArray<Mark>.Builder marks = ImmutableArray.CreateBuilder<Mark>();
    private readonly FigureText text;

    /// <summary>Opens a sheet of the given size with its title line.</summary>
    public Sheet(FigureText text, double width, double height)
    {
        (this.text, Width, Height) = (text, width, height);
        Add(new BoxMark(0, 0, width, height, Ink.Page));
        var room = width - 32;
        if (text.Origin == DataOrigin.Simulated)
        {
            var words = DataOrigins.Words(DataOrigin.Simulated);
            var wordsWidth = Lettering.Width(words, TitleSize - 1) + 14;
            Add(new BoxMark(16, 10, wordsWidth, 22, Ink.Warning, Corner: 3));
            Add(new TextMark(new Place(23, 26), words, TitleSize - 1, new Ink("#ffffff", "on-warning")));
            Add(new TextMark(new Place(26 + wordsWidth, 26), Lettering.Fit(text.Title, TitleSize, room - wordsWidth - 10), TitleSize, Ink.Text));
        }
        else
        {
            Add(new TextMark(new Place(16, 26), Lettering.Fit(text.Title, TitleSize, room), TitleSize, Ink.Text));
        }

        if (text.Subtitle.Length > 0)
            Add(new TextMark(new Place(16, 46), Lettering.Fit(text.Subtitle, WordSize, room), WordSize, Ink.Muted));
    }

    /// <summary>Width, 1/96 inch.</summary>
    public double Width { get; }

    /// <summary>Height, 1/96 inch.</summary>
    public double Height { get; }

    /// <summary>Where the room below the title begins.</summary>
    public double Top => text.Subtitle.Length > 0 ? 58 : 40;

    /// <summary>Puts a mark on top of the others.</summary>
    public void Add(Mark mark) => marks.Add(mark);

    /// <summary>A straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, Ink ink, double width = 1, Stroke stroke = Stroke.Solid) =>
        Add(new LineMark([new Place(x1, y1), new Place(x2, y2)], ink, width, stroke));

    /// <summary>One line of words.</summary>
    public void Words(double x, double y, string words, Ink ink, Anchor anchor = Anchor.Start, double size = WordSize, double turn = 0) =>
        Add(new TextMark(new Place(x, y), words, size, ink, anchor, turn));

    /// <summary>
    /// Writes "simulated data" across a panel, faintly, if the data are: a panel cut out of the figure still says so. Call it after the panel's marks.
    /// </summary>
    public void Brand(double x, double y, double width, double height)
    {
        if (text.Origin != DataOrigin.Simulated)
            return;
        var words = DataOrigins.Words(DataOrigin.Simulated);
        var size = Math.Clamp(width * 0.8 / Lettering.Width(words, 1), 10, Math.Max(10, height * 0.4));
        Words(x + (width / 2), y + (height / 2) + (size * 0.35), words, Ink.Brand, Anchor.Middle, size);
    }

    /// <summary>The finished picture.</summary>
    public Picture Finish() => new(
        text.Origin == DataOrigin.Simulated ? $"{DataOrigins.Words(DataOrigin.Simulated)}: {text.Title}" : text.Title, text.Description, Width, Height, marks.ToImmutable());
}
