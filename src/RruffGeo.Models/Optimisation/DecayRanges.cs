using System.Collections.Immutable;

namespace RruffGeo.Models;

/// <summary>The stretches of a flat vector of parameters on which weight decay acts, and those on which it does not.</summary>
/// <param name="All">First value, number of values, and 1 or 0 for with or without decay; together they cover the vector.</param>
internal sealed record DecayRanges(ImmutableArray<(int First, int Count, int Decay)> All)
{
    /// <summary>The stretches of tensors laid one behind the other; neighbours of a kind are one stretch.</summary>
    public static DecayRanges Of(ImmutableArray<TensorSpec> tensors, DecayedTensors decayed)
    {
        var ranges = ImmutableArray.CreateBuilder<(int First, int Count, int Decay)>();
        var end = 0;
        foreach (var tensor in tensors)
        {
            var decay = decayed == DecayedTensors.All || tensor.IsMatrix ? 1 : 0;
            if (ranges.Count > 0 && ranges[^1].Decay == decay)
                ranges[^1] = ranges[^1] with { Count = ranges[^1].Count + tensor.Count };
            else
                ranges.Add((end, tensor.Count, decay));
            end += tensor.Count;
        }

        return new(ranges.ToImmutable());
    }
}
