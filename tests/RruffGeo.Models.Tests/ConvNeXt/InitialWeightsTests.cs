namespace RruffGeo.Models.Tests.ConvNeXt;

public sealed class InitialWeightsTests
{
    private static readonly ConvNeXtArchitecture Paper = new(101);

    [Fact]
    public void Matrices_have_the_papers_deviation_and_are_practically_untruncated()
    {
        var weights = Of(tensor => tensor.IsMatrix);
        var mean = weights.Average();
        var deviation = Math.Sqrt(weights.Average(value => Math.Pow(value - mean, 2)));
        Assert.Equal(0, mean, 5 * 0.02 / Math.Sqrt(weights.Count));
        Assert.Equal(0.02, deviation, 0.02 * 5 / Math.Sqrt(2.0 * weights.Count));
        // Cut at two deviations, nothing would be beyond 0.04; a normal distribution has 4.55 % there.
        Assert.Equal(0.0455, weights.Count(value => Math.Abs(value) > 0.04) / (double)weights.Count, 0.001);
    }

    [Fact]
    public void Biases_are_zero_norms_one_and_gamma_a_millionth()
    {
        Assert.All(Of(tensor => tensor.Name.EndsWith("bias", StringComparison.Ordinal)), value => Assert.Equal(0, value));
        Assert.All(Of(tensor => tensor.Name.EndsWith("norm.weight", StringComparison.Ordinal)), value => Assert.Equal(1, value));
        Assert.All(Of(tensor => tensor.Name.EndsWith("gamma", StringComparison.Ordinal)), value => Assert.Equal(1e-6f, value));
    }

    [Fact]
    public void By_inputs_weights_have_variance_one_over_their_number_and_the_stem_has_biases()
    {
        var architecture = Paper with { Initialisation = Initialisation.FanIn };
        Assert.Equal(1 / 16.0, Deviation("stage3.block0.pwconv1.weight"), 0.001);
        Assert.Equal(1 / 32.0, Deviation("stage3.block0.pwconv2.weight"), 0.001);
        Assert.Equal(1 / 16.0, Deviation("down3.conv.weight"), 0.001);
        Assert.Equal(1 / Math.Sqrt(7), Deviation("stage3.block0.dwconv.weight"), 0.03);
        Assert.Equal(0.1, Deviation("stem.conv.bias"), 0.05);
        Assert.Equal(0, Deviation("stage3.block0.pwconv1.bias"));
        Assert.Equal(0, Deviation("head.bias"));
        Assert.All(Of(tensor => tensor.Name.EndsWith("gamma", StringComparison.Ordinal), architecture), value => Assert.Equal(1e-6f, value));

        double Deviation(string name) => Math.Sqrt(Of(tensor => tensor.Name == name, architecture).Average(value => value * value));
    }

    [Fact]
    public void Another_seed_gives_other_weights_and_the_same_seed_the_same()
    {
        Assert.Equal(InitialWeights.Draw(Paper, 3), InitialWeights.Draw(Paper, 3));
        Assert.NotEqual(InitialWeights.Draw(Paper, 3), InitialWeights.Draw(Paper, 4));
    }

    [Fact]
    public void Values_outside_the_absolute_bounds_are_drawn_again()
    {
        var random = new RandomStream(1, RandomPurpose.Initialisation);
        var values = Enumerable.Range(0, 10_000).Select(_ => random.NextTruncatedNormal(5, 2)).ToList();
        Assert.InRange(values.Max(Math.Abs), 1.9, 2);
    }

    private static List<double> Of(Func<TensorSpec, bool> wanted, ConvNeXtArchitecture? architecture = null)
    {
        var (values, all, first) = (new List<double>(), InitialWeights.Draw(architecture ?? Paper, 1), 0);
        foreach (var tensor in Paper.Tensors)
        {
            if (wanted(tensor))
                values.AddRange(all.AsSpan(first, tensor.Count).ToArray().Select(value => (double)value));
            first += tensor.Count;
        }

        return values;
    }
}
