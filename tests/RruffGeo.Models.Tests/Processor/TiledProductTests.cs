namespace RruffGeo.Models.Tests.Processor;

/// <summary>Factors are whole numbers from −4 to 4, so that every order of summing gives the same and results are compared exactly.</summary>
public sealed class TiledProductTests : IDisposable
{
    private readonly PassMemory memory = new();
    private readonly Random random = new(1);

    public static MatrixTheoryData<int, int, int> Sizes { get; } = new([1, 2, 7, 13, 27], [1, 4, 9], [32, 64, 96]);

    public void Dispose() => memory.Dispose();

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_product_of_rows_is_the_sum_over_columns(int rows, int inner, int columns)
    {
        var (a, b, target) = (Random(rows, inner), Random(inner, columns), Random(rows + 1, columns));
        var (before, panels) = (target.Values.ToArray(), Panels(b));
        TiledProduct.Run(TileFactor.Of(a), rows, panels, TileTarget.Of(target, panels, add: false));
        Assert.Equal([.. Product(rows, inner, columns, a, b), .. before[^columns..]], target.Values.ToArray());
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_product_is_added_where_that_is_asked_for(int rows, int inner, int columns)
    {
        var (a, b, target) = (Random(rows, inner), Random(inner, columns), Random(rows, columns));
        var (before, panels) = (target.Values.ToArray(), Panels(b));
        TiledProduct.Run(TileFactor.Of(a), rows, panels, TileTarget.Of(target, panels, add: true));
        Assert.Equal(Product(rows, inner, columns, a, b).Zip(before, (sum, was) => sum + was), target.Values.ToArray());
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_transposed_factor_is_read_across_and_only_its_first_rows(int rows, int inner, int columns)
    {
        // Stored (inner + 2) × rows; b has two rows more than are used.
        var (stored, b) = (Random(inner + 2, rows), Random(inner + 2, columns));
        Panels panels = Panels(b), target = new(memory.Take<float>(rows, columns), rows, columns);
        TiledProduct.Run(TileFactor.Transposed(stored, inner), rows, panels, TileTarget.Of(target, add: true));
        var (a, plain) = (memory.Take<float>(rows, inner), memory.Take<float>(rows, columns));
        for (var i = 0; i < rows * inner; i++)
            a.Values[i] = stored.Values[(i % inner * rows) + (i / inner)];
        target.CopyTo(plain);
        Assert.Equal(Product(rows, inner, columns, a, b), plain.Values.ToArray());
    }

    [Theory]
    [InlineData(13, 96, 64)]
    [InlineData(30, 128, 32)]
    public void A_factor_in_panels_is_read_panel_by_panel(int rows, int inner, int columns)
    {
        var (a, b, target) = (Random(rows, inner), Random(inner, columns), Random(rows, columns));
        var panels = Panels(b);
        TiledProduct.Run(TileFactor.Of(Panels(a)), rows, panels, TileTarget.Of(target, panels, add: false));
        Assert.Equal(Product(rows, inner, columns, a, b), target.Values.ToArray());
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public unsafe void Every_value_is_finished_once_and_when_it_is_there(int rows, int inner, int columns)
    {
        var (a, b, target) = (Random(rows, inner), Random(inner, columns), memory.Take<float>(rows, columns));
        Panels panels = Panels(b), into = new(target, rows, columns);
        TiledProduct.Run(TileFactor.Of(a), rows, panels, TileTarget.Of(into, add: false), new Doubling(into));
        var plain = memory.Take<float>(rows, columns);
        into.CopyTo(plain);
        Assert.Equal(Product(rows, inner, columns, a, b).Select(sum => 2 * sum), plain.Values.ToArray());
    }

    [Theory]
    [InlineData(32)]
    [InlineData(64)]
    public void A_row_is_the_same_to_the_last_bit_whatever_rows_are_beside_it(int columns)
    {
        const int rows = 27, inner = 50;
        NativeMatrix<float> a = memory.Take<float>(rows, inner), b = memory.Take<float>(inner, columns), all = Random(rows, columns), one = memory.Take<float>(rows, columns);
        foreach (var matrix in new[] { a, b })
            foreach (ref var value in matrix.Values)
                value = random.NextSingle();
        all.Values.CopyTo(one.Values);
        var panels = Panels(b);
        TiledProduct.Run(TileFactor.Of(a), rows, panels, TileTarget.Of(all, panels, add: true));
        for (var row = 0; row < rows; row++)
            TiledProduct.Run(TileFactor.Of(memory.Part(a, row * inner, 1, inner)), 1, panels, TileTarget.Of(memory.Part(one, row * columns, 1, columns), panels, add: true));
        Assert.Equal(one.Values.ToArray(), all.Values.ToArray());
    }

    private static float[] Product(int rows, int inner, int columns, NativeMatrix<float> a, NativeMatrix<float> b)
    {
        var product = new float[rows * columns];
        for (var i = 0; i < product.Length; i++)
            for (var k = 0; k < inner; k++)
                product[i] += a.Values[(i / columns * inner) + k] * b.Values[(k * columns) + (i % columns)];
        return product;
    }

    private Panels Panels(NativeMatrix<float> matrix)
    {
        var panels = new Panels(memory.Take<float>(matrix.Rows, matrix.Columns), matrix.Rows, matrix.Columns);
        panels.Fill(matrix);
        return panels;
    }

    private NativeMatrix<float> Random(int rows, int columns)
    {
        var matrix = memory.Take<float>(rows, columns);
        foreach (ref var value in matrix.Values)
            value = random.Next(-4, 5);
        return matrix;
    }

    private readonly unsafe struct Doubling(Panels target) : ITileFinish
    {
        public void Run(float* tile, int panel, int row, int rows)
        {
            Assert.True(tile == target.Row(panel, row));
            for (var i = 0; i < rows * target.Columns; i++)
                tile[i] *= 2;
        }
    }
}
