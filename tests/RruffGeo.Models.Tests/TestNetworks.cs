namespace RruffGeo.Models.Tests;

/// <summary>Small networks and spectra for tests.</summary>
internal static class TestNetworks
{
    /// <summary>Two stages, odd lengths on the way, γ large enough to be seen.</summary>
    public static ConvNeXtArchitecture Small(int classes = 3) => new(classes) { Depths = [2, 1], Widths = [16, 32], LayerScale = 0.7 };

    /// <summary>A training of <see cref="Small"/> in batches of eight, with masks that matter, that reports and keeps checkpoints after every batch.</summary>
    public static TrainingOptions SmallTraining => new()
    {
        Architecture = Small(),
        Batch = 8,
        Epochs = 3,
        DropPath = 0.4,
        Dropout = 0.3,
        BetweenReports = TimeSpan.Zero,
        BetweenCheckpoints = TimeSpan.Zero,
    };

    /// <summary>A few hundred parameters: cheap to differentiate one by one.</summary>
    public static ConvNeXtArchitecture Tiny(int classes = 3) => new(classes) { Depths = [1, 1], Widths = [2, 3], LayerScale = 0.7 };

    /// <summary>Random intensities in 0 … 1, each class with a band of its own.</summary>
    public static TrainingSet Spectra(int count, int points, int classes, int seed = 1, float band = 0)
    {
        var (random, intensities, truth) = (new RandomStream(seed, RandomPurpose.Shuffling), new float[count * points], new int[count]);
        for (var i = 0; i < count; i++)
        {
            truth[i] = random.NextBelow(classes);
            for (var p = 0; p < points; p++)
                intensities[(i * points) + p] = (float)(0.2 * random.NextUniform()) + (p * classes / points == truth[i] ? band : 0);
        }

        return new(intensities, points, [.. Enumerable.Range(0, count)], truth, [.. Enumerable.Range(0, count).Select(i => $"s{i}")]);
    }

    /// <summary>Gives every parameter another value than its initial one, so that biases, LayerNorm and γ matter.</summary>
    public static void Disturb(ConvNeXt1D network, int seed = 5)
    {
        var random = new RandomStream(seed, RandomPurpose.Initialisation);
        network.Parameters.Write([.. InitialWeights.Draw(network.Architecture, seed).Select(value => value + (float)random.NextTruncatedNormal(0.3, 1))]);
    }
}
