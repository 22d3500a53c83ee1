using System.Collections.Immutable;
using RruffGeo.Presentation.Drawing;

namespace RruffGeo.Presentation.Figures;

/// <summary>A flow diagram: bars that get shorter from stage to stage, and beside each gap the rows that left there, with the reason.</summary>
/// <remarks>Lengths are proportional to rows. Those who stay are blue and joined, those who leave are orange diamonds with words: shape and place say it without colour.</remarks>
public static class FlowFigure
{
    private const double Width = 820;
    private const double Left = 24;
    private const double Longest = 430;
    private const double ExitLeft = Left + Longest + 44;
    private const double BarHeight = 28;
    private const double LineHeight = 17;
    private const int ExitsShown = 7;
    private static readonly Ink Staying = new("#0072b2", Opacity: 0.32);
    private static readonly Ink Funnel = new("#0072b2", Opacity: 0.12);
    private static readonly Ink Leaving = Palette.OkabeIto[1];

    /// <summary>Draws <paramref name="stages"/> from top to bottom.</summary>
    public static Picture Draw(FigureText text, IReadOnlyList<FlowStage> stages)
    {
        var sheet = new Sheet(text, Width, 58 + 20 + stages.Sum(stage => BarHeight + Gap(stage)));
        var most = Math.Max(1, stages.Select(stage => stage.Count).DefaultIfEmpty(1).Max());
        var (first, y) = (sheet.Top + 8, sheet.Top + 8);
        foreach (var (index, stage) in stages.Index())
        {
            var end = Left + (Longest * stage.Count / most);
            if (index + 1 < stages.Count)
            {
                var next = Left + (Longest * stages[index + 1].Count / most);
                sheet.Add(new AreaMark(
                    [[new Place(Left, y + BarHeight), new Place(end, y + BarHeight), new Place(next, y + BarHeight + Gap(stage)), new Place(Left, y + BarHeight + Gap(stage))]], Funnel));
            }

            sheet.Add(new BoxMark(Left, y, Math.Max(1, end - Left), BarHeight, Staying, Ink.Muted, 2));
            sheet.Words(Left + 10, y + 18.5, $"{Numerals.Of(stage.Count)}  {Lettering.Fit(stage.Label, Sheet.WordSize, Longest - 90)}", Ink.Text);
            Exits(sheet, stage, end, y);
            y += BarHeight + Gap(stage);
        }

        sheet.Brand(Left, first, Longest, y - first);
        return sheet.Finish();
    }

    private static void Exits(Sheet sheet, FlowStage stage, double end, double y)
    {
        var shown = Shown(stage);
        foreach (var (row, exit) in shown.Index())
        {
            var middle = y + BarHeight + 4 + (LineHeight * (row + 0.5));
            if (row == 0)
                sheet.Add(new LineMark([new Place(end - 1, y + BarHeight + 1), new Place(end - 1 + Math.Min(14, ExitLeft - end - 12), middle), new Place(ExitLeft - 12, middle)], Leaving, 1.3));
            else
                sheet.Add(new LineMark([new Place(ExitLeft - 22, middle - LineHeight), new Place(ExitLeft - 22, middle), new Place(ExitLeft - 12, middle)], Leaving, 1.3));
            sheet.Add(new PointMark(new Place(ExitLeft - 6, middle), 4.5, Leaving, Outline.Diamond));
            sheet.Words(ExitLeft + 4, middle + 4, Lettering.Fit($"{Numerals.Of(exit.Count)}  {exit.Reason}", Sheet.SmallSize, Width - ExitLeft - 16), Ink.Text, size: Sheet.SmallSize);
        }
    }

    private static double Gap(FlowStage stage) => stage.Exits.Length == 0 ? 16 : 12 + (LineHeight * Shown(stage).Length);

    /// <summary>The exits with most rows; the others together, so that what is drawn still adds up.</summary>
    private static ImmutableArray<FlowExit> Shown(FlowStage stage) => stage.Exits.Length <= ExitsShown
        ? stage.Exits
        : [.. stage.Exits[..(ExitsShown - 1)], new FlowExit($"for {stage.Exits.Length - ExitsShown + 1} other reasons (see the table)", stage.Exits[(ExitsShown - 1)..].Sum(exit => exit.Count))];
}
