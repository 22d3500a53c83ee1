using System.Collections.Immutable;
using SkiaSharp;

namespace RruffGeo.Presentation.Drawing;

/// <summary>Paints pictures as PNG, two pixels a point: 192 pixels an inch.</summary>
public static class PngImage
{
    private const float PixelsPerPoint = 2;

    /// <summary>The picture as the bytes of a PNG file; equal pictures give equal bytes.</summary>
    public static byte[] Of(Picture picture)
    {
        var size = new SKImageInfo(
            (int)Math.Ceiling(picture.Width * PixelsPerPoint), (int)Math.Ceiling(picture.Height * PixelsPerPoint), SKColorType.Rgba8888, SKAlphaType.Premul);
        using var surface = SKSurface.Create(size)
            ?? throw new InvalidOperationException($"No raster surface of {size.Width} × {size.Height} pixels: not enough memory?");
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(PixelsPerPoint);
        foreach (var mark in picture.Marks)
            Paint(surface.Canvas, mark);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static void Paint(SKCanvas canvas, Mark mark)
    {
        switch (mark)
        {
            case BoxMark box:
                using (var path = new SKPath())
                {
                    path.AddRoundRect(SKRect.Create((float)box.X, (float)box.Y, (float)box.Width, (float)box.Height), (float)box.Corner, (float)box.Corner);
                    FillAndBorder(canvas, path, box.Fill, box.Border, 1);
                }

                break;
            case AreaMark area:
                using (var path = Rings(area.Rings))
                    FillAndBorder(canvas, path, area.Fill, area.Border, area.Width);
                break;
            case PointMark { Outline: Outline.Disc } disc:
                using (var path = new SKPath())
                {
                    path.AddCircle((float)disc.Place.X, (float)disc.Place.Y, (float)disc.Radius);
                    FillAndBorder(canvas, path, disc.Fill, disc.Border, 1);
                }

                break;
            case PointMark point:
                using (var path = Rings([SvgImage.Corners(point)]))
                    FillAndBorder(canvas, path, point.Fill, point.Border, 1);
                break;
            case LineMark line:
                PaintLine(canvas, line);
                break;
            case TextMark text:
                PaintText(canvas, text);
                break;
        }
    }

    private static void FillAndBorder(SKCanvas canvas, SKPath path, Ink fill, Ink? border, double width)
    {
        using var inside = new SKPaint { Color = Colour(fill), IsAntialias = true };
        canvas.DrawPath(path, inside);
        if (border is not { } ink)
            return;
        using var edge = new SKPaint { Color = Colour(ink), IsAntialias = true, IsStroke = true, StrokeWidth = (float)width };
        canvas.DrawPath(path, edge);
    }

    private static void PaintLine(SKCanvas canvas, LineMark line)
    {
        using var path = new SKPath();
        path.AddPoly([.. line.Places.Select(Point)], close: false);
        using var dashes = line.Stroke == Stroke.Dashed ? SKPathEffect.CreateDash([4, 3], 0) : null;
        using var pen = new SKPaint
        {
            Color = Colour(line.Ink),
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = (float)line.Width,
            StrokeJoin = SKStrokeJoin.Round,
            PathEffect = dashes,
        };
        canvas.DrawPath(path, pen);
    }

    private static void PaintText(SKCanvas canvas, TextMark text)
    {
        using var font = Lettering.Font(text.Size);
        using var paint = new SKPaint { Color = Colour(text.Ink), IsAntialias = true };
        var align = text.Anchor switch { Anchor.Middle => SKTextAlign.Center, Anchor.End => SKTextAlign.Right, _ => SKTextAlign.Left };
        using var restore = new SKAutoCanvasRestore(canvas);
        canvas.RotateDegrees((float)text.Turn, (float)text.Place.X, (float)text.Place.Y);
        canvas.DrawText(text.Text, (float)text.Place.X, (float)text.Place.Y, align, font, paint);
    }

    private static SKPath Rings(ImmutableArray<ImmutableArray<Place>> rings)
    {
        var path = new SKPath { FillType = SKPathFillType.EvenOdd };
        foreach (var ring in rings)
            path.AddPoly([.. ring.Select(Point)], close: true);
        return path;
    }

    private static SKPoint Point(Place place) => new((float)place.X, (float)place.Y);

    private static SKColor Colour(Ink ink) => SKColor.Parse(ink.Hex).WithAlpha((byte)Math.Round(255 * ink.Opacity));
}
