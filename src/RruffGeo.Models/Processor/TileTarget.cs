namespace RruffGeo.Models;

/// <summary>Where a <see cref="TiledProduct"/> goes: value (i, j) of a panel at data + i·row + j + panel·apart.</summary>
/// <param name="data">The first value.</param>
/// <param name="row">Values from one row to the next.</param>
/// <param name="apart">Values from the rows of one panel to those of the next.</param>
/// <param name="add">True to add to what is there.</param>
internal readonly unsafe struct TileTarget(float* data, nint row, nint apart, bool add)
{
    /// <summary>The first value.</summary>
    public float* Data { get; } = data;

    /// <summary>Values from one row to the next.</summary>
    public nint Row { get; } = row;

    /// <summary>Values from the rows of one panel to those of the next.</summary>
    public nint Apart { get; } = apart;

    /// <summary>True to add to what is there.</summary>
    public bool Add { get; } = add;

    /// <summary>A matrix, for a product whose second factor is <paramref name="by"/>.</summary>
    public static TileTarget Of(NativeMatrix<float> matrix, Panels by, bool add) => new(matrix.Data, matrix.Columns, by.Columns, add);

    /// <summary>A matrix in panels.</summary>
    public static TileTarget Of(Panels matrix, bool add) => new(matrix.Row(0, 0), matrix.Columns, matrix.Apart, add);
}
