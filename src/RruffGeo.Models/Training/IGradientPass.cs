namespace RruffGeo.Models;

/// <summary>Adds the gradient of the mean cross-entropy of a batch to a network's gradient.</summary>
internal interface IGradientPass : IDisposable
{
    /// <summary>Runs one batch forwards and backwards.</summary>
    /// <param name="set">The training spectra.</param>
    /// <param name="members">Which of them form the batch.</param>
    /// <param name="masks">What stochastic depth and dropout leave of it.</param>
    /// <returns>Sum of the cross-entropies and number of spectra whose highest logit is their class.</returns>
    BatchOutcome Accumulate(TrainingSet set, ReadOnlySpan<int> members, StochasticMasks masks);

    /// <summary>Logits without stochastic depth and dropout, members × classes row-major.</summary>
    float[] Logits(TrainingSet set, ReadOnlySpan<int> members);
}

/// <summary>What a batch gave.</summary>
/// <param name="LossSum">Sum of the cross-entropies, nat.</param>
/// <param name="Correct">Spectra whose highest logit is their class.</param>
internal readonly record struct BatchOutcome(double LossSum, int Correct);
