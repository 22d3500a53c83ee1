using TorchSharp;

namespace RruffGeo.Models.Tests.Optimisation;

public sealed class DecayRangesTests
{
    [Fact]
    public void Neighbours_of_a_kind_are_one_stretch()
    {
        var tensors = TestNetworks.Tiny().Tensors[..7];
        Assert.Equal([(0, tensors.Sum(tensor => tensor.Count), 1)], DecayRanges.Of(tensors, DecayedTensors.All).All);
        // stem.conv.weight 8 | bias 2, norm 2 + 2 | dwconv.weight 14 | bias 2, norm.weight 2
        Assert.Equal([(0, 8, 1), (8, 6, 0), (14, 14, 1), (28, 4, 0)], DecayRanges.Of(tensors, DecayedTensors.Matrices).All);
    }

    [Theory]
    [InlineData(torch.ScalarType.Float32)]
    [InlineData(torch.ScalarType.Float64)]
    public void Without_a_gradient_only_what_decays_shrinks(torch.ScalarType type)
    {
        foreach (var decayOn in Enum.GetValues<DecayedTensors>())
        {
            using var network = new ConvNeXt1D(TestNetworks.Small(), seed: 1, type);
            TestNetworks.Disturb(network);
            var before = network.Architecture.Tensors.ToDictionary(tensor => tensor.Name, tensor => network.Parameters.Read(tensor.Name));
            using var optimizer = new ScheduleFreeAdamW(network.Parameters, new() { LearningRate = 0.1, WeightDecay = 0.5, DecayOn = decayOn, Variant = ScheduleFreeVariant.Current });
            optimizer.Train();
            optimizer.Step();
            foreach (var tensor in network.Architecture.Tensors)
            {
                var factor = decayOn == DecayedTensors.All || tensor.IsMatrix ? 0.95f : 1;
                var after = network.Parameters.Read(tensor.Name);
                for (var i = 0; i < after.Length; i++)
                    Assert.Equal(before[tensor.Name][i] * factor, after[i], 1e-6f);
            }
        }
    }
}
