using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace RruffGeo.Models;

/// <summary>What stochastic depth and dropout leave of one batch, as tensors on the network's device.</summary>
/// <param name="Branches">For each block (N, 1, 1), the factor of each sample's branch; null where the rate is 0.</param>
/// <param name="Features">(N, C), factors of the features before the head; null at rate 0.</param>
internal sealed record BatchMasks(ImmutableArray<Tensor?> Branches, Tensor? Features)
{
    /// <summary>Copies of <paramref name="masks"/>, of the type and on the device of <paramref name="like"/>; they belong to the current dispose scope.</summary>
    public static BatchMasks Of(StochasticMasks masks, int samples, Tensor like) => new(
        [.. masks.Branches.Select(factors => factors is null ? null : On(factors, like).view(samples, 1, 1))],
        masks.Features is null ? null : On(masks.Features, like).view(samples, -1));

    /// <summary>Values of the type and on the device of <paramref name="like"/>.</summary>
    internal static Tensor On(float[] values, Tensor like) => tensor(values).to(like.dtype).to(like.device);
}
