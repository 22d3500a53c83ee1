using System.Collections.Immutable;
using TorchSharp;

namespace RruffGeo.Models;

/// <summary>The whole network on a slice of a batch, forwards and backwards, in buffers that are made once.</summary>
/// <typeparam name="T">Type of the factors of the blocks' matrix products: <see cref="float"/> or <see cref="BFloat16"/>.</typeparam>
internal sealed class SlicePass<T>
    where T : unmanaged
{
    private readonly ImmutableArray<ImmutableArray<BlockPass>> blocks;
    private readonly ImmutableArray<ImmutableArray<NativeMatrix<float>>> features;
    private readonly ImmutableArray<NativeMatrix<float>> gradients;
    private readonly ImmutableArray<HalvingPass> halvings;
    private readonly FoldedTensors folded;
    private readonly StemPass stem;
    private readonly HeadPass head;

    /// <summary>Buffers for up to <paramref name="samples"/> spectra of <paramref name="points"/> points, and for what <paramref name="weights"/> do with them.</summary>
    public SlicePass(PassMemory memory, ConvNeXtArchitecture architecture, NetworkWeights<T> weights, int samples, int points)
    {
        folded = weights.Folded;
        var (lengths, widths) = (architecture.Lengths(points), architecture.Widths);
        var stages = Enumerable.Range(0, widths.Length).ToList();
        stem = new(memory, samples, lengths[0], widths[0]);
        halvings = [.. stages.Skip(1).Select(stage => new HalvingPass(memory, weights.Halvings[stage - 1], samples, lengths[stage - 1], widths[stage - 1]))];
        var widest = stages.Max(stage => samples * lengths[stage] * ConvNeXtArchitecture.Expansion * widths[stage]);
        var (wide, wideFactor) = (memory.Take<float>(1, widest), typeof(T) == typeof(float) ? null : memory.Take<T>(1, widest));
        var scratch = stages.Select(stage => new BlockScratch<T>(memory, wide, wideFactor, samples * lengths[stage], widths[stage])).ToList();
        blocks = [.. stages.Select(stage => weights.Blocks[stage].Select(block => block.NewPass(memory, samples, lengths[stage], scratch[stage])).ToImmutableArray())];
        features = [.. stages.Select(stage => Enumerable.Range(0, architecture.Depths[stage] + 1).Select(_ => Matrix(stage)).ToImmutableArray())];
        gradients = [.. stages.Select(Matrix)];
        head = new(memory, samples, lengths[^1], widths[^1], architecture.Classes);
        Points = 4 * lengths[0];

        NativeMatrix<float> Matrix(int stage) => memory.Take<float>(samples * lengths[stage], widths[stage]);
    }

    /// <summary>Intensities of a spectrum that the network looks at: a multiple of 4.</summary>
    public int Points { get; }

    /// <summary>Where the caller puts the slice's spectra, one after the other.</summary>
    public Span<float> Spectra => stem.Spectra.Values;

    /// <summary>The logits that <see cref="Forward"/> left, a row per sample.</summary>
    public Span<float> Logits => head.Logits.Values;

    /// <summary>Runs the slice forwards.</summary>
    /// <param name="masks">The slice's part of the batch's masks.</param>
    /// <param name="samples">Samples of the slice.</param>
    public void Forward(SliceMasks masks, int samples)
    {
        stem.Forward(folded.Stem, features[0][0], samples);
        var number = 0;
        for (var stage = 0; stage < blocks.Length; stage++)
        {
            if (stage > 0)
                halvings[stage - 1].Forward(features[stage - 1][^1], features[stage][0], samples);
            for (var block = 0; block < blocks[stage].Length; block++)
                blocks[stage][block].Forward(features[stage][block], features[stage][block + 1], masks.Branch(number++), samples);
        }

        head.Forward(folded.Head, features[^1][^1], masks.Features, samples);
    }

    /// <summary>Runs the slice backwards after <see cref="Forward"/>.</summary>
    /// <param name="into">Gradients by the folded weights, added to; those by the blocks' matrices laid out as the weights say.</param>
    /// <param name="masks">The same masks.</param>
    /// <param name="truth">Class of each sample.</param>
    /// <param name="batch">Samples of the whole batch.</param>
    public BatchOutcome Backward(FoldedTensors into, SliceMasks masks, ReadOnlySpan<int> truth, int batch)
    {
        var outcome = head.Backward(folded.Head, into.Head, gradients[^1], truth, masks.Features, batch);
        var number = blocks.Sum(stage => stage.Length);
        for (var stage = blocks.Length - 1; stage >= 0; stage--)
        {
            for (var block = blocks[stage].Length - 1; block >= 0; block--)
                blocks[stage][block].Backward(into.Blocks[stage][block], features[stage][block], gradients[stage], masks.Branch(--number), truth.Length);
            if (stage > 0)
                halvings[stage - 1].Backward(into.Halvings[stage - 1], gradients[stage], gradients[stage - 1], truth.Length);
        }

        stem.Backward(folded.Stem, into.Stem, gradients[0], truth.Length);
        return outcome;
    }
}
