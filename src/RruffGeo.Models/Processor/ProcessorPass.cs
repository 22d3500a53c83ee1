using System.Collections.Immutable;
using TorchSharp;

namespace RruffGeo.Models;

/// <summary>The gradient by kernels of our own: for training on processors.</summary>
/// <remarks>
/// A batch is cut into slices of some spectra whose buffers stay in the caches, and the slices are dealt to four lanes, each with a
/// gradient of its own. Threads take the next slice of whatever lane is behind; sums within a lane and over lanes have one
/// order, so the result is the same for any number of threads.
/// </remarks>
/// <typeparam name="T">Type of the factors of the blocks' matrix products: <see cref="float"/> or <see cref="BFloat16"/>.</typeparam>
internal sealed class ProcessorPass<T> : IGradientPass
    where T : unmanaged
{
    private const int LaneCount = 4;
    private readonly PassMemory memory = new();
    private readonly ConvNeXtArchitecture architecture;
    private readonly ParameterViews parameters, gradient;
    private readonly NetworkWeights<T> weights;
    private readonly ImmutableArray<FoldedTensors> lanes;
    private readonly int sliceSize;
    private readonly ImmutableArray<(SlicePass<T> Pass, NativeMatrix<float> Scratch)> workers;

    /// <summary>Prepares passes of <paramref name="network"/> over spectra of <paramref name="points"/> points.</summary>
    public ProcessorPass(ConvNeXt1D network, int points, int threads)
    {
        architecture = network.Architecture;
        (parameters, gradient) = (new(architecture, network.Parameters.Values), new(architecture, network.Parameters.Gradient));
        weights = new(memory, new(memory, architecture));
        lanes = [.. Enumerable.Range(0, LaneCount).Select(_ => new FoldedTensors(memory, architecture))];
        sliceSize = ProcessorSlices.Size(architecture, points);
        workers = [.. Enumerable.Range(0, Math.Min(threads, LaneCount)).Select(_ => (new SlicePass<T>(memory, architecture, weights, sliceSize, points), memory.Take<float>(1, weights.Largest)))];
    }

    /// <inheritdoc/>
    public BatchOutcome Accumulate(TrainingSet set, ReadOnlySpan<int> members, StochasticMasks masks)
    {
        OverParts(weights.Parts, (part, _) => weights.Take(part, parameters));
        var (batch, outcomes) = (members.ToArray(), new BatchOutcome[LaneCount]);
        int[] truth = [.. batch.Select(member => set.Classes[member])];
        OverSlices(set, batch, (lane, first, count, pass) =>
        {
            var part = new SliceMasks(masks, first, count, architecture.Widths[^1]);
            pass.Forward(part, count);
            var outcome = pass.Backward(lanes[lane], part, truth.AsSpan(first, count), batch.Length);
            outcomes[lane] = new(outcomes[lane].LossSum + outcome.LossSum, outcomes[lane].Correct + outcome.Correct);
        });
        var used = Math.Clamp(Slices(batch), 1, LaneCount);
        OverParts(LaneCount, (part, _) =>
        {
            var (first, end) = ((int)((long)part * lanes[0].Count / LaneCount), (int)((part + 1L) * lanes[0].Count / LaneCount));
            lanes[0].Absorb(lanes.AsSpan()[1..used], first, end - first);
        });
        OverParts(weights.Parts, (part, worker) => weights.Give(part, parameters, lanes[0], gradient, workers[worker].Scratch));
        lanes[0].Clear();
        return new(outcomes.Sum(outcome => outcome.LossSum), outcomes.Sum(outcome => outcome.Correct));
    }

    /// <inheritdoc/>
    public float[] Logits(TrainingSet set, ReadOnlySpan<int> members)
    {
        OverParts(weights.Parts, (part, _) => weights.Take(part, parameters));
        var (batch, logits, classes) = (members.ToArray(), new float[members.Length * architecture.Classes], architecture.Classes);
        OverSlices(set, batch, (_, first, count, pass) =>
        {
            pass.Forward(default, count);
            pass.Logits[..(count * classes)].CopyTo(logits.AsSpan(first * classes));
        });
        return logits;
    }

    /// <inheritdoc/>
    public void Dispose() => memory.Dispose();

    private int Slices(int[] batch) => (batch.Length + sliceSize - 1) / sliceSize;

    /// <summary>Runs all slices of a batch: their lane, first member, number of members, and a pass that has their spectra.</summary>
    private void OverSlices(TrainingSet set, int[] batch, Action<int, int, int, SlicePass<T>> run)
    {
        var queue = new LaneQueue(LaneCount, Slices(batch), workers.Length);
        OverWorkers(worker =>
        {
            var pass = workers[worker].Pass;
            for (var slice = queue.Take(); slice >= 0; slice = queue.Take())
            {
                var (first, count) = (slice * sliceSize, Math.Min(sliceSize, batch.Length - (slice * sliceSize)));
                try
                {
                    set.Copy(batch.AsSpan(first, count), pass.Points, pass.Spectra);
                    run(slice % LaneCount, first, count, pass);
                }
                finally
                {
                    queue.Done(slice);
                }
            }
        });
    }

    /// <summary>Runs so many parts, that do not touch one another, each on the thread that has time for it.</summary>
    private void OverParts(int count, Action<int, int> run)
    {
        var begun = -1;
        OverWorkers(worker =>
        {
            for (var part = Interlocked.Increment(ref begun); part < count; part = Interlocked.Increment(ref begun))
                run(part, worker);
        });
    }

    private void OverWorkers(Action<int> run)
    {
        if (workers.Length == 1)
            run(0);
        else
            Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, run);
    }
}
