using TorchSharp;

namespace RruffGeo.Models.Tests.Processor;

public sealed class MatrixProductsTests : IDisposable
{
    private readonly PassMemory memory = new();

    public void Dispose() => memory.Dispose();

    // a = (1 2; 3 4; 5 6), b = (1 0 2; 0 3 1): a·b = (1 6 4; 3 12 10; 5 18 16).
    [Fact]
    public void A_product_of_rows_adds_to_what_is_kept()
    {
        NativeMatrix<float> a = Filled(3, 2, [1, 2, 3, 4, 5, 6]), b = Filled(2, 3, [1, 0, 2, 0, 3, 1]), c = Filled(3, 3, [1, 1, 1, 1, 1, 1, 7, 7, 7]);
        c.Multiply(2, a, b, keep: 2);
        Assert.Equal([3, 8, 6, 5, 14, 12, 7, 7, 7], c.Values.ToArray());
    }

    [Fact]
    public void Nothing_is_kept_of_what_is_no_number()
    {
        NativeMatrix<float> a = Filled(1, 2, [1, 2]), b = Filled(2, 1, [3, 4]), c = Filled(1, 1, [float.NaN]);
        c.Multiply(1, a, b, keep: 0);
        Assert.Equal([11], c.Values.ToArray());
    }

    [Fact]
    public void A_product_with_a_transpose_takes_rows_by_rows()
    {
        NativeMatrix<float> a = Filled(2, 2, [1, 2, 3, 4]), b = Filled(3, 2, [1, 0, 0, 3, 2, 1]), c = Filled(2, 3, [0, 0, 0, 0, 0, 0]);
        c.MultiplyTransposed(2, a, b, keep: 0);
        Assert.Equal([1, 6, 4, 3, 12, 10], c.Values.ToArray());
    }

    // aᵀ·b of the first two rows of a = (1 2; 3 4; 9 9) and b = (1 0 2; 0 3 1; 9 9 9).
    [Fact]
    public void An_outer_product_sums_over_the_first_rows()
    {
        NativeMatrix<float> a = Filled(3, 2, [1, 2, 3, 4, 9, 9]), b = Filled(3, 3, [1, 0, 2, 0, 3, 1, 9, 9, 9]), c = Filled(2, 3, [10, 0, 0, 0, 0, 0]);
        c.AddOuter(2, a, b);
        Assert.Equal([11, 9, 5, 2, 12, 8], c.Values.ToArray());
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Torch_gives_the_same_where_mkl_is_not_exported(bool firstTransposed, bool secondTransposed)
    {
        var random = new Random(1);
        NativeMatrix<float> a = Noise(12, 12), b = Noise(12, 12), byMkl = Noise(12, 12), byTorch = memory.Take<float>(12, 12);
        byMkl.Values.CopyTo(byTorch.Values);
        if (Mkl.Has<float>())
            Mkl.Multiply(byMkl, 12, (a, firstTransposed), (b, secondTransposed), 12, 0.5f);
        else
            Assert.Skip("libtorch exports no product of MKL here.");
        MatrixProducts.ByTorch(byTorch, 12, (a, firstTransposed), (b, secondTransposed), 12, 0.5f);
        Assert.All(byMkl.Values.ToArray().Zip(byTorch.Values.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));

        NativeMatrix<float> Noise(int rows, int columns) => Filled(rows, columns, [.. Enumerable.Range(0, rows * columns).Select(_ => random.NextSingle())]);
    }

    [Fact]
    public void Factors_of_eight_bits_are_summed_in_float32()
    {
        Assert.SkipUnless(BFloat16PassTests.Here, "This processor has no AMX-BF16.");
        NativeMatrix<BFloat16> a = memory.Take<BFloat16>(2, 512), b = memory.Take<BFloat16>(512, 3);
        a.Values.Fill((BFloat16)1f);
        b.Values.Fill((BFloat16)1f);
        b.Values[0] = (BFloat16)1.5f;
        var c = Filled(2, 3, [1, 1, 1, 1, 1, 1]);
        c.Multiply(2, a, b, keep: 1);
        Assert.Equal([513.5f, 513, 513, 513.5f, 513, 513], c.Values.ToArray());
    }

    private NativeMatrix<float> Filled(int rows, int columns, float[] values)
    {
        var matrix = memory.Take<float>(rows, columns);
        values.CopyTo(matrix.Values);
        return matrix;
    }
}
