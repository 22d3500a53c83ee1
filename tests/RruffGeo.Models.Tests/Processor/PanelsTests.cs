namespace RruffGeo.Models.Tests.Processor;

public sealed class PanelsTests : IDisposable
{
    private readonly PassMemory memory = new();

    public void Dispose() => memory.Dispose();

    [Theory]
    [InlineData(32, 32, 1)]
    [InlineData(64, 64, 1)]
    [InlineData(96, 32, 3)]
    [InlineData(256, 64, 4)]
    public void Panels_have_64_columns_where_these_divide_the_matrix_and_else_32(int columns, int ofPanel, int count)
    {
        var panels = Of(5, columns);
        Assert.Equal((ofPanel, count), (panels.Columns, panels.Count));
    }

    // Value (row, column) is 1000·row + column.
    [Fact]
    public unsafe void A_panel_lies_row_by_row_and_the_next_behind_it()
    {
        var panels = Of(3, 96);
        panels.Fill(Numbered(3, 96));
        Assert.Equal(1000 + 63, panels.Row(1, 1)[31]);
        Assert.Equal(2000 + 64, *panels.Row(2, 2));
        Assert.Equal(32, panels.Row(0, 0)[3 * 32]);
    }

    [Fact]
    public unsafe void A_transposed_matrix_fills_them_across()
    {
        var panels = Of(21, 64);
        panels.FillTransposed(Numbered(64, 21));
        Assert.Equal(63000 + 20, panels.Row(0, 20)[63]);
        Assert.Equal(5000 + 16, panels.Row(0, 16)[5]);
    }

    [Theory]
    [InlineData(5, 64)]
    [InlineData(37, 96)]
    public void What_fills_them_comes_back(int rows, int columns)
    {
        var panels = Of(rows, columns);
        NativeMatrix<float> plain = Numbered(rows, columns), back = memory.Take<float>(rows, columns);
        panels.Fill(plain);
        panels.CopyTo(back);
        Assert.Equal(plain.Values.ToArray(), back.Values.ToArray());

        NativeMatrix<float> transposed = Numbered(columns, rows), again = memory.Take<float>(columns, rows);
        panels.FillTransposed(transposed);
        panels.CopyTransposedTo(again);
        Assert.Equal(transposed.Values.ToArray(), again.Values.ToArray());
    }

    private Panels Of(int rows, int columns) => new(memory.Take<float>(rows, columns), rows, columns);

    private NativeMatrix<float> Numbered(int rows, int columns)
    {
        var matrix = memory.Take<float>(rows, columns);
        for (var i = 0; i < rows * columns; i++)
            matrix.Values[i] = (1000 * (i / columns)) + (i % columns);
        return matrix;
    }
}
