namespace RruffGeo.Demo.Tests;

/// <summary>Accuracy of the nearest neighbour by cosine over five folds: a check of the corpus that needs no pipeline.</summary>
internal sealed class NearestNeighbour
{
    private const int Points = 256, Folds = 5;
    private readonly List<(string Specimen, string Country, double[] Vector)> rows = [];

    public NearestNeighbour(DemoFiles corpus)
    {
        var countries = DemoLocality.All.ToDictionary(l => l.Text, l => l.Country);
        foreach (var (_, _, content) in corpus.Spectra)
            if (countries.TryGetValue(DemoFiles.Header(content, "LOCALITY")!, out var country) && DemoFiles.Points(content) is { Length: > 2 } points)
                rows.Add((DemoFiles.Header(content, "RRUFFID")!, country, Vector(points)));
    }

    public double Majority => (double)rows.CountBy(row => row.Country).Max(pair => pair.Value) / rows.Count;

    public double ByRow()
    {
        var order = Enumerable.Range(0, rows.Count).ToArray();
        DemoRandom.For(1, "rows").Shuffle(order);
        return Accuracy([.. order.Select(place => place % Folds)]);
    }

    public double BySpecimen()
    {
        var specimens = rows.Select(row => row.Specimen).Distinct().ToArray();
        DemoRandom.For(1, "specimens").Shuffle(specimens);
        var fold = specimens.Index().ToDictionary(pair => pair.Item, pair => pair.Index % Folds);
        return Accuracy([.. rows.Select(row => fold[row.Specimen])]);
    }

    private double Accuracy(int[] folds)
    {
        var right = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var (best, nearest) = (double.NegativeInfinity, i);
            for (var j = 0; j < rows.Count; j++)
                if (folds[j] != folds[i] && Dot(rows[i].Vector, rows[j].Vector) is var similarity && similarity > best)
                    (best, nearest) = (similarity, j);
            right += rows[nearest].Country == rows[i].Country ? 1 : 0;
        }

        return (double)right / rows.Count;
    }

    /// <summary>Linear interpolation to 100 … 1,520 cm⁻¹, minimum to 0, length to 1.</summary>
    private static double[] Vector((double X, double Y)[] points)
    {
        points = [.. points.OrderBy(point => point.X)];
        var (lowest, vector, place) = (points.Min(point => point.Y), new double[Points], 0);
        for (var i = 0; i < Points; i++)
        {
            var x = 100 + i * 1420.0 / (Points - 1);
            while (place < points.Length - 2 && points[place + 1].X <= x)
                place++;
            var (left, right) = (points[place], points[place + 1]);
            if (x >= points[0].X && x <= points[^1].X && right.X > left.X)
                vector[i] = left.Y + (right.Y - left.Y) * (x - left.X) / (right.X - left.X) - lowest;
        }

        var length = Math.Sqrt(Dot(vector, vector));
        return [.. vector.Select(value => length > 0 ? value / length : 0)];
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
