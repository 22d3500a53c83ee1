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

    /// <summary>Runs one epoch: every spectrum once, in an order of its own.</summary>
    /// <param name="epoch">From 1.</param>
    /// <param name="report">Is told spectra done in this epoch, mean loss and accuracy so far, after every batch.</param>
    /// <param name="cancellation">Looked at before each batch.</param>
    public EpochResult Run(int epoch, Action<int, double, double> report, CancellationToken cancellation)
    {
        int[] order = [.. Enumerable.Range(0, set.Count)];
        new RandomStream(options.Seed, RandomPurpose.Shuffling, epoch).Shuffle(order);
        var (dropPath, dropout) = (new RandomStream(options.Seed, RandomPurpose.DropPath, epoch), new RandomStream(options.Seed, RandomPurpose.Dropout, epoch));
        var (lossSum, correct) = (0.0, 0);
        Optimizer.Train();
        for (var first = 0; first < order.Length; first += options.Batch)
        {
            cancellation.ThrowIfCancellationRequested();
            var members = order.AsSpan(first, Math.Min(options.Batch, order.Length - first));
            var masks = StochasticMasks.Draw(rates, dropPath, options.Dropout, dropout, members.Length, options.Architecture.Widths[^1]);
            var outcome = pass.Accumulate(set, members, masks);
            if (!double.IsFinite(outcome.LossSum))
                throw new DivergedException(epoch, Optimizer.Clock.Steps + 1, outcome.LossSum / members.Length, [.. members.ToArray().Select(member => set.Names[member])]);
            Optimizer.Clip(options.ClipNorm);
            Optimizer.Step();
            (lossSum, correct) = (lossSum + outcome.LossSum, correct + outcome.Correct);
            var done = first + members.Length;
            report(done, lossSum / done, (double)correct / done);
        }

        return new(epoch, lossSum / order.Length, (double)correct / order.Length, Optimizer.LearningRate);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        pass.Dispose();
        Optimizer.Dispose();
    }
}
