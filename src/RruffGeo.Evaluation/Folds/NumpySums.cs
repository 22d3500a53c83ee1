namespace RruffGeo.Evaluation;

/// <summary>Sums that add in numpy's order, because the last bit decides ties between folds (SCIENCE 5.2).</summary>
internal static class NumpySums
{
    private const int BlockSize = 128;

    /// <summary>The order of a reduction along a contiguous axis: one by one below 8 terms, eight running sums up to 128, halves beyond.</summary>
    public static double Pairwise(ReadOnlySpan<double> values)
    {
        if (values.Length < 8)
            return Sequential(values);
        if (values.Length > BlockSize)
        {
            var half = values.Length / 2;
            half -= half % 8;
            return Pairwise(values[..half]) + Pairwise(values[half..]);
        }

        Span<double> r = stackalloc double[8];
        values[..8].CopyTo(r);
        var i = 8;
        for (; i + 8 <= values.Length; i += 8)
            for (var lane = 0; lane < 8; lane++)
                r[lane] += values[i + lane];
        var sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
        for (; i < values.Length; i++)
            sum += values[i];
        return sum;
    }

    /// <summary>Population standard deviation whose sums run pairwise.</summary>
    public static double PopulationDeviation(ReadOnlySpan<double> values)
    {
        var mean = Pairwise(values) / values.Length;
        var squares = new double[values.Length];
        for (var i = 0; i < squares.Length; i++)
            squares[i] = (values[i] - mean) * (values[i] - mean);
        return Math.Sqrt(Pairwise(squares) / values.Length);
    }

    /// <summary>Population standard deviation whose sums run from left to right: the order of a reduction along the outer axis.</summary>
    public static double SequentialDeviation(ReadOnlySpan<double> values)
    {
        var mean = Sequential(values) / values.Length;
        var sum = 0.0;
        foreach (var value in values)
            sum += (value - mean) * (value - mean);
        return Math.Sqrt(sum / values.Length);
    }

    private static double Sequential(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }
}
