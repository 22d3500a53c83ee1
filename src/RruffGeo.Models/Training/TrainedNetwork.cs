namespace RruffGeo.Models;

/// <summary>A network at its averaged weights, with the history of its training.</summary>
public sealed class TrainedNetwork : IDisposable
{
    private const int EvaluationBatch = 64;
    private readonly ConvNeXt1D network;

    internal TrainedNetwork(ConvNeXt1D network, IReadOnlyList<EpochResult> history) => (this.network, History) = (network, history);

    /// <summary>One entry per epoch.</summary>
    public IReadOnlyList<EpochResult> History { get; }

    /// <summary>Its tensors by canonical name.</summary>
    public FlatParameters Parameters => network.Parameters;

    /// <summary>Logits of each spectrum of <paramref name="set"/>, in its order.</summary>
    /// <param name="set">Spectra; their classes are not looked at.</param>
    /// <param name="threads">Threads to use, ≥ 1.</param>
    /// <param name="cancellation">Looked at before each batch.</param>
    public float[][] Predict(TrainingSet set, int threads, CancellationToken cancellation)
    {
        using var pass = GradientPass.Of(network, set.Points, threads);
        var (logits, classes) = (new float[set.Count][], network.Architecture.Classes);
        for (var first = 0; first < logits.Length; first += EvaluationBatch)
        {
            cancellation.ThrowIfCancellationRequested();
            int[] members = [.. Enumerable.Range(first, Math.Min(EvaluationBatch, logits.Length - first))];
            var values = pass.Logits(set, members);
            for (var i = 0; i < members.Length; i++)
                logits[first + i] = values.AsSpan(i * classes, classes).ToArray();
        }

        return logits;
    }

    /// <inheritdoc/>
    public void Dispose() => network.Dispose();
}
