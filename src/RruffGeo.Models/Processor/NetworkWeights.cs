using System.Collections.Immutable;

namespace RruffGeo.Models;

/// <summary>The weights of a network as the products of its passes need them, in parts that threads may share.</summary>
/// <typeparam name="T">Type of the factors of the blocks' products.</typeparam>
internal sealed class NetworkWeights<T>
    where T : unmanaged
{
    private readonly ImmutableArray<(int Stage, int Block)> places;

    /// <summary>Those of <paramref name="folded"/>, which must outlive this.</summary>
    public NetworkWeights(PassMemory memory, FoldedTensors folded)
    {
        Folded = folded;
        Blocks = [.. folded.Blocks.Select(stage => stage.Select(Of).ToImmutableArray())];
        Halvings = [.. folded.Halvings.Select(halving => new HalvingWeights(memory, halving))];
        places = [.. Blocks.SelectMany((stage, number) => stage.Select((_, block) => (number, block))).Reverse()];

        BlockWeights<T> Of(FoldedBlock block) =>
            typeof(T) == typeof(float) && WeightPanels.Fit(block.Expand) ? (BlockWeights<T>)(object)new TiledBlockWeights(memory, block) : new LibraryBlockWeights<T>(memory, block);
    }

    /// <summary>The folded weights.</summary>
    public FoldedTensors Folded { get; }

    /// <summary>Blocks by stage.</summary>
    public ImmutableArray<ImmutableArray<BlockWeights<T>>> Blocks { get; }

    /// <summary>The map before stage 1, 2, ….</summary>
    public ImmutableArray<HalvingWeights> Halvings { get; }

    /// <summary>Number of parts: the blocks, the largest first, and the rest.</summary>
    public int Parts => places.Length + 1;

    /// <summary>Values of the largest matrix of a block.</summary>
    public int Largest => Folded.Blocks.Max(stage => stage.Max(block => block.Expand.Values.Length));

    /// <summary>Takes over a part of the parameters as they are now.</summary>
    public void Take(int part, ParameterViews p)
    {
        if (part < places.Length)
        {
            var (stage, block) = places[part];
            WeightFolding.FoldBlock(p, $"stage{stage}.block{block}", Folded.Blocks[stage][block]);
            Blocks[stage][block].Update();
            return;
        }

        WeightFolding.FoldEnds(p, Folded);
        for (var stage = 1; stage <= Halvings.Length; stage++)
        {
            WeightFolding.FoldHalving(p, $"down{stage}", Folded.Halvings[stage - 1]);
            Halvings[stage - 1].Update();
        }
    }

    /// <summary>Adds the gradients by the parameters of a part.</summary>
    /// <param name="part">Number of the part.</param>
    /// <param name="p">The parameters that were taken over.</param>
    /// <param name="gradients">As passes have added them; used up.</param>
    /// <param name="g">Gradients by the parameters, added to.</param>
    /// <param name="scratch">At least <see cref="Largest"/> values, of the calling thread's own.</param>
    public void Give(int part, ParameterViews p, FoldedTensors gradients, ParameterViews g, NativeMatrix<float> scratch)
    {
        if (part < places.Length)
        {
            var (stage, block) = places[part];
            Blocks[stage][block].Unpack(gradients.Blocks[stage][block], scratch);
            WeightFolding.UnfoldBlock(p, $"stage{stage}.block{block}", gradients.Blocks[stage][block], g);
            return;
        }

        WeightFolding.UnfoldEnds(gradients, g);
        for (var stage = 1; stage <= Halvings.Length; stage++)
            WeightFolding.UnfoldHalving(p, $"down{stage}", gradients.Halvings[stage - 1], g);
    }
}
