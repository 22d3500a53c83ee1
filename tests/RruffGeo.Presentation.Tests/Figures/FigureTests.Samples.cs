using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Figures;

namespace RruffGeo.Presentation.Tests;

/// <content>One small picture of each figure.</content>
public sealed partial class FigureTests
{
    private static FigureText Text(DataOrigin origin = DataOrigin.Measured) => new("Title", "Subtitle", "Description", origin);

    private static Picture Map(DataOrigin origin = DataOrigin.Measured) => ChoroplethFigure.Draw(
        Text(origin),
        [
            new MapRegion("Around", [[(0, 0), (40, 0), (40, 40), (0, 40)], [(15, 15), (25, 15), (25, 25), (15, 25)]]),
            new MapRegion("Empty", [[(-60, -10), (-40, -10), (-40, 10), (-60, 10)]]),
        ],
        [new MapIslet("Islet", -120, 10)], new Dictionary<string, long> { ["Around"] = 1000, ["Islet"] = 1, ["Nowhere"] = 3 });

    private static Picture Bars(DataOrigin origin = DataOrigin.Measured) => RankedBarsFigure.Draw(
        Text(origin), "Samples", [new RankedBar("Quartz", 120, 100), new RankedBar("A mineral with a very long name indeed, longer than the room for it", 30, null)]);

    private static Picture Spectra(DataOrigin origin = DataOrigin.Measured) => SpectraFigure.Draw(Text(origin), [new SpectrumCurve("Quartz", [100, 200, 300], [1, 5, 2])]);

    private static Picture Folds(DataOrigin origin = DataOrigin.Measured) => FoldMetricsFigure.Draw(
        Text(origin), ["Accuracy"], ["row"], [new FoldMetric("row", "Accuracy", [0.9, 0.8], 0.85, 0.0707)]);

    private static Picture Leakage(DataOrigin origin = DataOrigin.Measured) => LeakageFigure.Draw(
        Text(origin), ["Net"], ["row", "specimen"], [new ModelAccuracy("Net", "row", 0.9, 0.88, 0.92), new ModelAccuracy("Net", "specimen", 0.4, null, null)], 0.93);

    private static Picture Curves(DataOrigin origin = DataOrigin.Measured) => LearningCurvesFigure.Draw(Text(origin), ["row"], [new LearningCurve("row", 0, [(1, 2.0, 0.3), (2, 1.0, 0.6)])]);

    private static Picture Scores(DataOrigin origin = DataOrigin.Measured) => CountryScoresFigure.Draw(Text(origin), "F1 (1)", ["row", "specimen"], [new CountryScore("Czechia", 12, [0.8, null])]);

    private static Picture Resampled(DataOrigin origin = DataOrigin.Measured) => ResamplingFigure.Draw(
        Text(origin), new SpectrumCurve("n", [100, 200, 300], [1, 5, 2]), new SpectrumCurve("g", [0, 100, 200, 300, 400, 500], [0, 0, 1, 0.25f, 0, 0]));

    private static Picture Network(DataOrigin origin = DataOrigin.Measured) => BlockDiagramFigure.Draw(Text(origin), new NetworkOutline
    {
        InputLength = 1024,
        StemKernel = 4,
        Depths = [2, 2, 3, 2],
        Widths = [32, 64, 128, 256],
        DownKernels = [2, 2, 2],
        BlockKernel = 7,
        Expansion = 4,
        Classes = 101,
        Parameters = 1,
    });

    private static Picture Flow(DataOrigin origin = DataOrigin.Measured) => FlowFigure.Draw(
        Text(origin),
        [
            new FlowStage("members of the archives", 1000, [new FlowExit("rejected", 20), new FlowExit("no spectrum", 5)]),
            new FlowStage("spectra, with a label that is much too long for the bar it stands in, however long the bar", 975, [.. Enumerable.Range(1, 12).Select(i => new FlowExit($"reason {i}", 13 - i))]),
            new FlowStage("in the learning task", 897, []),
        ]);

    private static Picture SingleFolds(DataOrigin origin = DataOrigin.Measured) => LeakageFigure.Draw(
        Text(origin), ["Net", "Sure"], ["row", "specimen"],
        [
            new ModelAccuracy("Net", "row", 0.495, 0.474, 0.516, "fold 0 alone"), new ModelAccuracy("Net", "specimen", 0.238, 0.221, 0.257, "fold 0 alone"), new ModelAccuracy("Net", "specimen", 0.241, 0.221, 0.257, "fold 3 alone"),
            new ModelAccuracy("Sure", "row", 0.999, 0.99, 1), new ModelAccuracy("Sure", "specimen", 0.98, 0.97, 0.99, "fold 0 alone"),
        ],
        0.93);

    private static Picture Confusion(DataOrigin origin = DataOrigin.Measured) => ConfusionFigure.Draw(
        Text(origin), [("United States of America", 1200), ("Italy", 40)],
        [new ConfusionPanel("row", [[0.9, 0, 0.1], [0.25, 0.5, 0.25]]), new ConfusionPanel("specimen", [[1, 0, 0], [null, null, null]])]);

    private static Picture Reliability(DataOrigin origin = DataOrigin.Measured) => ReliabilityFigure.Draw(
        Text(origin),
        [
            new ReliabilityPanel("row", [new(0.1, 0.2, 4), new(0.9, 0.8, 400)], [new(0.2, 0.2, 404)], 0.1, 0.01),
            new ReliabilityPanel("specimen", [new(0.5, 0.25, 100)], [], 0.25, null),
        ]);

    private static Picture Coverage(DataOrigin origin = DataOrigin.Measured) => RiskCoverageFigure.Draw(
        Text(origin),
        [
            new CoverageCurve("ConvNeXt1D", "row", [(0.25, 1), (0.5, 0.95), (0.75, 0.9), (1, 0.8)]), new CoverageCurve("ConvNeXt1D", "specimen", [(0.25, 0.6), (0.5, 0.5), (0.75, 0.45), (1, 0.4)]),
            new CoverageCurve("A model with a very long name indeed", "row", [(0.5, 0.85), (1, 0.8)]),
        ]);

    private static Picture Precision(DataOrigin origin = DataOrigin.Measured) => PrecisionMapFigure.Draw(
        Text(origin), [new MapRegion("Land", [[(0, 0), (40, 0), (40, 40), (0, 40)]])],
        [new(20, 20, "country", 90), new(10, 10, "city", 1), new(11, 10, "city", 4), new(5, 30, "admin1", 5)]);
}
