using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>The network (paper eq. 1–4, 6) and its block (eq. 5), with the sizes of the network that was trained (paper fig. 6).</summary>
public static class BlockDiagramFigure
{
    private const double Width = 820;
    private const double BoxHeight = 40;
    private const double Step = 58;
    private static readonly Ink Convolution = new("#0072b2", Opacity: 0.22);
    private static readonly Ink Normalisation = new("#009e73", Opacity: 0.22);
    private static readonly Ink Pointwise = new("#e69f00", Opacity: 0.26);
    private static readonly Ink Other = new("#999999", Opacity: 0.22);

    /// <summary>Draws the whole network on the left and one block on the right.</summary>
    public static Picture Draw(FigureText text, NetworkOutline network)
    {
        var whole = Whole(network);
        var block = Block(network);
        var sheet = new Sheet(text, Width, 58 + 30 + (Step * Math.Max(whole.Count, block.Count)) + 28);
        var top = sheet.Top + 30;
        sheet.Words(190, top - 12, $"ConvNeXt1D, {Numerals.Of(network.Parameters)} parameters", Ink.Text, Anchor.Middle);
        sheet.Words(600, top - 12, "One block, d channels", Ink.Text, Anchor.Middle);
        Column(sheet, 190, 300, top, whole);
        Column(sheet, 600, 280, top, block);
        Residual(sheet, 600, 280, top, block.Count);
        sheet.Brand(16, top, Width - 32, sheet.Height - top - 20);
        return sheet.Finish();
    }

    private static List<(string First, string Second, Ink Fill)> Whole(NetworkOutline network)
    {
        var length = network.InputLength;
        var steps = new List<(string, string, Ink)> { ("Input spectrum", Shape(1, length), Other) };
        length = Shorter(length, network.StemKernel);
        steps.Add(($"Stem: conv k{network.StemKernel} s{network.StemKernel}, LayerNorm", Shape(network.Widths[0], length), Convolution));
        for (var stage = 0; stage < network.Widths.Length; stage++)
        {
            if (stage > 0 && stage <= network.DownKernels.Length)
            {
                var kernel = network.DownKernels[stage - 1];
                length = Shorter(length, kernel);
                steps.Add(($"LayerNorm, conv k{kernel} s{kernel} (not in eq. 3)", Shape(network.Widths[stage], length), Normalisation));
            }

            steps.Add(($"Stage {stage + 1}: {network.Depths[stage]} × block", Shape(network.Widths[stage], length), Pointwise));
        }

        steps.Add(("Mean over length, LayerNorm", $"{network.Widths[^1]}", Normalisation));
        steps.Add(("Linear → countries", $"{network.Classes}", Other));
        return steps;
    }

    private static List<(string First, string Second, Ink Fill)> Block(NetworkOutline network) =>
    [
        ("x", "d channels", Other),
        ($"Depthwise conv k{network.BlockKernel}, padding {network.BlockKernel / 2}", "d → d", Convolution),
        ("LayerNorm over channels", "d", Normalisation),
        ("Pointwise conv 1 (expand)", $"d → {network.Expansion}d", Pointwise),
        ("GELU", $"{network.Expansion}d", Other),
        ("Pointwise conv 2 (project)", $"{network.Expansion}d → d", Pointwise),
        ("Layer scale γ", network.LayerScale.Length > 0 ? $"starts at {network.LayerScale}" : "d", Normalisation),
        ("DropPath", network.DropPath.Length > 0 ? $"rate 0 … {network.DropPath} over blocks" : "", Other),
        ("x + …", "d channels", Other),
    ];

    private static void Column(Sheet sheet, double centre, double width, double top, List<(string First, string Second, Ink Fill)> steps)
    {
        foreach (var (row, (first, second, fill)) in steps.Index())
        {
            var y = top + (Step * row);
            sheet.Add(new BoxMark(centre - (width / 2), y, width, BoxHeight, fill, Ink.Muted, 5));
            sheet.Words(centre, y + (second.Length > 0 ? 17 : 25), first, Ink.Text, Anchor.Middle);
            if (second.Length > 0)
                sheet.Words(centre, y + 33, second, Ink.Text, Anchor.Middle, Sheet.SmallSize);
            if (row > 0)
                Arrow(sheet, centre, y - (Step - BoxHeight), centre, y);
        }
    }

    private static void Residual(Sheet sheet, double centre, double width, double top, int steps)
    {
        var (edge, right) = (centre + (width / 2), centre + (width / 2) + 36);
        var (from, to) = (top + (BoxHeight / 2), top + (Step * (steps - 1)) + (BoxHeight / 2));
        sheet.Add(new LineMark([new Place(edge, from), new Place(right, from), new Place(right, to), new Place(edge + 6, to)], Ink.Text, 1.4));
        sheet.Add(new AreaMark([[new Place(edge, to), new Place(edge + 8, to - 4), new Place(edge + 8, to + 4)]], Ink.Text));
        sheet.Words(right + 14, (from + to) / 2, "residual connection", Ink.Text, Anchor.Middle, Sheet.SmallSize, 90);
    }

    private static void Arrow(Sheet sheet, double x1, double y1, double x2, double y2)
    {
        sheet.Line(x1, y1, x2, y2 - 4, Ink.Text, 1.4);
        sheet.Add(new AreaMark([[new Place(x2, y2), new Place(x2 - 4, y2 - 8), new Place(x2 + 4, y2 - 8)]], Ink.Text));
    }

    private static string Shape(int channels, int? length) => length is { } points ? $"{channels} × {Numerals.Of(points)}" : $"{channels} channels";

    // Length after a convolution without padding whose stride is its kernel.
    private static int? Shorter(int? length, int kernel) => length is { } points ? ((points - kernel) / kernel) + 1 : null;
}
