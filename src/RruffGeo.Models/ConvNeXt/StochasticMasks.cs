using System.Collections.Immutable;

namespace RruffGeo.Models;

/// <summary>What stochastic depth and dropout leave of one batch; absent in evaluation, where both are the identity.</summary>
/// <param name="Branches">For each block, the factor of each sample's branch: 0 if dropped, else 1/keep; null where the rate is 0.</param>
/// <param name="Features">Factors of the features before the head, samples × width row-major; null at rate 0.</param>
internal sealed record StochasticMasks(ImmutableArray<float[]?> Branches, float[]? Features)
{
    /// <summary>Draws the masks of <paramref name="samples"/> samples.</summary>
    /// <param name="rates">Rate of stochastic depth of each block.</param>
    /// <param name="dropPath">Gives one draw per sample and block with a rate above 0.</param>
    /// <param name="rate">Rate of dropout.</param>
    /// <param name="dropout">Gives one draw per sample and feature if <paramref name="rate"/> is above 0.</param>
    /// <param name="samples">Size of the batch.</param>
    /// <param name="width">Features before the head.</param>
    public static StochasticMasks Draw(
        ImmutableArray<double> rates, RandomStream dropPath, double rate, RandomStream dropout, int samples, int width) =>
        new([.. rates.Select(r => Factors(r, dropPath, samples))], Factors(rate, dropout, samples * width));

    private static float[]? Factors(double rate, RandomStream random, int count)
    {
        if (rate <= 0)
            return null;
        var (factors, kept) = (new float[count], (float)(1 / (1 - rate)));
        for (var i = 0; i < count; i++)
            factors[i] = random.NextUniform() < rate ? 0 : kept;
        return factors;
    }
}
