using TorchSharp;

namespace RruffGeo.Models.Tests.Training;

/// <summary>The path of graphics processors, run on torch's processor device: the same code, up to where its tensors lie.</summary>
public sealed class DeviceEpochsTests
{
    private static readonly TrainingOptions Options = TestNetworks.SmallTraining;

    private readonly TrainingSet set = TestNetworks.Spectra(50, 64, 3, band: 1);

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.01)]
    public void It_follows_the_trajectory_of_the_processors_own_kernels(double clip)
    {
        var options = Options with { ClipNorm = clip };
        using var expected = NetworkTraining.Run(options, set, checkpoint: null, new Watch(_ => { }), TestContext.Current.CancellationToken);
        using var actual = Train(options);
        foreach (var (wanted, found) in expected.History.Zip(actual.History))
        {
            Assert.Equal((wanted.Epoch, wanted.Accuracy, wanted.LearningRate), (found.Epoch, found.Accuracy, found.LearningRate));
            Assert.Equal(wanted.Loss, found.Loss, 1e-4);
        }

        foreach (var (wanted, found) in expected.Parameters.Values.data<float>().ToArray().Zip(actual.Parameters.Values.data<float>().ToArray()))
            Assert.Equal(wanted, found, 2e-4f);
    }

    [Fact]
    public void The_device_is_waited_for_once_an_epoch_while_no_report_is_due()
    {
        var options = Options with { BetweenReports = TimeSpan.FromDays(1) };
        using var network = new ConvNeXt1D(options.Architecture, options.Seed);
        using var epochs = new DeviceEpochs(options, set, network);
        var told = new List<EpochPosition>();
        for (var epoch = 1; epoch <= 3; epoch++)
            epochs.Run(epoch, default, told.Add, TestContext.Current.CancellationToken);
        Assert.Equal(3, epochs.Waits);
        Assert.Equal([50, 50, 50], told.Select(position => position.Spectra));
    }

    [Fact]
    public void Reading_seldom_changes_nothing()
    {
        using var often = Train(Options);
        using var seldom = Train(Options with { BetweenReports = TimeSpan.FromDays(1) });
        Assert.Equal(often.History, seldom.History);
        Assert.Equal(often.Parameters.Values.data<float>().ToArray(), seldom.Parameters.Values.data<float>().ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_batch_of_the_first_fault_is_named_although_it_is_found_later(int daysBetweenReports)
    {
        set.Intensities[(7 * 64) + 3] = float.NaN;
        var options = Options with { BetweenReports = TimeSpan.FromDays(daysBetweenReports), DropPath = 0 };
        var expected = Assert.Throws<DivergedException>(() => NetworkTraining.Run(options, set, checkpoint: null, new Watch(_ => { }), TestContext.Current.CancellationToken));
        var error = Assert.Throws<DivergedException>(() => Train(options));
        Assert.Contains("s7", error.Names);
        Assert.Equal(expected.Names, error.Names);
        Assert.Equal(expected.Message, error.Message);
    }

    [Fact]
    public void A_training_stopped_after_any_step_ends_where_the_uninterrupted_one_does()
    {
        var folder = Directory.CreateTempSubdirectory("device-training").FullName;
        var checkpoint = Path.Combine(folder, "checkpoint.bin");
        try
        {
            using var expected = Train(Options);
            for (var step = 1; step < 21; step += 3)
            {
                using var stop = new CancellationTokenSource();
                var told = 0;
                Assert.Throws<OperationCanceledException>(() => Train(Options with { BetweenCheckpoints = TimeSpan.FromDays(1) }, checkpoint, new Watch(_ =>
                {
                    if (++told == step)
                        stop.Cancel();
                }), stop.Token));
                using var resumed = Train(Options, checkpoint);
                Assert.Equal(expected.History, resumed.History);
                Assert.Equal(expected.Parameters.Values.data<float>().ToArray(), resumed.Parameters.Values.data<float>().ToArray());
                File.Delete(checkpoint);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Products_of_lower_precision_give_nearly_the_same_logits_and_leave_weights_in_float32()
    {
        using var plain = new ConvNeXt1D(TestNetworks.Small(), seed: 1);
        using var lower = new ConvNeXt1D(TestNetworks.Small(), seed: 1) { Precision = ProductPrecision.BFloat16 };
        TestNetworks.Disturb(plain);
        TestNetworks.Disturb(lower);
        using var spectra = torch.tensor(set.Intensities, [50, 64]);
        using torch.Tensor expected = plain.Forward(spectra), actual = lower.Forward(spectra);
        Assert.Equal(torch.ScalarType.Float32, actual.dtype);
        var (wanted, found) = (expected.data<float>().ToArray(), actual.data<float>().ToArray());
        var scale = wanted.Max(Math.Abs);
        Assert.NotEqual(wanted, found);
        Assert.All(wanted.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 0.05f * scale));
    }

    [Fact]
    public void Bands_of_their_own_are_learned_in_lower_precision_too()
    {
        var options = Options with { Epochs = 12, DropPath = 0.1, Dropout = 0.1, Optimizer = new() { LearningRate = 5e-3 }, Precision = ProductPrecision.BFloat16 };
        using var trained = Train(options);
        Assert.True(trained.History[^1].Accuracy > 0.9, $"{trained.History[^1]}");
    }

    private TrainedNetwork Train(TrainingOptions options, string? checkpoint = null, IProgress<TrainingProgress>? progress = null, CancellationToken? cancellation = null) =>
        NetworkTraining.Run(
            options, set, checkpoint, progress ?? new Watch(_ => { }), torch.CPU, network => new DeviceEpochs(options, set, network),
            cancellation ?? TestContext.Current.CancellationToken);

    private sealed class Watch(Action<TrainingProgress> action) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => action(value);
    }
}
