using System.Runtime.Intrinsics;
using TorchSharp;

namespace RruffGeo.Models.Tests.Processor;

public sealed class GeluTests
{
    [Fact]
    public void Value_and_slope_agree_with_torch_in_double_to_float32s_last_digits()
    {
        var points = Enumerable.Range(-4000, 8001).Select(i => i / 200f).ToArray();
        using var x = torch.tensor(points).to(torch.ScalarType.Float64).requires_grad_();
        using var y = torch.nn.functional.gelu(x);
        y.sum().backward();
        var (values, slopes) = (y.detach().data<double>().ToArray(), x.grad!.data<double>().ToArray());
        for (var i = 0; i < points.Length; i++)
        {
            var (value, slope) = Gelu.Evaluate(Vector512.Create(points[i]));
            Assert.Equal(values[i], value[0], 3e-7 * Math.Max(1, Math.Abs(points[i])));
            Assert.Equal(slopes[i], slope[0], 6e-7);
        }
    }

    [Fact]
    public void Far_from_zero_it_is_the_identity_or_zero()
    {
        Assert.Equal(1e6f, Gelu.Evaluate(Vector512.Create(1e6f)).Value[0]);
        Assert.Equal(0f, Gelu.Evaluate(Vector512.Create(-1e6f)).Value[0], 1e-30f);
        Assert.True(float.IsNaN(Gelu.Evaluate(Vector512.Create(float.NaN)).Value[0]));
    }
}
