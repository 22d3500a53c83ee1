namespace RruffGeo.Models;

/// <summary>A matrix cut into panels of 64 columns, or of 32 where 64 do not divide them: each panel row by row, one panel after the other.</summary>
/// <remarks>So a <see cref="TiledProduct"/> reads its second factor, and writes its result, from one end of the memory to the other.</remarks>
internal sealed unsafe class Panels
{
    /// <summary>Columns of the narrowest panel.</summary>
    public const int Narrowest = 32;

    private const int Widest = 64;
    private readonly float* data;

    /// <summary>The values of <paramref name="memory"/>, which outlives this, as panels.</summary>
    /// <param name="memory">rows × columns values, in any shape.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns, a multiple of 32.</param>
    public Panels(NativeMatrix<float> memory, int rows, int columns)
    {
        data = memory.Data;
        (Rows, Columns) = (rows, columns % Widest == 0 ? Widest : Narrowest);
        Count = columns / Columns;
    }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Columns of a panel: 64 or 32.</summary>
    public int Columns { get; }

    /// <summary>Number of panels.</summary>
    public int Count { get; }

    /// <summary>Values from one panel to the next.</summary>
    public nint Apart => (nint)Rows * Columns;

    /// <summary>A row of a panel; those after it follow.</summary>
    public float* Row(int panel, int row) => data + (panel * Apart) + ((nint)row * Columns);

    /// <summary>Takes over <paramref name="matrix"/>.</summary>
    public void Fill(NativeMatrix<float> matrix)
    {
        for (var row = 0; row < Rows; row++)
            for (var panel = 0; panel < Count; panel++)
                new Span<float>(matrix.Row(row) + (panel * Columns), Columns).CopyTo(new Span<float>(Row(panel, row), Columns));
    }

    /// <summary>Takes over <paramref name="matrix"/> transposed.</summary>
    public void FillTransposed(NativeMatrix<float> matrix)
    {
        for (var panel = 0; panel < Count; panel++)
            Transposition.Copy(matrix.Row(panel * Columns), matrix.Columns, Row(panel, 0), Columns, Columns, Rows);
    }

    /// <summary>Gives this to <paramref name="matrix"/>.</summary>
    public void CopyTo(NativeMatrix<float> matrix)
    {
        for (var row = 0; row < Rows; row++)
            for (var panel = 0; panel < Count; panel++)
                new Span<float>(Row(panel, row), Columns).CopyTo(new Span<float>(matrix.Row(row) + (panel * Columns), Columns));
    }

    /// <summary>Gives this transposed to <paramref name="matrix"/>.</summary>
    public void CopyTransposedTo(NativeMatrix<float> matrix)
    {
        for (var panel = 0; panel < Count; panel++)
            Transposition.Copy(Row(panel, 0), Columns, matrix.Row(panel * Columns), matrix.Columns, Rows, Columns);
    }
}
