using System.Collections.Immutable;

namespace RruffGeo.Models;

/// <summary>The epochs of one training.</summary>
internal sealed class EpochLoop : IDisposable
{
    private readonly TrainingOptions options;
    private readonly TrainingSet set;
    private readonly IGradientPass pass;
    private readonly ImmutableArray<double> rates;

    /// <summary>Prepares a training of <paramref name="network"/>, which stays the caller's.</summary>
    public EpochLoop(TrainingOptions options, TrainingSet set, ConvNeXt1D network)
    {
        (this.options, this.set) = (options, set);
        pass = GradientPass.Of(network, set.Points, options.Threads);
        rates = options.Architecture.DropPathRates(options.DropPath);
        Optimizer = new(network.Parameters, options.Optimizer with { WarmUpSteps = options.WarmUpStepsFor(set.Count) });
    }

    /// <summary>The optimiser, with all of the run's state.</summary>
    public ScheduleFreeAdamW Optimizer { get; }

    /// <summary>How far the running epoch is; at its start again when it is done.</summary>
    public EpochPosition Position { get; private set; }

    /// <summary>Runs one epoch, or what <paramref name="from"/> leaves of it: every spectrum once, in an order of its own.</summary>
    /// <param name="epoch">From 1.</param>
    /// <param name="from">Where to start; the default is the beginning.</param>
    /// <param name="report">Is told the position after every batch.</param>
    /// <param name="cancellation">Looked at before each batch; <see cref="Position"/> then says where it stopped.</param>
    public EpochResult Run(int epoch, EpochPosition from, Action<EpochPosition> report, CancellationToken cancellation)
    {
        int[] order = [.. Enumerable.Range(0, set.Count)];
        new RandomStream(options.Seed, RandomPurpose.Shuffling, epoch).Shuffle(order);
        var (dropPath, dropout) = (new RandomStream(options.Seed, RandomPurpose.DropPath, epoch), new RandomStream(options.Seed, RandomPurpose.Dropout, epoch));
        Position = from;
        Optimizer.Train();
        for (var first = 0; first < order.Length; first += options.Batch)
        {
            var members = order.AsSpan(first, Math.Min(options.Batch, order.Length - first));
            // Batches done before are drawn for too: both streams then stand where they stood.
            var masks = StochasticMasks.Draw(rates, dropPath, options.Dropout, dropout, members.Length, options.Architecture.Widths[^1]);
            if (first < from.Spectra)
                continue;
            cancellation.ThrowIfCancellationRequested();
            var outcome = pass.Accumulate(set, members, masks);
            var norm = Optimizer.Clip(options.ClipNorm);
            if (!double.IsFinite(outcome.LossSum) || !double.IsFinite(norm))
                throw new DivergedException(epoch, Optimizer.Clock.Steps + 1, outcome.LossSum / members.Length, norm, [.. members.ToArray().Select(member => set.Names[member])]);
            Optimizer.Step();
            Position = new(first + members.Length, Position.LossSum + outcome.LossSum, Position.Correct + outcome.Correct);
            report(Position);
        }

        var result = new EpochResult(epoch, Position.Loss, Position.Accuracy, Optimizer.LearningRate);
        Position = default;
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        pass.Dispose();
        Optimizer.Dispose();
    }
}
