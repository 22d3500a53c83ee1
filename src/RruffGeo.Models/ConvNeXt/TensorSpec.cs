using System.Collections.Immutable;

namespace RruffGeo.Models;

/// <summary>One tensor of a network: its canonical name and shape.</summary>
/// <param name="Name">Canonical name, such as <c>stage0.block1.dwconv.weight</c>.</param>
/// <param name="Shape">Sizes; convolutions (out, in/groups, k), linear layers (out, in).</param>
public sealed record TensorSpec(string Name, ImmutableArray<long> Shape)
{
    /// <summary>Number of values.</summary>
    public int Count => (int)Shape.Aggregate(1L, (product, size) => checked(product * size));

    /// <summary>Part of the network: the name up to its first or, within stages, first full stop: <c>stem</c>, <c>down1</c>, <c>stage0</c>, <c>norm</c>, <c>head</c>.</summary>
    public string Part => Name[..Name.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>True for convolution and linear weights, which are drawn at random; false for biases, LayerNorm and γ.</summary>
    public bool IsMatrix => Shape.Length > 1;
}
