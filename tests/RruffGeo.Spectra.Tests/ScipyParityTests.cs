using System.Text.Json;
using RruffGeo.Tests;

namespace RruffGeo.Spectra.Tests;

/// <summary>Splines through random knots beside those of the installed scipy.</summary>
public sealed class ScipyParityTests
{
    [Fact]
    public void Not_a_knot_splines_through_any_knots_are_scipys()
    {
        var random = new Random(5);
        var grids = new List<WavenumberGrid>();
        var cases = Enumerable.Range(0, 80).Select(i =>
        {
            var x = new double[i < 12 ? 2 + (i / 3) : random.Next(4, 1200)];
            for (var (k, at) = (0, random.NextDouble() * 200); k < x.Length; k++, at += Math.Pow(10, (2 * random.NextDouble()) - 1.5))
                x[k] = at;
            var grid = new WavenumberGrid(x[0], x[^1], 200);
            grids.Add(grid);
            return new { x, y = x.Select(_ => 1000 * random.NextDouble()).ToArray(), at = Enumerable.Range(0, 200).Select(k => grid[k]).ToArray() };
        }).ToArray();
        var path = Path.GetTempFileName();
        File.WriteAllText(path, JsonSerializer.Serialize(cases));
        var expected = JsonSerializer.Deserialize<double[][]>(PythonProgram.Run(["scipy"], "scipy_splines.py", path))!;
        File.Delete(path);
        for (var i = 0; i < cases.Length; i++)
        {
            var found = new double[200];
            CubicSpline.Evaluate(cases[i].x, cases[i].y, grids[i], 0, found);
            var scale = expected[i].Max(Math.Abs);
            for (var k = 0; k < found.Length; k++)
                Assert.True(Math.Abs(expected[i][k] - found[k]) <= 1e-10 * scale, $"{cases[i].x.Length} knots, point {k}: {found[k]} instead of {expected[i][k]}");
        }
    }
}
