using System.Collections.Immutable;

namespace RruffGeo.Presentation.Drawing;

/// <summary>A place on the page: x to the right, y downwards, in points of 1/96 inch.</summary>
public readonly record struct Place(double X, double Y);

/// <summary>Where a text stands relative to its place.</summary>
public enum Anchor
{
    /// <summary>Begins there.</summary>
    Start,

    /// <summary>Is centred there.</summary>
    Middle,

    /// <summary>Ends there.</summary>
    End,
}

/// <summary>How a line is drawn.</summary>
public enum Stroke
{
    /// <summary>Without gaps.</summary>
    Solid,

    /// <summary>With gaps.</summary>
    Dashed,
}

/// <summary>The outline of a data point; shape and colour say the same thing twice.</summary>
public enum Outline
{
    /// <summary>A disc.</summary>
    Disc,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A square on its corner.</summary>
    Diamond,

    /// <summary>A triangle, point up.</summary>
    Triangle,
}

/// <summary>One thing drawn.</summary>
public abstract record Mark;

/// <summary>An axis-parallel rectangle.</summary>
public sealed record BoxMark(double X, double Y, double Width, double Height, Ink Fill, Ink? Border = null, double Corner = 0) : Mark;

/// <summary>An area bounded by closed rings, filled by the even-odd rule, so that inner rings are holes.</summary>
public sealed record AreaMark(ImmutableArray<ImmutableArray<Place>> Rings, Ink Fill, Ink? Border = null, double Width = 0.5) : Mark;

/// <summary>An open line through places.</summary>
public sealed record LineMark(ImmutableArray<Place> Places, Ink Ink, double Width = 1, Stroke Stroke = Stroke.Solid) : Mark;

/// <summary>A data point.</summary>
public sealed record PointMark(Place Place, double Radius, Ink Fill, Outline Outline = Outline.Disc, Ink? Border = null) : Mark;

/// <summary>One line of text; <paramref name="Turn"/> in degrees clockwise about its place.</summary>
public sealed record TextMark(Place Place, string Text, double Size, Ink Ink, Anchor Anchor = Anchor.Start, double Turn = 0) : Mark;
