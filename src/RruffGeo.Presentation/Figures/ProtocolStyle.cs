using System.Collections.Immutable;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>The colour and the shape by which a fold protocol is known in all figures.</summary>
internal static class ProtocolStyle
{
    private static readonly ImmutableArray<string> Order = ["row", "row-unshuffled", "twin", "specimen", "locality", "species"];
    private static readonly ImmutableArray<Outline> Outlines = [Outline.Disc, Outline.Square, Outline.Triangle, Outline.Diamond, Outline.Square, Outline.Triangle];
    private static readonly ImmutableArray<int> Colours = [1, 5, 4, 0, 2, 3];

    /// <summary>Colour of a protocol; the last one for a name that is not known.</summary>
    public static Ink InkOf(string protocol) => Palette.OkabeIto[Colours[Index(protocol)]];

    /// <summary>Shape of a protocol's points.</summary>
    public static Outline OutlineOf(string protocol) => Outlines[Index(protocol)];

    /// <summary>The protocol as a legend entry.</summary>
    public static LegendEntry Entry(string protocol) => new($"{protocol} folds", InkOf(protocol), OutlineOf(protocol));

    private static int Index(string protocol) => Order.IndexOf(protocol) is >= 0 and var index ? index : Order.Length - 1;
}
