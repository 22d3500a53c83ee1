using TorchSharp;

namespace RruffGeo.Models.Tests.Processor;

public sealed class ProcessorPassTests
{
    /// <summary>Widths that tiles fit in part, and widths that they fit throughout, in panels of 64 and of 32 columns.</summary>
    public static TheoryData<int[], int, int> Networks { get; } = new()
    {
        { [16, 32], 64, 5 },
        { [16, 32], 75, 37 },
        { [16, 32], 8, 3 },
        { [16, 32], 130, 70 },
        { [32, 64], 75, 37 },
        { [64, 96], 130, 21 },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Its_gradient_equals_that_of_torch(int[] widths, int points, int samples)
    {
        var set = TestNetworks.Spectra(samples, points, 4);
        var architecture = TestNetworks.Small(4) with { Widths = [.. widths] };
        int[] members = [.. Enumerable.Range(0, samples).Reverse()];
        var random = new RandomStream(3, RandomPurpose.Dropout);
        var masks = StochasticMasks.Draw([0, 0.3, 0.4], random, 0.2, random, samples, widths[^1]);
        using var network = new ConvNeXt1D(architecture, seed: 1);
        TestNetworks.Disturb(network);
        using var exact = new ConvNeXt1D(architecture, seed: 1, torch.ScalarType.Float64);
        TestNetworks.Disturb(exact);

        using var autograd = new AutogradPass(exact);
        using var processor = new ProcessorPass<float>(network, points, threads: 2);
        var (expected, actual) = (autograd.Accumulate(set, members, masks), processor.Accumulate(set, members, masks));
        Assert.Equal(expected.LossSum, actual.LossSum, 1e-5 * expected.LossSum);
        Assert.Equal(expected.Correct, actual.Correct);
        foreach (var tensor in network.Architecture.Tensors)
        {
            var (wanted, found) = (exact.Parameters.GradientOf(tensor.Name).data<double>().ToArray(), network.Parameters.GradientOf(tensor.Name).data<float>().ToArray());
            var largest = wanted.Max(Math.Abs);
            for (var i = 0; i < wanted.Length; i++)
                Assert.True(Math.Abs(wanted[i] - found[i]) <= (2e-5 * largest) + 1e-7, $"{tensor.Name}[{i}]: {found[i]} instead of {wanted[i]}");
        }
    }

    [Fact]
    public void Its_logits_equal_those_of_torch()
    {
        var set = TestNetworks.Spectra(21, 75, 4);
        int[] members = [.. Enumerable.Range(0, 21)];
        using var network = new ConvNeXt1D(TestNetworks.Small(4), seed: 1);
        TestNetworks.Disturb(network);
        using var autograd = new AutogradPass(network);
        using var processor = new ProcessorPass<float>(network, 75, threads: 1);
        var (expected, actual) = (autograd.Logits(set, members), processor.Logits(set, members));
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-4f);
    }

    [Theory]
    [InlineData(256, 16)]
    [InlineData(512, 8)]
    [InlineData(1024, 4)]
    [InlineData(2048, 2)]
    [InlineData(32768, 1)]
    public void Longer_spectra_are_cut_into_smaller_slices(int points, int samples) => Assert.Equal(samples, ProcessorSlices.Size(new ConvNeXtArchitecture(101), points));

    [Fact]
    public void A_second_batch_adds_what_it_would_have_added_alone()
    {
        var set = TestNetworks.Spectra(70, 64, 4);
        using ConvNeXt1D twice = new(TestNetworks.Small(4), seed: 1), once = new(TestNetworks.Small(4), seed: 1);
        using ProcessorPass<float> both = new(twice, 64, threads: 2), alone = new(once, 64, threads: 1);
        var masks = new StochasticMasks([null, null, null], null);
        both.Accumulate(set, [.. Enumerable.Range(0, 70)], masks);
        twice.Parameters.Gradient.zero_();
        both.Accumulate(set, [.. Enumerable.Range(0, 9)], masks);
        alone.Accumulate(set, [.. Enumerable.Range(0, 9)], masks);
        Assert.Equal(once.Parameters.Gradient.data<float>().ToArray(), twice.Parameters.Gradient.data<float>().ToArray());
    }

    [Theory]
    [InlineData(16, 32)]
    [InlineData(64, 96)]
    public void Its_gradient_is_the_same_to_the_last_bit_for_any_number_of_threads(params int[] widths)
    {
        var gradients = Enumerable.Range(1, 5).Select(threads =>
        {
            var set = TestNetworks.Spectra(100, 64, 4);
            using var network = new ConvNeXt1D(TestNetworks.Small(4) with { Widths = [.. widths] }, seed: 1);
            using var processor = new ProcessorPass<float>(network, 64, threads);
            processor.Accumulate(set, [.. Enumerable.Range(0, 100)], new StochasticMasks([null, null, null], null));
            return network.Parameters.Gradient.data<float>().ToArray();
        }).ToList();
        Assert.All(gradients, gradient => Assert.Equal(gradients[0], gradient));
    }

    [Fact]
    public void What_fails_on_one_thread_does_not_leave_another_waiting()
    {
        var set = TestNetworks.Spectra(40, 64, 4);
        using var network = new ConvNeXt1D(TestNetworks.Small(4), seed: 1);
        using var processor = new ProcessorPass<float>(network, 64, threads: 2);
        Assert.ThrowsAny<Exception>(() => processor.Logits(set, [.. Enumerable.Range(0, 40), 40]));
    }
}
