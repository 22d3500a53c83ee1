using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace RruffGeo.Models;

/// <summary>The epochs of one training with everything on the network's device, which is waited for only now and then.</summary>
/// <remarks>
/// The spectra are put there once, the order and the masks of an epoch once an epoch. Losses, hits and the first batch whose loss or gradient
/// is not finite are kept there and read when a report is due, when the epoch ends and when it is stopped. The draws are those of
/// <see cref="EpochLoop"/>, so that both follow one trajectory up to rounding.
/// </remarks>
internal sealed class DeviceEpochs : IEpochs
{
    private readonly TrainingOptions options;
    private readonly TrainingSet set;
    private readonly ConvNeXt1D network;
    private readonly Tensor spectra, classes;

    /// <summary>Prepares a training of <paramref name="network"/>, which stays the caller's, on its device.</summary>
    public DeviceEpochs(TrainingOptions options, TrainingSet set, ConvNeXt1D network)
    {
        (this.options, this.set, this.network) = (options, set, network);
        if (network.Parameters.Values.device_type == DeviceType.CPU)
            set_num_threads(options.Threads);
        var values = new float[checked(set.Count * set.Points)];
        int[] members = [.. Enumerable.Range(0, set.Count)];
        set.Copy(members, set.Points, values);
        using var scope = NewDisposeScope();
        spectra = OnDevice(tensor(values, [set.Count, set.Points])).to(network.Parameters.Values.dtype).DetachFromDisposeScope();
        classes = OnDevice(tensor(Array.ConvertAll(set.Classes, value => (long)value))).DetachFromDisposeScope();
        Optimizer = new(network.Parameters, options.Optimizer with { WarmUpSteps = options.WarmUpStepsFor(set.Count) });
    }

    /// <inheritdoc/>
    public ScheduleFreeAdamW Optimizer { get; }

    /// <inheritdoc/>
    public EpochPosition Position { get; private set; }

    /// <summary>How often the device was waited for.</summary>
    internal int Waits { get; private set; }

    /// <inheritdoc/>
    public EpochResult Run(int epoch, EpochPosition from, Action<EpochPosition> report, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var draws = new EpochDraws(options, epoch, set.Count);
        var order = OnDevice(tensor(Array.ConvertAll(draws.Order, member => (long)member)));
        var masks = EpochMasks.Draw(draws, options.Batch, set.Count, network.Parameters.Values);
        var ledger = new DeviceLedger(from, network.Parameters.Values.device);
        var (steps, read) = (Optimizer.Clock.Steps, Stopwatch.GetTimestamp());
        Position = from;
        Optimizer.Train();
        for (var first = from.Spectra; first < set.Count; first += options.Batch)
        {
            if (cancellation.IsCancellationRequested)
                Position = Read(first);
            cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(options.Batch, set.Count - first);
            Step(order.narrow(0, first, count), masks.Slice(first, count), ledger, first);
            if (first + count < set.Count && Stopwatch.GetElapsedTime(read) < options.BetweenReports)
                continue;
            report(Position = Read(first + count));
            read = Stopwatch.GetTimestamp();
        }

        var result = new EpochResult(epoch, Position.Loss, Position.Accuracy, Optimizer.LearningRate);
        Position = default;
        return result;

        EpochPosition Read(int done)
        {
            Waits++;
            var (position, fault) = ledger.Read(done);
            return fault is not { } found ? position : throw new DivergedException(
                epoch, steps + ((found.First - from.Spectra) / options.Batch) + 1, found.Loss, found.Norm,
                set.NamesOf(draws.Order.AsSpan(found.First, Math.Min(options.Batch, set.Count - found.First))));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        spectra.Dispose();
        classes.Dispose();
        Optimizer.Dispose();
    }

    private void Step(Tensor members, BatchMasks masks, DeviceLedger ledger, int first)
    {
        using var scope = NewDisposeScope();
        var logits = network.Forward(spectra.index_select(0, members), masks);
        var truth = classes.index_select(0, members);
        var loss = nn.functional.cross_entropy(logits, truth);
        loss.backward();
        using var mode = no_grad();
        var norm = Optimizer.ClipUnread(options.ClipNorm);
        ledger.Add(first, members.shape[0], loss.detach(), logits.argmax(1).eq(truth).sum(), norm);
        Optimizer.Step();
    }

    private Tensor OnDevice(Tensor values) => values.to(network.Parameters.Values.device);
}
