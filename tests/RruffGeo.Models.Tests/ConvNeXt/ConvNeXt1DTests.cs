using TorchSharp;
using static TorchSharp.torch;

namespace RruffGeo.Models.Tests.ConvNeXt;

public sealed class ConvNeXt1DTests
{
    [Theory]
    [InlineData(32)]
    [InlineData(63)]
    [InlineData(1024)]
    public void Spectra_of_32_points_or_more_give_one_logit_per_class(int points)
    {
        using var network = new ConvNeXt1D(new ConvNeXtArchitecture(5), seed: 1);
        using var logits = network.Forward(rand(2, points));
        Assert.Equal([2L, 5L], logits.shape);
    }

    [Fact]
    public void A_spectrum_shorter_than_32_points_is_an_error_that_says_so()
    {
        using var network = new ConvNeXt1D(new ConvNeXtArchitecture(5), seed: 1);
        var error = Assert.Throws<ArgumentException>(() => network.Forward(rand(2, 31)));
        Assert.Contains("Spectra of 31 points are too short for a network of 4 stages: expected at least 32 points", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(27)]
    [InlineData(50)]
    public void The_forward_pass_equals_the_equations_written_out_in_double(int points)
    {
        using var network = new ConvNeXt1D(TestNetworks.Tiny(), seed: 1, ScalarType.Float64);
        TestNetworks.Disturb(network);
        var set = TestNetworks.Spectra(3, points, 3);
        using var logits = network.Forward(tensor(set.Intensities).to(ScalarType.Float64).view(3, points));
        var plain = new PlainConvNeXt(network.Architecture, name => network.Parameters[name].detach().data<double>().ToArray());
        for (var i = 0; i < 3; i++)
        {
            var expected = plain.Forward([.. set.Intensities.AsSpan(i * points, points).ToArray().Select(value => (double)value)]);
            for (var c = 0; c < 3; c++)
                Assert.Equal(expected[c], logits[i, c].ToDouble(), 1e-10);
        }
    }

    [Fact]
    public void A_block_with_zero_gamma_is_the_identity()
    {
        var specs = new ConvNeXtArchitecture(2) { Depths = [1], Widths = [16], LayerScale = 0 };
        using var network = new ConvNeXt1D(specs, seed: 1);
        using var x = rand(2, 9, 16);
        using var y = new ConvNeXtBlock1d(network.Parameters, "stage0.block0").Forward(x, branchFactors: null, ProductPrecision.Full);
        Assert.True(y.equal(x).all().ToBoolean());
    }

    [Fact]
    public void Every_gradient_equals_its_finite_difference_in_double()
    {
        using var network = new ConvNeXt1D(TestNetworks.Tiny(), seed: 1, ScalarType.Float64);
        TestNetworks.Disturb(network);
        var set = TestNetworks.Spectra(2, 19, 3);
        var masks = new StochasticMasks([null, [0f, 2f]], [.. Enumerable.Range(0, 6).Select(i => i % 3 == 0 ? 0f : 1.5f)]);
        using var pass = new AutogradPass(network);
        pass.Accumulate(set, [0, 1], masks);
        var (values, gradient) = (network.Parameters.Values.data<double>(), network.Parameters.Gradient.data<double>().ToArray());
        const double step = 1e-5;
        for (var i = 0; i < gradient.Length; i++)
        {
            var value = values[i];
            var (up, down) = (Loss(value + step), Loss(value - step));
            values[i] = value;
            Assert.Equal((up - down) / (2 * step), gradient[i], 1e-7);

            double Loss(double moved)
            {
                values[i] = moved;
                using var scope = NewDisposeScope();
                using var mode = no_grad();
                var logits = network.Forward(tensor(set.Intensities).to(ScalarType.Float64).view(2, 19), BatchMasks.Of(masks, 2, network.Parameters.Values));
                return nn.functional.cross_entropy(logits, tensor(set.Classes.Select(c => (long)c).ToArray())).ToDouble();
            }
        }
    }

    [Fact]
    public void In_evaluation_stochastic_depth_and_dropout_are_the_identity()
    {
        using var network = new ConvNeXt1D(TestNetworks.Small(), seed: 1);
        TestNetworks.Disturb(network);
        var kept = new StochasticMasks([null, null, null], null);
        using var x = rand(4, 64);
        using var evaluated = network.Forward(x);
        using var trained = network.Forward(x, BatchMasks.Of(kept, 4, network.Parameters.Values));
        Assert.True(evaluated.equal(trained).all().ToBoolean());
        using var dropped = network.Forward(x, BatchMasks.Of(new([null, new float[4], new float[4]], null), 4, network.Parameters.Values));
        Assert.False(evaluated.allclose(dropped));
    }
}
