using TorchSharp;

namespace RruffGeo.Models;

/// <summary>Trains one network (paper 4.3): cross-entropy, schedule-free AdamW, clipping; last-step averaged weights are what remains.</summary>
public static class NetworkTraining
{
    /// <summary>Trains a network on <paramref name="set"/>.</summary>
    /// <param name="options">How.</param>
    /// <param name="set">On what.</param>
    /// <param name="checkpoint">Path of the checkpoint, read if it is there; written after every epoch, now and then within, and when the training is stopped. Null for none.</param>
    /// <param name="progress">Is told how far it is, a few times a second.</param>
    /// <param name="cancellation">Looked at before each batch.</param>
    /// <returns>The network at the averaged weights; the caller disposes it.</returns>
    /// <exception cref="DivergedException">The loss is not finite.</exception>
    /// <exception cref="InvalidOperationException">There is no CUDA device for this build, or no processor for this precision; says what is missing.</exception>
    public static TrainedNetwork Run(
        TrainingOptions options, TrainingSet set, string? checkpoint, IProgress<TrainingProgress> progress, CancellationToken cancellation)
    {
        set.Validate(options.Architecture.Classes);
        options.Architecture.Lengths(set.Points);
        if (options.Device == TrainingDevice.Cuda)
            TorchRuntime.RequireCuda();
        else if (options.Precision == ProductPrecision.BFloat16)
            TorchRuntime.RequireProcessorBFloat16();
        return options.Device == TrainingDevice.Cuda
            ? Run(options, set, checkpoint, progress, torch.CUDA, network => new DeviceEpochs(options, set, network), cancellation)
            : Run(options, set, checkpoint, progress, torch.CPU, network => new EpochLoop(options, set, network), cancellation);
    }

    /// <summary>As above, with the epochs that <paramref name="epochs"/> makes for a network on <paramref name="device"/>.</summary>
    internal static TrainedNetwork Run(
        TrainingOptions options, TrainingSet set, string? checkpoint, IProgress<TrainingProgress> progress, torch.Device device,
        Func<ConvNeXt1D, IEpochs> epochs, CancellationToken cancellation)
    {
        var network = new ConvNeXt1D(options.Architecture, options.Seed, torch.ScalarType.Float32, device) { Precision = options.Precision };
        try
        {
            using var run = epochs(network);
            var identity = options.Identity(set);
            var saved = checkpoint is null ? null : Checkpoint.Read(checkpoint, identity, options.Architecture.ParameterCount, out var notice) is { } found
                ? found : Notify<Checkpoint>(progress, notice, set.Count * (long)options.Epochs);
            List<EpochResult> history = [.. saved?.History ?? []];
            if (saved is not null)
                run.Optimizer.Restore(saved.Optimizer);
            var watch = new TrainingWatch(options, set.Count, progress, (history.Count * (long)set.Count) + (saved?.Position.Spectra ?? 0));
            try
            {
                for (var epoch = history.Count + 1; epoch <= options.Epochs; epoch++)
                {
                    history.Add(run.Run(epoch, epoch == saved?.History.Count + 1 ? saved!.Position : default, position =>
                    {
                        if (watch.Report(epoch, position))
                            Keep();
                    }, cancellation));
                    run.Optimizer.Evaluate();
                    Keep();
                }
            }
            catch (OperationCanceledException) when (run.Optimizer.Clock.Steps > 0)
            {
                Keep();
                throw;
            }

            return new TrainedNetwork(network, history);

            void Keep()
            {
                if (checkpoint is not null)
                    new Checkpoint(identity, history, run.Position, run.Optimizer.Save()).Write(checkpoint);
            }
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    private static T? Notify<T>(IProgress<TrainingProgress> progress, string notice, long total)
        where T : class
    {
        if (notice.Length > 0)
            progress.Report(new(1, 0, total, double.NaN, double.NaN, 0, notice));
        return null;
    }
}
