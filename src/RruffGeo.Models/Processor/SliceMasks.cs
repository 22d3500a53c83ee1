namespace RruffGeo.Models;

/// <summary>The part of a batch's masks that belongs to one slice; all empty in evaluation.</summary>
/// <param name="masks">The batch's masks; null in evaluation.</param>
/// <param name="first">First sample of the slice.</param>
/// <param name="samples">Samples of the slice.</param>
/// <param name="width">Features before the head.</param>
internal readonly struct SliceMasks(StochasticMasks? masks, int first, int samples, int width)
{
    /// <summary>What dropout leaves, samples × width; empty: everything.</summary>
    public ReadOnlySpan<float> Features => masks?.Features is { } factors ? factors.AsSpan(first * width, samples * width) : default;

    /// <summary>What stochastic depth leaves of each sample's branch in a block; empty: all of it.</summary>
    public ReadOnlySpan<float> Branch(int block) => masks?.Branches[block] is { } factors ? factors.AsSpan(first, samples) : default;
}
