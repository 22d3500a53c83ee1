namespace RruffGeo.Models;

/// <summary>The epochs of one training, batch by batch, each looked at before the next.</summary>
internal sealed class EpochLoop : IEpochs
{
    private readonly TrainingOptions options;
    private readonly TrainingSet set;
    private readonly IGradientPass pass;

    /// <summary>Prepares a training of <paramref name="network"/>, which stays the caller's.</summary>
    public EpochLoop(TrainingOptions options, TrainingSet set, ConvNeXt1D network)
        : this(options, set, network, GradientPass.Of(network, set.Points, options.Threads))
    {
    }

    /// <summary>As the other, with a gradient computed by <paramref name="pass"/>, which is disposed of with this.</summary>
    public EpochLoop(TrainingOptions options, TrainingSet set, ConvNeXt1D network, IGradientPass pass)
    {
        (this.options, this.set, this.pass) = (options, set, pass);
        Optimizer = new(network.Parameters, options.Optimizer with { WarmUpSteps = options.WarmUpStepsFor(set.Count) });
    }

    /// <inheritdoc/>
    public ScheduleFreeAdamW Optimizer { get; }

    /// <inheritdoc/>
    public EpochPosition Position { get; private set; }

    /// <inheritdoc/>
    public EpochResult Run(int epoch, EpochPosition from, Action<EpochPosition> report, CancellationToken cancellation)
    {
        var draws = new EpochDraws(options, epoch, set.Count);
        Position = from;
        Optimizer.Train();
        for (var first = 0; first < set.Count; first += options.Batch)
        {
            var members = draws.Order.AsSpan(first, Math.Min(options.Batch, set.Count - first));
            // Batches done before are drawn for too: both streams then stand where they stood.
            var masks = draws.NextMasks(members.Length);
            if (first < from.Spectra)
                continue;
            cancellation.ThrowIfCancellationRequested();
            var outcome = pass.Accumulate(set, members, masks);
            var norm = Optimizer.Clip(options.ClipNorm);
            if (!double.IsFinite(outcome.LossSum) || !double.IsFinite(norm))
                throw new DivergedException(epoch, Optimizer.Clock.Steps + 1, outcome.LossSum / members.Length, norm, set.NamesOf(members));
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
