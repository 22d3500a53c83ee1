namespace RruffGeo.Models;

/// <summary>The weights of a map that halves the length as its products need them: in panels where they fit, else for a library.</summary>
internal sealed class HalvingWeights(PassMemory memory, FoldedHalving folded)
{
    private readonly WeightPanels? panels = WeightPanels.Fit(folded.Weight) ? new(memory, folded.Weight) : null;

    /// <summary>The folded weights.</summary>
    public FoldedHalving Folded { get; } = folded;

    /// <summary>Takes over the folded weights as they are now.</summary>
    public void Update() => panels?.Update();

    /// <summary>next ← next + pairs·Wᵀ.</summary>
    public void AddForwards(NativeMatrix<float> next, int rows, NativeMatrix<float> pairs)
    {
        if (panels is null)
            next.MultiplyTransposed(rows, pairs, Folded.Weight, keep: 1);
        else
            TiledProduct.Run(TileFactor.Of(pairs), rows, panels.Forwards, TileTarget.Of(next, panels.Forwards, add: true));
    }

    /// <summary>gradient ← gradientNext·W.</summary>
    public void Backwards(NativeMatrix<float> gradient, int rows, NativeMatrix<float> gradientNext)
    {
        if (panels is null)
            gradient.Multiply(rows, gradientNext, Folded.Weight, keep: 0);
        else
            TiledProduct.Run(TileFactor.Of(gradientNext), rows, panels.Backwards, TileTarget.Of(gradient, panels.Backwards, add: false));
    }
}
