using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using TorchSharp;

namespace RruffGeo.Models;

/// <summary>The gradient by kernels of our own and torch's matrix products: for training on processors.</summary>
/// <remarks>
/// A batch is cut into slices of some spectra whose buffers stay in the caches, and the slices are dealt to four lanes, each with a
/// gradient of its own. Lanes run side by side on as many threads as there are; sums within a lane and over lanes have one
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
    private readonly FoldedTensors weights;
    private readonly NetworkFactors<T> factors;
    private readonly ImmutableArray<FoldedTensors> lanes;
    private readonly int sliceSize;
    private readonly ImmutableArray<SlicePass<T>> workers;

    /// <summary>Prepares passes of <paramref name="network"/> over spectra of <paramref name="points"/> points.</summary>
    public ProcessorPass(ConvNeXt1D network, int points, int threads)
    {
        architecture = network.Architecture;
        (parameters, gradient) = (new(architecture, network.Parameters.Values), new(architecture, network.Parameters.Gradient));
        weights = new(memory, architecture);
        factors = new(memory, weights);
        lanes = [.. Enumerable.Range(0, LaneCount).Select(_ => new FoldedTensors(memory, architecture))];
        sliceSize = ProcessorSlices.Size(architecture, points);
        workers = [.. Enumerable.Range(0, Math.Min(threads, LaneCount)).Select(_ => new SlicePass<T>(memory, architecture, sliceSize, points))];
    }

    /// <inheritdoc/>
    public BatchOutcome Accumulate(TrainingSet set, ReadOnlySpan<int> members, StochasticMasks masks)
    {
        WeightFolding.Fold(parameters, weights);
        factors.Update();
        var (batch, outcomes) = (members.ToArray(), new BatchOutcome[LaneCount]);
        int[] truth = [.. batch.Select(member => set.Classes[member])];
        var used = Math.Min(LaneCount, (batch.Length + sliceSize - 1) / sliceSize);
        OverLanes(used, (lane, worker) =>
        {
            for (var first = lane * sliceSize; first < batch.Length; first += LaneCount * sliceSize)
            {
                var slice = batch.AsSpan(first, Math.Min(sliceSize, batch.Length - first));
                var part = new SliceMasks(masks, first, slice.Length, architecture.Widths[^1]);
                set.Copy(slice, worker.Points, worker.Spectra);
                worker.Forward(weights, factors, part, slice.Length);
                var outcome = worker.Backward(weights, factors, lanes[lane], part, truth.AsSpan(first, slice.Length), batch.Length);
                outcomes[lane] = new(outcomes[lane].LossSum + outcome.LossSum, outcomes[lane].Correct + outcome.Correct);
            }
        });
        OverLanes(LaneCount, (lane, _) =>
        {
            var (first, end) = ((int)((long)lane * weights.Count / LaneCount), (int)((lane + 1L) * weights.Count / LaneCount));
            lanes[0].Absorb(lanes.AsSpan()[1..used], first, end - first);
        });
        WeightFolding.Unfold(parameters, lanes[0], gradient);
        lanes[0].Clear();
        return new(outcomes.Sum(outcome => outcome.LossSum), outcomes.Sum(outcome => outcome.Correct));
    }

    /// <inheritdoc/>
    public float[] Logits(TrainingSet set, ReadOnlySpan<int> members)
    {
        WeightFolding.Fold(parameters, weights);
        factors.Update();
        var (batch, logits, classes) = (members.ToArray(), new float[members.Length * architecture.Classes], architecture.Classes);
        OverLanes(LaneCount, (lane, worker) =>
        {
            for (var first = lane * sliceSize; first < batch.Length; first += LaneCount * sliceSize)
            {
                var slice = batch.AsSpan(first, Math.Min(sliceSize, batch.Length - first));
                set.Copy(slice, worker.Points, worker.Spectra);
                worker.Forward(weights, factors, default, slice.Length);
                worker.Logits[..(slice.Length * classes)].CopyTo(logits.AsSpan(first * classes));
            }
        });
        return logits;
    }

    /// <inheritdoc/>
    public void Dispose() => memory.Dispose();

    /// <summary>Runs the first <paramref name="used"/> lanes, on as many threads as there are workers.</summary>
    private void OverLanes(int used, Action<int, SlicePass<T>> run)
    {
        if (workers.Length == 1)
            for (var lane = 0; lane < used; lane++)
                run(lane, workers[0]);
        else
            Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, worker =>
            {
                for (var lane = worker; lane < used; lane += workers.Length)
                    run(lane, workers[worker]);
            });
    }
}
