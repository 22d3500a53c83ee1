using TorchSharp;

namespace RruffGeo.Models.Tests.Processor;

public sealed unsafe class PassMemoryTests
{
    [Fact]
    public void Matrices_begin_at_whole_cache_lines_and_overlap_nowhere()
    {
        using var memory = new PassMemory();
        var matrices = Enumerable.Range(1, 40).Select(i => memory.Take<float>(i, 3)).ToList();
        for (var i = 0; i < matrices.Count; i++)
            matrices[i].Values.Fill(i);
        for (var i = 0; i < matrices.Count; i++)
        {
            Assert.Equal(0, (nint)matrices[i].Data % 64);
            Assert.All(matrices[i].Values.ToArray(), value => Assert.Equal(i, value));
        }
    }

    [Fact]
    public void What_is_larger_than_a_piece_gets_one_of_its_own_and_is_zero()
    {
        using var memory = new PassMemory();
        var before = memory.Take<BFloat16>(2, 16);
        var large = memory.Take<BFloat16>(20_000_000, 1);
        Assert.Equal(20_000_000, large.Values.Length);
        Assert.Equal(0f, (float)large.Values[^1]);
        before.Values.Fill((BFloat16)1f);
        Assert.Equal(0f, (float)large.Values[0]);
    }

    [Fact]
    public void A_part_is_the_same_memory()
    {
        using var memory = new PassMemory();
        var whole = memory.Take<float>(2, 6);
        var part = memory.Part(whole, 4, 2, 3);
        part.Values[0] = 7;
        Assert.Equal(7, whole.Values[4]);
        Assert.Equal((2, 3), (part.Rows, part.Columns));
    }
}
