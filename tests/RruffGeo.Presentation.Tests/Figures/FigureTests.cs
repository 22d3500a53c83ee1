using System.Text.RegularExpressions;
using System.Xml.Linq;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Figures;
using SkiaSharp;

namespace RruffGeo.Presentation.Tests;

public sealed partial class FigureTests
{
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
        ["single folds"] = SingleFolds(origin),
        ["confusion"] = Confusion(origin),
        ["reliability"] = Reliability(origin),
        ["coverage"] = Coverage(origin),
        ["precision"] = Precision(origin),
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
    public void Equal_scores_of_a_country_stand_one_above_the_other_and_others_on_one_line()
    {
        var picture = CountryScoresFigure.Draw(
            Text(DataOrigin.Measured), "F1 (1)", ["row", "specimen"], [new("Czechia", 12, [0.25, 0.25]), new("Peru", 9, [0.75, 0.5]), new("Chad", 3, [0.5, null])]);
        var legend = picture.Marks.OfType<PointMark>().Min(mark => mark.Place.Y);
        var places = picture.Marks.OfType<PointMark>().Select(mark => mark.Place).Where(place => place.Y > legend).GroupBy(place => Math.Round(place.X)).OrderBy(group => group.Key)
            .Select(group => group.Select(place => place.Y).Order().ToArray()).ToList();
        double[] equal = places[0], middle = places[1], right = places[2];
        Assert.Equal(7, equal[1] - equal[0], 1e-9);
        Assert.Equal([((equal[0] + equal[1]) / 2) + 16, ((equal[0] + equal[1]) / 2) + 32], middle);
        Assert.Contains(middle[0], right);
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

    [Fact]
    public Task The_audit_with_single_folds_as_SVG() => Verify(SvgImage.Of(SingleFolds()));

    [Fact]
    public Task The_confusion_map_as_SVG() => Verify(SvgImage.Of(Confusion()));

    [Fact]
    public Task The_reliability_curves_as_SVG() => Verify(SvgImage.Of(Reliability()));

    [Fact]
    public Task The_coverage_curves_as_SVG() => Verify(SvgImage.Of(Coverage()));

    [Fact]
    public Task The_precision_map_as_SVG() => Verify(SvgImage.Of(Precision()));

    // Six protocols of equal accuracy: labels of 12 units, one below the other.
    [Fact]
    public void Equal_accuracies_under_six_protocols_stay_readable()
    {
        string[] protocols = ["row", "row-unshuffled", "twin", "specimen", "locality", "species"];
        var picture = LeakageFigure.Draw(Text(DataOrigin.Measured), ["Net", "Other"], protocols, [.. from model in (string[])["Net", "Other"] from p in protocols select new ModelAccuracy(model, p, 0.3, 0.28, 0.32)], null);
        double[] heights = [.. picture.Marks.OfType<TextMark>().Where(mark => mark.Text == "30.0 %").Select(mark => mark.Place.Y)];
        Assert.Equal(12, heights.Length);
        Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 12, $"labels at {pair.First} and {pair.Second} overlap"));
    }

    [Fact]
    public void A_network_trained_in_a_single_fold_is_hollow_and_named()
    {
        var marks = SingleFolds().Marks;
        Assert.Equal(["49.5 %, fold 0 alone", "23.8 %, fold 0 alone", "24.1 %, fold 3 alone", "99.9 %", "98.0 %, fold 0 alone"], marks.OfType<TextMark>().Select(mark => mark.Text).Where(text => Regex.IsMatch(text, @"^\d\d\.\d %")));
        Assert.Equal([true, true, true, false, true], marks.OfType<PointMark>().Where(point => point.Radius == 5).Select(point => point.Fill == Ink.Page));
        Assert.DoesNotContain(Leakage().Marks.OfType<TextMark>(), mark => mark.Text.Contains("hollow", StringComparison.Ordinal));
    }

    [Fact]
    public void Metrics_of_single_folds_are_drawn_without_a_mean()
    {
        var picture = FoldMetricsFigure.Draw(Text(), ["Accuracy"], ["row"], [new FoldMetric("row", "Accuracy", [0.495], null, null)]);
        Assert.Contains(picture.Marks.OfType<TextMark>(), mark => mark.Text == "0.495");
        Assert.Contains(picture.Marks.OfType<TextMark>(), mark => mark.Text.StartsWith("Not all folds were trained", StringComparison.Ordinal));
    }

    [Fact]
    public void A_training_of_one_epoch_is_a_point_in_each_panel() => Assert.Equal(
        2, LearningCurvesFigure.Draw(Text(), ["row"], [new LearningCurve("row", 0, [(1, 2.0, 0.3)])]).Marks.OfType<PointMark>().Count(point => point.Border == Ink.Page));

    // 90 + 5 + 5 rows: 90 % in the middle of a country, 5 % in towns, 5 % in the middle of a state.
    [Fact]
    public void The_precision_map_says_how_many_rows_are_placed_how_finely() => Assert.Equal(
        ["town or village: 5 spectra (5.0 %)", "middle of a state or region: 5 spectra (5.0 %)", "middle of a country: 90 spectra (90.0 %)"],
        Precision().Marks.OfType<TextMark>().Select(mark => mark.Text).Where(text => text.Contains("spectra (", StringComparison.Ordinal)));

    [Fact]
    public void Untrusted_words_are_escaped_in_every_SVG()
    {
        const string Hostile = "\"/><script>alert(1)</script>\u0001&amp;'";
        var svg = SvgImage.Of(ConfusionFigure.Draw(new FigureText(Hostile, Hostile, Hostile, DataOrigin.Measured), [(Hostile, 1)], [new ConfusionPanel(Hostile, [[1, 0]])]));
        Assert.DoesNotContain(XDocument.Parse(svg).Descendants(), element => element.Name.LocalName == "script");
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_SVG_has_a_title_and_a_description_before_anything_drawn(string name) => Assert.Equal(
        ["title", "desc"], XDocument.Parse(SvgImage.Of(All(DataOrigin.Measured)[name])).Root!.Elements().Take(2).Select(element => element.Name.LocalName));

    // 9 units of 1/96 inch are 6.75 points.
    [Theory, MemberData(nameof(Names))]
    public void No_word_is_too_small_to_read_in_print(string name) =>
        Assert.All(All(DataOrigin.Measured)[name].Marks.OfType<TextMark>(), mark => Assert.True(mark.Size >= 9, $"'{mark.Text}' has size {mark.Size}."));
}
