using TorchSharp;

namespace RruffGeo.Models.Tests.Processor;

public sealed class BFloat16PassTests
{
    private const string Reason = "This processor has no AMX-BF16.";

    public static bool Here
    {
        get
        {
            TorchRuntime.Load();
            return Mkl.Has<BFloat16>();
        }
    }

    [Theory]
    [InlineData(64, 5)]
    [InlineData(75, 37)]
    [InlineData(130, 70)]
    public void Its_gradient_is_that_of_float32_but_for_the_rounding_of_factors(int points, int samples)
    {
        Assert.SkipUnless(Here, Reason);
        var set = TestNetworks.Spectra(samples, points, 4);
        int[] members = [.. Enumerable.Range(0, samples).Reverse()];
        var random = new RandomStream(3, RandomPurpose.Dropout);
        var masks = StochasticMasks.Draw([0, 0.3, 0.4], random, 0.2, random, samples, 32);
        using ConvNeXt1D network = Disturbed(), rounded = Disturbed();
        using var exact = new ProcessorPass<float>(network, points, threads: 1);
        using var pass = new ProcessorPass<BFloat16>(rounded, points, threads: 2);
        var (expected, actual) = (exact.Accumulate(set, members, masks), pass.Accumulate(set, members, masks));

        Assert.Equal(expected.LossSum, actual.LossSum, 0.01 * expected.LossSum);
        foreach (var tensor in network.Architecture.Tensors)
        {
            var (wanted, found) = (network.Parameters.GradientOf(tensor.Name).data<float>().ToArray(), rounded.Parameters.GradientOf(tensor.Name).data<float>().ToArray());
            var error = Math.Sqrt(wanted.Zip(found).Sum(pair => Math.Pow(pair.First - pair.Second, 2)) / wanted.Sum(value => Math.Pow(value, 2)));
            Assert.InRange(error, 1e-6, 0.03);
        }
    }

    [Fact]
    public void Its_gradient_is_the_same_to_the_last_bit_for_any_number_of_threads()
    {
        Assert.SkipUnless(Here, Reason);
        var gradients = Enumerable.Range(1, 4).Select(threads =>
        {
            var set = TestNetworks.Spectra(100, 64, 4);
            using var network = Disturbed();
            using var pass = new ProcessorPass<BFloat16>(network, 64, threads);
            pass.Accumulate(set, [.. Enumerable.Range(0, 100)], new StochasticMasks([null, null, null], null));
            return network.Parameters.Gradient.data<float>().ToArray();
        }).ToList();
        Assert.All(gradients, gradient => Assert.Equal(gradients[0], gradient));
    }

    [Fact]
    public void Bands_of_their_own_are_learned_as_in_float32()
    {
        Assert.SkipUnless(Here, Reason);
        var options = new TrainingOptions { Architecture = TestNetworks.Small(), Batch = 16, Epochs = 12, Optimizer = new() { LearningRate = 5e-3 }, Precision = ProductPrecision.BFloat16 };
        using var trained = NetworkTraining.Run(options, TestNetworks.Spectra(240, 64, 3, band: 1), checkpoint: null, new Progress<TrainingProgress>(), TestContext.Current.CancellationToken);
        Assert.True(trained.History[^1].Accuracy > 0.98, $"{trained.History[^1]}");
    }

    [Fact]
    public void A_processor_without_it_is_told_what_to_do_instead()
    {
        Assert.SkipWhen(Here, "This processor has AMX-BF16.");
        var options = new TrainingOptions { Architecture = TestNetworks.Small(), Precision = ProductPrecision.BFloat16 };
        var error = Assert.Throws<InvalidOperationException>(() => NetworkTraining.Run(
            options, TestNetworks.Spectra(20, 64, 3), checkpoint: null, new Progress<TrainingProgress>(), TestContext.Current.CancellationToken));
        Assert.Contains("Leave it at float32", error.Message, StringComparison.Ordinal);
    }

    private static ConvNeXt1D Disturbed()
    {
        var network = new ConvNeXt1D(TestNetworks.Small(4), seed: 1);
        TestNetworks.Disturb(network);
        return network;
    }
}
