using System.Globalization;
using RruffGeo.Presentation.Drawing;
using RruffGeo.Presentation.Figures;

namespace RruffGeo.Presentation.Tests;

/// <summary>Colours as people see them who lack one kind of cone, after Viénot, Brettel and Mollon 1999; differences in CIE L*a*b* (1976), where 2.3 is just seen.</summary>
public sealed class PaletteTests
{
    private const double WellApart = 8 * 2.3;
    private static readonly string[] protocols = ["row", "row-unshuffled", "twin", "specimen", "locality", "species"];

    // Linear RGB to the responses of long, middle and short cones, of a usual display (Viénot et al., eq. 2–4).
    private static readonly double[][] toCones = [[17.8824, 43.5161, 4.11935], [3.45565, 27.1554, 3.86714], [0.0299566, 0.184309, 1.46709]];

    public static TheoryData<string, string> InksAndSights
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var sight in (string[])["normal", "protanopia", "deuteranopia"])
                foreach (var set in (string[])["protocols", "marks on the precision map", "series"])
                    data.Add(set, sight);
            return data;
        }
    }

    [Theory, MemberData(nameof(InksAndSights))]
    public void Colours_of_a_set_stay_apart(string set, string sight)
    {
        var inks = InksOf(set);
        foreach (var (i, first) in inks.Index())
            foreach (var second in inks.Skip(i + 1))
                Assert.True(Difference(Seen(first, sight), Seen(second, sight)) >= WellApart, $"{first.Hex} and {second.Hex} differ by {Difference(Seen(first, sight), Seen(second, sight)):0.0} under {sight}.");
    }

    [Theory]
    [InlineData("normal")]
    [InlineData("protanopia")]
    [InlineData("deuteranopia")]
    [InlineData("grey")]
    public void The_sequential_map_grows_lighter_at_every_step(string sight)
    {
        var lightness = Enumerable.Range(0, 33).Select(i => Lab(Seen(Palette.Viridis(i / 32.0), sight))[0]).ToList();
        Assert.All(lightness.Zip(lightness.Skip(1)), pair => Assert.True(pair.Second > pair.First, $"L* falls from {pair.First:0.0} to {pair.Second:0.0} under {sight}."));
        Assert.True(lightness[^1] - lightness[0] > 70);
    }

    [Fact]
    public void What_grey_print_cannot_tell_apart_has_another_shape()
    {
        foreach (var (i, first) in protocols.Index())
            foreach (var second in protocols.Skip(i + 1))
                Assert.True(
                    ProtocolStyle.OutlineOf(first) != ProtocolStyle.OutlineOf(second) || Math.Abs(Grey(first) - Grey(second)) >= 8,
                    $"{first} and {second} have one shape and L* {Grey(first):0.0} and {Grey(second):0.0}.");
    }

    // Worked by hand: a grey stays that grey whichever cone is missing, and L* of #777777 is 50.0.
    [Theory]
    [InlineData("protanopia")]
    [InlineData("deuteranopia")]
    public void The_simulation_leaves_grey_alone(string sight) => Assert.Equal(50.0, Lab(Seen(new Ink("#777777"), sight))[0], 0.5);

    private static double Grey(string protocol) => Lab(Seen(ProtocolStyle.InkOf(protocol), "grey"))[0];

    private static IReadOnlyList<Ink> InksOf(string set) => set switch
    {
        "protocols" => [.. protocols.Select(ProtocolStyle.InkOf)],
        "marks on the precision map" => [Palette.OkabeIto[1], Palette.OkabeIto[4], Palette.OkabeIto[2], Palette.OkabeIto[0], Palette.OkabeIto[3]],
        _ => [Palette.OkabeIto[0], Palette.OkabeIto[1]],
    };

    private static double[] Seen(Ink ink, string sight)
    {
        double[] linear = [.. Enumerable.Range(0, 3).Select(i => Linear(int.Parse(ink.Hex.AsSpan(1 + (2 * i), 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / 255.0))];
        if (sight == "normal")
            return linear;
        if (sight == "grey")
            return [.. Enumerable.Repeat((0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]), 3)];
        double[] cones = [.. toCones.Select(row => row.Zip(linear, (a, b) => a * b).Sum())];
        if (sight == "protanopia")
            cones[0] = (2.02344 * cones[1]) - (2.52581 * cones[2]);
        else
            cones[1] = (0.494207 * cones[0]) + (1.24827 * cones[2]);
        return [.. Solve(toCones, cones).Select(value => Math.Clamp(value, 0, 1))];
    }

    private static double Linear(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static double[] Lab(double[] rgb)
    {
        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16.0 / 116);
        var x = ((0.4124 * rgb[0]) + (0.3576 * rgb[1]) + (0.1805 * rgb[2])) / 0.9505;
        var y = (0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]);
        var z = ((0.0193 * rgb[0]) + (0.1192 * rgb[1]) + (0.9505 * rgb[2])) / 1.089;
        return [(116 * F(y)) - 16, 500 * (F(x) - F(y)), 200 * (F(y) - F(z))];
    }

    private static double Difference(double[] first, double[] second) => Math.Sqrt(Lab(first).Zip(Lab(second), (a, b) => (a - b) * (a - b)).Sum());

    // Cramer's rule for three unknowns.
    private static double[] Solve(double[][] m, double[] right)
    {
        static double Determinant(double[][] a) =>
            (a[0][0] * ((a[1][1] * a[2][2]) - (a[1][2] * a[2][1]))) - (a[0][1] * ((a[1][0] * a[2][2]) - (a[1][2] * a[2][0]))) + (a[0][2] * ((a[1][0] * a[2][1]) - (a[1][1] * a[2][0])));
        return [.. Enumerable.Range(0, 3).Select(column => Determinant([.. m.Select((row, i) => row.Select((value, j) => j == column ? right[i] : value).ToArray())]) / Determinant(m))];
    }
}
