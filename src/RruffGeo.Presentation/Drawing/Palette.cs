using System.Collections.Immutable;
using System.Globalization;

namespace RruffGeo.Presentation.Drawing;

/// <summary>Colours that stay apart for colour-blind readers and in grey print.</summary>
public static class Palette
{
    // Anchors of the viridis map at 0, 1/8 … 1; between them colours are mixed linearly.
    private static readonly ImmutableArray<(int Red, int Green, int Blue)> ViridisAnchors =
    [
        (68, 1, 84), (71, 44, 122), (59, 81, 139), (44, 113, 142), (33, 144, 141),
        (39, 173, 129), (92, 200, 99), (170, 220, 50), (253, 231, 37),
    ];

    /// <summary>Okabe and Ito's qualitative colours without black and yellow, which vanish on dark and white pages.</summary>
    public static ImmutableArray<Ink> OkabeIto { get; } =
        [new("#0072b2"), new("#d55e00"), new("#009e73"), new("#cc79a7"), new("#e69f00"), new("#56b4e9")];

    /// <summary>The sequential map viridis, dark = low, from 0 to 1; values outside are cut.</summary>
    public static Ink Viridis(double share)
    {
        var position = Math.Clamp(share, 0, 1) * (ViridisAnchors.Length - 1);
        var lower = Math.Min((int)position, ViridisAnchors.Length - 2);
        var (a, b, t) = (ViridisAnchors[lower], ViridisAnchors[lower + 1], position - lower);
        return new Ink(string.Create(
            CultureInfo.InvariantCulture, $"#{Mix(a.Red, b.Red, t):x2}{Mix(a.Green, b.Green, t):x2}{Mix(a.Blue, b.Blue, t):x2}"));
    }

    private static int Mix(int low, int high, double t) => (int)Math.Round(low + ((high - low) * t));
}
