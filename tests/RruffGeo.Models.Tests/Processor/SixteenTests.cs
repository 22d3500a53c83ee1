using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using TorchSharp;

namespace RruffGeo.Models.Tests.Processor;

public sealed unsafe class SixteenTests
{
    [Theory]
    [InlineData(1f, 1f)]
    [InlineData(1.0078125f, 1.0078125f)]
    [InlineData(1.003f, 1f)]
    [InlineData(1.005f, 1.0078125f)]
    [InlineData(-1.005f, -1.0078125f)]
    [InlineData(1.00390625f, 1.0078125f)]
    [InlineData(-1.00390625f, -1.0078125f)]
    [InlineData(0f, 0f)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.NaN, float.NaN)]
    public void Rounding_goes_to_the_nearest_of_eight_bits_and_from_the_middle_away_from_zero(float value, float expected)
    {
        Assert.SkipUnless(Avx512F.IsSupported, "This processor has no AVX-512.");
        var stored = stackalloc BFloat16[16];
        Sixteen.Store(Vector512.Create(value), stored);
        Assert.Equal(Vector512.Create(expected), Sixteen.Load(stored));
    }

    [Fact]
    public void Each_value_keeps_its_place()
    {
        Assert.SkipUnless(Avx512F.IsSupported, "This processor has no AVX-512.");
        var values = Vector512.CreateSequence(-7f, 1f);
        var stored = stackalloc BFloat16[16];
        Sixteen.Store(values, stored);
        Assert.Equal(values, Sixteen.Load(stored));
        var plain = stackalloc float[16];
        Sixteen.Store(values, plain);
        Assert.Equal(values, Sixteen.Load(plain));
    }
}
