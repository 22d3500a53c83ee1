namespace RruffGeo.Evaluation;

/// <summary>A matrix whose rows have Euclidean length 1, padded with zeros to whole tiles.</summary>
internal sealed class UnitRows
{
    private readonly float[] values;

    private UnitRows(float[] values, int rows, int length)
    {
        this.values = values;
        Rows = rows;
        Length = length;
    }

    /// <summary>Rows without the padding.</summary>
    public int Rows { get; }

    /// <summary>Length of a row with its padding, a multiple of <see cref="CosineTile.Lanes"/>.</summary>
    public int Length { get; }

    /// <summary>The rows from <paramref name="first"/> on; whole tiles may be read beyond the last row.</summary>
    public ReadOnlySpan<float> From(int first) => values.AsSpan(first * Length);

    /// <summary>Scales every row to length 1; a zero row stays zero, so that its similarity to every row is 0.</summary>
    /// <param name="matrix">Rows one after the other.</param>
    /// <param name="length">Length of a row, ≥ 1.</param>
    public static UnitRows Of(ReadOnlySpan<float> matrix, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (matrix.Length % length != 0)
            throw new ArgumentException($"{matrix.Length} values are no whole number of rows of {length}.", nameof(matrix));
        var rows = matrix.Length / length;
        var padded = (length + CosineTile.Lanes - 1) / CosineTile.Lanes * CosineTile.Lanes;
        var values = new float[checked((rows + CosineTile.Left + CosineTile.Right) * padded)];
        for (var row = 0; row < rows; row++)
            Scale(matrix.Slice(row * length, length), values.AsSpan(row * padded, length));
        return new UnitRows(values, rows, padded);
    }

    private static void Scale(ReadOnlySpan<float> row, Span<float> unit)
    {
        var squares = 0.0;
        foreach (var value in row)
            squares += (double)value * value;
        if (!double.IsFinite(squares))
            throw new ArgumentException("Expected finite intensities.", nameof(row));
        var norm = Math.Sqrt(squares);
        for (var i = 0; norm > 0 && i < row.Length; i++)
            unit[i] = (float)(row[i] / norm);
    }
}
