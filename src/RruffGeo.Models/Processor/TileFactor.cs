namespace RruffGeo.Models;

/// <summary>The first factor of a <see cref="TiledProduct"/> as it lies in memory: value (i, k + segment·inner) at data + i·row + k·step + segment·apart.</summary>
/// <param name="data">The first value.</param>
/// <param name="row">Values from one row to the next; 1 if <paramref name="step"/> is not.</param>
/// <param name="step">Values from one column to the next; 1 if <paramref name="row"/> is not.</param>
/// <param name="inner">Columns of a segment.</param>
/// <param name="segments">Number of segments.</param>
/// <param name="apart">Values from one segment to the next.</param>
internal readonly unsafe struct TileFactor(float* data, nint row, nint step, int inner, int segments, nint apart)
{
    /// <summary>The first value.</summary>
    public float* Data { get; } = data;

    /// <summary>Values from one row to the next.</summary>
    public nint Row { get; } = row;

    /// <summary>Values from one column to the next.</summary>
    public nint Step { get; } = step;

    /// <summary>Columns of a segment.</summary>
    public int Inner { get; } = inner;

    /// <summary>Number of segments.</summary>
    public int Segments { get; } = segments;

    /// <summary>Values from one segment to the next.</summary>
    public nint Apart { get; } = apart;

    /// <summary>Columns of all segments.</summary>
    public int Columns => Inner * Segments;

    /// <summary>Some columns: of more than one segment, whole segments.</summary>
    public TileFactor Part(int first, int count) => Segments == 1
        ? new(Data + (first * Step), Row, Step, count, 1, 0)
        : new(Data + (first / Inner * Apart), Row, Step, Inner, count / Inner, Apart);

    /// <summary>A matrix.</summary>
    public static TileFactor Of(NativeMatrix<float> matrix) => new(matrix.Data, matrix.Columns, 1, matrix.Columns, 1, 0);

    /// <summary>A matrix in panels.</summary>
    public static TileFactor Of(Panels matrix) => new(matrix.Row(0, 0), matrix.Columns, 1, matrix.Columns, matrix.Count, matrix.Apart);

    /// <summary>The first <paramref name="rows"/> rows of a matrix, transposed.</summary>
    public static TileFactor Transposed(NativeMatrix<float> matrix, int rows) => new(matrix.Data, 1, matrix.Columns, rows, 1, 0);
}
