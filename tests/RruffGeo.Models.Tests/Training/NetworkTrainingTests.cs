using TorchSharp;

namespace RruffGeo.Models.Tests.Training;

public sealed class NetworkTrainingTests
{
    [Fact]
    public void Bands_of_their_own_are_learned_within_seconds()
    {
        var set = TestNetworks.Spectra(240, 64, 3, band: 1);
        using var trained = Train(Options() with { Epochs = 12, Optimizer = new() { LearningRate = 5e-3 } }, set);
        Assert.True(trained.History[0].Loss > 0.8, $"{trained.History[0]}");
        Assert.True(trained.History[^1].Accuracy > 0.98, $"{trained.History[^1]}");
        var unseen = TestNetworks.Spectra(60, 64, 3, seed: 2, band: 1);
        var right = trained.Predict(unseen, 1, TestContext.Current.CancellationToken).Zip(unseen.Classes).Count(pair => pair.First.IndexOf(pair.First.Max()) == pair.Second);
        Assert.True(right >= 58, $"{right} of 60");
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_while_another_training_runs_beside_it()
    {
        var set = TestNetworks.Spectra(50, 64, 3);
        var alone = Weights(Options(), set);
        var together = new float[4][];
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => together[i] = Weights(Options() with { Seed = i % 2, Threads = 1 + (i / 2) }, set));
        Assert.Equal(alone, together[0]);
        Assert.Equal(alone, together[2]);
        Assert.Equal(together[1], together[3]);
        Assert.NotEqual(alone, together[1]);
    }

    [Fact]
    public void Torchs_global_generator_is_left_alone()
    {
        torch.manual_seed(7);
        using var first = torch.rand(4);
        torch.manual_seed(7);
        Weights(Options(), TestNetworks.Spectra(20, 64, 3));
        using var second = torch.rand(4);
        Assert.True(first.equal(second).all().ToBoolean());
    }

    [Fact]
    public void A_loss_that_is_no_number_stops_with_the_names_of_the_batch()
    {
        var set = TestNetworks.Spectra(24, 64, 3);
        set.Intensities[(7 * 64) + 3] = float.NaN;
        var error = Assert.Throws<DivergedException>(() => Train(Options() with { Batch = 8, DropPath = 0 }, set));
        Assert.Equal(8, error.Names.Count);
        Assert.Contains("s7", error.Names);
        Assert.Contains("epoch 1, step", error.Message, StringComparison.Ordinal);
        Assert.Contains("s7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_says_whether_the_loss_or_its_gradient_is_no_number()
    {
        var names = Enumerable.Range(0, 8).Select(i => $"s{i}").ToList();
        var error = new DivergedException(2, 9, 3.1, double.PositiveInfinity, names);
        Assert.StartsWith("The norm of the gradient became Infinity in epoch 2, step 9. Look at the spectra of its batch", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("s6, s7.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_partial_batch_is_kept()
    {
        var options = Options() with { Batch = 16, Epochs = 1 };
        Assert.Equal(4, options.StepsFor(50));
        using var trained = Train(options with { WarmUp = 1, Optimizer = new() { Variant = ScheduleFreeVariant.Current } }, TestNetworks.Spectra(50, 64, 3));
        Assert.Equal(1e-3, trained.History[0].LearningRate, 1e-12);
    }

    private static TrainingOptions Options() => new() { Architecture = TestNetworks.Small(), Batch = 16, Epochs = 2, Seed = 0 };

    private static float[] Weights(TrainingOptions options, TrainingSet set)
    {
        using var trained = Train(options, set);
        return trained.Parameters.Values.data<float>().ToArray();
    }

    private static TrainedNetwork Train(TrainingOptions options, TrainingSet set) =>
        NetworkTraining.Run(options, set, checkpoint: null, new Watch(_ => { }), TestContext.Current.CancellationToken);

    private sealed class Watch(Action<TrainingProgress> action) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => action(value);
    }
}
