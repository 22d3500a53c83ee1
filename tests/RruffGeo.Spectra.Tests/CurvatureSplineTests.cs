using CsCheck;

namespace RruffGeo.Spectra.Tests;

/// <summary>The spline again, from its curvatures and by elimination with pivoting: other unknowns, another solver, the same curve.</summary>
public sealed class CurvatureSplineTests
{
    [Fact]
    public void Slopes_and_curvatures_give_the_same_curve() =>
        Gen.Select(Gen.Double[0.05, 3], Gen.Double[-10, 10]).Array[4, 25].Sample(points =>
        {
            var x = new double[points.Length];
            for (var i = 1; i < x.Length; i++)
                x[i] = x[i - 1] + points[i].Item1;
            double[] y = [.. points.Select(point => point.Item2)];
            var grid = new WavenumberGrid(x[0], x[^1], 101);
            var values = new double[grid.Points];

            CubicSpline.Evaluate(x, y, grid, 0, values);

            var curvatures = Curvatures(x, y);
            var scale = 1 + curvatures.Max(Math.Abs);
            for (var i = 0; i < grid.Points; i++)
                Assert.Equal(At(x, y, curvatures, grid[i]), values[i], 1e-9 * scale);
        });

    // Continuous slope at each inner knot, and the same third derivative on both sides of the second and of the last but one.
    private static double[] Curvatures(double[] x, double[] y)
    {
        var n = x.Length;
        var rows = new double[n][];
        double Width(int i) => x[i + 1] - x[i];
        double Chord(int i) => (y[i + 1] - y[i]) / Width(i);
        for (var i = 0; i < n; i++)
            rows[i] = new double[n + 1];
        for (var i = 1; i < n - 1; i++)
            (rows[i][i - 1], rows[i][i], rows[i][i + 1], rows[i][n]) =
                (Width(i - 1), 2 * (Width(i - 1) + Width(i)), Width(i), 6 * (Chord(i) - Chord(i - 1)));
        (rows[0][0], rows[0][1], rows[0][2]) = (Width(1), -(Width(0) + Width(1)), Width(0));
        (rows[n - 1][n - 3], rows[n - 1][n - 2], rows[n - 1][n - 1]) = (Width(n - 2), -(Width(n - 3) + Width(n - 2)), Width(n - 3));
        return Solve(rows);
    }

    private static double[] Solve(double[][] rows)
    {
        var n = rows.Length;
        for (var column = 0; column < n; column++)
        {
            var pivot = Enumerable.Range(column, n - column).MaxBy(row => Math.Abs(rows[row][column]));
            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            for (var row = column + 1; row < n; row++)
            {
                var factor = rows[row][column] / rows[column][column];
                for (var k = column; k <= n; k++)
                    rows[row][k] -= factor * rows[column][k];
            }
        }

        var solution = new double[n];
        for (var row = n - 1; row >= 0; row--)
        {
            var rest = rows[row][n];
            for (var k = row + 1; k < n; k++)
                rest -= rows[row][k] * solution[k];
            solution[row] = rest / rows[row][row];
        }

        return solution;
    }

    private static double At(double[] x, double[] y, double[] curvatures, double at)
    {
        var i = 0;
        while (i < x.Length - 2 && at > x[i + 1])
            i++;
        var h = x[i + 1] - x[i];
        var (a, b) = ((x[i + 1] - at) / h, (at - x[i]) / h);
        return (a * y[i]) + (b * y[i + 1]) + (((((a * a) - 1) * a * curvatures[i]) + (((b * b) - 1) * b * curvatures[i + 1])) * h * h / 6);
    }
}
