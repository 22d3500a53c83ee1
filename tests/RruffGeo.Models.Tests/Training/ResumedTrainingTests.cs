namespace RruffGeo.Models.Tests.Training;

/// <summary>Trainings of fifty spectra in batches of eight, seven steps an epoch, stopped and taken up again.</summary>
public sealed class ResumedTrainingTests : IDisposable
{
    private static readonly TrainingOptions Options = TestNetworks.SmallTraining;

    private readonly TrainingSet set = TestNetworks.Spectra(50, 64, 3);
    private readonly string folder = Directory.CreateTempSubdirectory("training").FullName;

    private string Checkpoint => Path.Combine(folder, "checkpoint.bin");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_training_stopped_after_any_step_ends_where_the_uninterrupted_one_does()
    {
        var (weights, history) = Finish(checkpoint: null);
        for (var step = 1; step < 21; step++)
        {
            Assert.Equal(step, StopAfter(step));
            var seen = new List<TrainingProgress>();
            var resumed = Finish(Checkpoint, seen.Add);
            Assert.Equal(weights, resumed.Weights);
            Assert.Equal(history, resumed.History);
            Assert.Equal(((step + 1) / 7 * 50) + ((step + 1) % 7 * 8), seen[0].Spectra);
            Assert.Equal((150L, 150L), (seen[^1].Spectra, seen[^1].TotalSpectra));
            File.Delete(Checkpoint);
        }
    }

    [Fact]
    public void A_training_killed_again_and_again_ends_where_the_uninterrupted_one_does()
    {
        var (weights, history) = Finish(checkpoint: null);
        for (var kill = 0; kill < 8; kill++)
            KillAfter(steps: 2);
        var resumed = Finish(Checkpoint);
        Assert.Equal(weights, resumed.Weights);
        Assert.Equal(history, resumed.History);
    }

    [Fact]
    public void A_kill_inside_an_epoch_costs_the_steps_since_the_last_checkpoint_only()
    {
        KillAfter(steps: 5);
        var seen = new List<TrainingProgress>();
        Finish(Checkpoint, seen.Add);
        // The fifth step was told before it was kept: four are there, and the sixth is not done twice.
        Assert.Equal(40, seen[0].Spectra);
    }

    [Fact]
    public void Stopped_before_the_first_step_nothing_is_kept()
    {
        Assert.Throws<OperationCanceledException>(() => NetworkTraining.Run(Options, set, Checkpoint, new Watch(_ => { }), new CancellationToken(canceled: true)));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData("cut", "digest is wrong")]
    [InlineData("flip", "digest is wrong")]
    [InlineData("other", "belongs to another training")]
    [InlineData("empty", "0 bytes")]
    public void A_damaged_or_foreign_checkpoint_is_ignored_with_a_notice(string damage, string reason)
    {
        var expected = Finish(checkpoint: null).Weights;
        NetworkTraining.Run(Options with { Seed = damage == "other" ? 9 : 0 }, set, Checkpoint, new Watch(_ => { }), TestContext.Current.CancellationToken).Dispose();
        var bytes = File.ReadAllBytes(Checkpoint);
        bytes[bytes.Length / 2] ^= (byte)(damage == "flip" ? 1 : 0);
        File.WriteAllBytes(Checkpoint, damage switch { "cut" => bytes[..^9], "empty" => [], _ => bytes });

        var notices = new List<string>();
        Assert.Equal(expected, Finish(Checkpoint, progress => notices.Add(progress.Notice)).Weights);
        Assert.Contains(reason, Assert.Single(notices, notice => notice.Length > 0), StringComparison.Ordinal);
    }

    private (float[] Weights, IReadOnlyList<EpochResult> History) Finish(string? checkpoint, Action<TrainingProgress>? report = null)
    {
        using var trained = NetworkTraining.Run(Options, set, checkpoint, new Watch(report ?? (_ => { })), TestContext.Current.CancellationToken);
        return (trained.Parameters.Values.data<float>().ToArray(), trained.History);
    }

    /// <summary>Cancels after some steps, as Ctrl-C does; the steps kept.</summary>
    private long StopAfter(int step)
    {
        using var stop = new CancellationTokenSource();
        var told = 0;
        Assert.Throws<OperationCanceledException>(() => NetworkTraining.Run(Options with { BetweenCheckpoints = TimeSpan.FromDays(1) }, set, Checkpoint, new Watch(_ =>
        {
            if (++told == step)
                stop.Cancel();
        }), stop.Token));
        return RruffGeo.Models.Checkpoint.Read(Checkpoint, Options.Identity(set), Options.Architecture.ParameterCount, out _)!.Optimizer.Clock.Steps;
    }

    /// <summary>Ends a run by an error that nobody foresaw, after some steps of its own.</summary>
    private void KillAfter(int steps) => Assert.Throws<InvalidTimeZoneException>(() =>
    {
        var told = 0;
        NetworkTraining.Run(Options, set, Checkpoint, new Watch(_ =>
        {
            if (++told == steps)
                throw new InvalidTimeZoneException();
        }), TestContext.Current.CancellationToken);
    });

    private sealed class Watch(Action<TrainingProgress> action) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => action(value);
    }
}
