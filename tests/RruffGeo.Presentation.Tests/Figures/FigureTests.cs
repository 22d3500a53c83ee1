using System.Text.RegularExpressions;
using System.Xml.Linq;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Figures;
using SkiaSharp;

namespace RruffGeo.Presentation.Tests;

public sealed class FigureTests
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

    public static TheoryData<string> Names => [.. All(DataOrigin.Measured).Keys];

    private static Dictionary<string, Picture> All(DataOrigin origin) => new()
    {
        ["map"] = Map(origin),
        ["bars"] = Bars(origin),
        ["spectra"] = Spectra(origin),
        ["folds"] = Folds(origin),
        ["leakage"] = Leakage(origin),
        ["curves"] = Curves(origin),
        ["scores"] = Scores(origin),
        ["resampled"] = Resampled(origin),
        ["network"] = Network(origin),
        ["flow"] = Flow(origin),
    };

    [Theory, MemberData(nameof(Names))]
    public void Equal_inputs_give_equal_bytes(string name)
    {
        Assert.Equal(SvgImage.Of(All(DataOrigin.Measured)[name]), SvgImage.Of(All(DataOrigin.Measured)[name]));
        Assert.Equal(PngImage.Of(All(DataOrigin.Measured)[name]), PngImage.Of(All(DataOrigin.Measured)[name]));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_SVG_is_well_formed_and_asks_for_nothing_outside(string name)
    {
        var svg = SvgImage.Of(All(DataOrigin.Measured)[name]);
        Assert.Equal("svg", XDocument.Parse(svg).Root!.Name.LocalName);
        Assert.DoesNotContain("href", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", svg, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_PNG_has_twice_the_size_of_the_SVG_and_is_not_blank(string name)
    {
        var picture = All(DataOrigin.Measured)[name];
        using var bitmap = SKBitmap.Decode(PngImage.Of(picture));
        Assert.Equal(((int)Math.Ceiling(2 * picture.Width), (int)Math.Ceiling(2 * picture.Height)), (bitmap.Width, bitmap.Height));
        Assert.Contains(bitmap.Pixels, pixel => pixel != SKColors.White);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_figure_of_simulated_data_says_so_in_its_title_and_across_its_panels(string name)
    {
        var words = All(DataOrigin.Simulated)[name].Marks.OfType<TextMark>().Count(mark => mark.Text == "SIMULATED DATA");
        Assert.True(words >= 2, $"{name}: found the words {words} times, expected in the title and in each panel.");
        Assert.DoesNotContain("SIMULATED", SvgImage.Of(All(DataOrigin.Measured)[name]), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void No_word_leaves_the_sheet(string name)
    {
        var picture = All(DataOrigin.Simulated)[name];
        Assert.All(picture.Marks.OfType<TextMark>().Where(mark => mark.Turn == 0), mark =>
        {
            var width = Lettering.Width(mark.Text, mark.Size);
            var left = mark.Place.X - (mark.Anchor switch { Anchor.Middle => width / 2, Anchor.End => width, _ => 0 });
            Assert.True(left >= 0 && left + width <= picture.Width, $"'{mark.Text}' runs from {left:0} to {left + width:0} on a sheet of {picture.Width:0}.");
        });
    }

    [Fact]
    public Task The_bars_as_SVG() => Verify(SvgImage.Of(Bars()));

    // (20, 20) lies in the hole, (5, 20) in the ring around it.
    [Fact]
    public void A_hole_in_a_country_stays_open()
    {
        using var bitmap = SKBitmap.Decode(PngImage.Of(Map()));
        SKColor At(double longitude, double latitude)
        {
            var radius = (960 - 32) / (2 * EqualEarth.HalfWidth);
            var place = EqualEarth.Project(longitude, latitude);
            return bitmap.GetPixel((int)(2 * (16 + ((place.X + EqualEarth.HalfWidth) * radius))), (int)(2 * (58 + ((place.Y + EqualEarth.HalfHeight) * radius))));
        }

        Assert.Equal(SKColor.Parse("#f7f9fb"), At(20, 20));
        Assert.Equal(SKColor.Parse(Palette.Viridis(0).Hex), At(5, 20));
        Assert.Equal(SKColor.Parse(Ink.Empty.Hex), At(-50, 0));
    }

    [Fact]
    public void A_country_that_the_map_lacks_is_named_below_it() => Assert.Contains(Map().Marks.OfType<TextMark>(), mark => mark.Text == "Not on this map: Nowhere (3)");

    [Fact]
    public void Padding_is_shaded_on_both_sides_of_the_native_range() =>
        Assert.Equal(2, Resampled().Marks.OfType<BoxMark>().Count(box => box.Fill.Hex == "#e69f00"));

    // ⌊(1024 − 4)/4⌋ + 1 = 256, then halved three times.
    [Fact]
    public void The_diagram_names_the_length_after_every_layer() => Assert.Equal(
        ["1 × 1,024", "32 × 256", "32 × 256", "64 × 128", "64 × 128", "128 × 64", "128 × 64", "256 × 32", "256 × 32"],
        Network().Marks.OfType<TextMark>().Select(mark => mark.Text).Where(text => Regex.IsMatch(text, @"^\d+ × [\d,]+$")));

    [Fact]
    public void Thinning_keeps_the_strongest_band()
    {
        var curve = new SpectrumCurve("x", [.. Enumerable.Range(0, 10_000).Select(i => (float)i)], [.. Enumerable.Range(0, 10_000).Select(i => i == 7_777 ? 9f : 0f)]);
        Assert.Contains((7777.0, 9.0), curve.Thinned(100));
        Assert.True(curve.Thinned(100).Count() <= 200);
    }

    // Reasons 1 … 12 lose 12, 11, … 1 rows: the six largest 12 + 11 + 10 + 9 + 8 + 7 = 57 stand by themselves, 6 + … + 1 = 21 together.
    [Fact]
    public void A_flow_shows_the_largest_exits_and_the_sum_of_the_others()
    {
        var words = Flow().Marks.OfType<TextMark>().Select(mark => mark.Text).ToList();
        Assert.Contains("7  reason 6", words);
        Assert.DoesNotContain("6  reason 7", words);
        Assert.Contains("21  for 6 other reasons (see the table)", words);
    }

    [Fact]
    public void Bars_of_a_flow_are_as_long_as_their_rows()
    {
        var bars = Flow().Marks.OfType<BoxMark>().Where(box => box.Fill.Hex == "#0072b2").Select(box => box.Width).ToList();
        Assert.Equal([1, 0.975, 0.897], bars.Select(width => Math.Round(width / bars[0], 9)));
    }
}
