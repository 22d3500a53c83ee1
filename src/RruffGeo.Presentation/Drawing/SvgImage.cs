using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace RruffGeo.Presentation.Drawing;

/// <summary>Writes pictures as SVG 1.1, coordinates with two decimals, without scripts, styles or references to anything outside.</summary>
public static class SvgImage
{
    /// <summary>The picture as a text that begins with <c>&lt;svg</c> and ends with a line feed.</summary>
    public static string Of(Picture picture)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Number(picture.Width)} {Number(picture.Height)}\" ")
            .Append(CultureInfo.InvariantCulture, $"width=\"{Number(picture.Width)}\" height=\"{Number(picture.Height)}\" role=\"img\" font-family=\"{Lettering.Family}\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{Markup.Escape(picture.Title)}</title>\n<desc>{Markup.Escape(picture.Description)}</desc>\n");
        foreach (var mark in picture.Marks)
            svg.Append(Element(mark)).Append('\n');
        return svg.Append("</svg>\n").ToString();
    }

    private static string Element(Mark mark) => mark switch
    {
        BoxMark box => $"<rect x=\"{Number(box.X)}\" y=\"{Number(box.Y)}\" width=\"{Number(box.Width)}\" height=\"{Number(box.Height)}\""
            + (box.Corner > 0 ? $" rx=\"{Number(box.Corner)}\"" : "") + Fill(box.Fill) + Border(box.Border, 1) + "/>",
        AreaMark area => $"<path fill-rule=\"evenodd\" d=\"{Rings(area.Rings)}\"{Fill(area.Fill)}{Border(area.Border, area.Width)}/>",
        LineMark line => $"<polyline points=\"{string.Join(' ', line.Places.Select(p => $"{Number(p.X)},{Number(p.Y)}"))}\" fill=\"none\""
            + Border(line.Ink, line.Width) + (line.Stroke == Stroke.Dashed ? " stroke-dasharray=\"4 3\"" : "") + " stroke-linejoin=\"round\"/>",
        PointMark { Outline: Outline.Disc } disc =>
            $"<circle cx=\"{Number(disc.Place.X)}\" cy=\"{Number(disc.Place.Y)}\" r=\"{Number(disc.Radius)}\"{Fill(disc.Fill)}{Border(disc.Border, 1)}/>",
        PointMark point => $"<path d=\"{Rings([Corners(point)])}\"{Fill(point.Fill)}{Border(point.Border, 1)}/>",
        TextMark text => Text(text),
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "No such mark."),
    };

    /// <summary>Corners of a data point that is not a disc, of about the same area as the disc.</summary>
    internal static ImmutableArray<Place> Corners(PointMark point)
    {
        var ((x, y), r) = (point.Place, point.Radius);
        return point.Outline switch
        {
            Outline.Square => [new(x - (0.9 * r), y - (0.9 * r)), new(x + (0.9 * r), y - (0.9 * r)), new(x + (0.9 * r), y + (0.9 * r)), new(x - (0.9 * r), y + (0.9 * r))],
            Outline.Diamond => [new(x, y - (1.25 * r)), new(x + (1.25 * r), y), new(x, y + (1.25 * r)), new(x - (1.25 * r), y)],
            Outline.Triangle => [new(x, y - (1.3 * r)), new(x + (1.15 * r), y + (0.8 * r)), new(x - (1.15 * r), y + (0.8 * r))],
            var other => throw new ArgumentOutOfRangeException(nameof(point), other, "A disc has no corners."),
        };
    }

    // textLength holds a substitute typeface to the width that the layout was made for.
    private static string Text(TextMark text)
    {
        var anchor = text.Anchor switch { Anchor.Middle => " text-anchor=\"middle\"", Anchor.End => " text-anchor=\"end\"", _ => "" };
        var turn = text.Turn == 0 ? "" : $" transform=\"rotate({Number(text.Turn)} {Number(text.Place.X)} {Number(text.Place.Y)})\"";
        var width = Lettering.Width(text.Text, text.Size);
        return $"<text x=\"{Number(text.Place.X)}\" y=\"{Number(text.Place.Y)}\" font-size=\"{Number(text.Size)}\"{anchor}{turn}{Fill(text.Ink)}"
            + $" textLength=\"{Number(width)}\" lengthAdjust=\"spacingAndGlyphs\">{Markup.Escape(text.Text)}</text>";
    }

    private static string Fill(Ink ink) =>
        (ink.Role.Length > 0 ? $" class=\"fill-{ink.Role}\"" : "") + $" fill=\"{ink.Hex}\"" + (ink.Opacity < 1 ? $" fill-opacity=\"{Number(ink.Opacity)}\"" : "");

    private static string Border(Ink? border, double width) => border is not { } ink
        ? ""
        : (ink.Role.Length > 0 ? $" data-stroke=\"{ink.Role}\"" : "") + $" stroke=\"{ink.Hex}\" stroke-width=\"{Number(width)}\""
            + (ink.Opacity < 1 ? $" stroke-opacity=\"{Number(ink.Opacity)}\"" : "");

    private static string Rings(ImmutableArray<ImmutableArray<Place>> rings) => string.Concat(
        rings.Select(ring => "M" + string.Join('L', ring.Select(p => $"{Number(p.X)},{Number(p.Y)}")) + "Z"));

    private static string Number(double value)
    {
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.##", CultureInfo.InvariantCulture);
    }
}
