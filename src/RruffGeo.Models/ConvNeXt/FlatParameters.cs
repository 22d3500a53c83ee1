using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace RruffGeo.Models;

/// <summary>All tensors of a network as views of one flat tensor, and their gradients as views of another.</summary>
/// <remarks>Clipping and the optimiser then are a handful of operations on two long vectors, whatever the number of tensors.</remarks>
public sealed class FlatParameters : IDisposable
{
    private readonly Dictionary<string, Tensor> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tensor> gradients = new(StringComparer.Ordinal);

    /// <summary>Makes room for <paramref name="specs"/>, all zero.</summary>
    public FlatParameters(ImmutableArray<TensorSpec> specs, ScalarType type, Device device)
    {
        Specs = specs;
        var count = specs.Sum(spec => spec.Count);
        using var scope = NewDisposeScope();
        Values = zeros(count, type, device).DetachFromDisposeScope();
        Gradient = zeros(count, type, device).DetachFromDisposeScope();
        long first = 0;
        foreach (var spec in specs)
        {
            long[] shape = [.. spec.Shape];
            var leaf = Values.narrow(0, first, spec.Count).view(shape).detach().requires_grad_().DetachFromDisposeScope();
            var gradient = Gradient.narrow(0, first, spec.Count).view(shape).DetachFromDisposeScope();
            leaf.grad = gradient;
            (named[spec.Name], gradients[spec.Name]) = (leaf, gradient);
            first += spec.Count;
        }
    }

    /// <summary>Names and shapes in canonical order.</summary>
    public ImmutableArray<TensorSpec> Specs { get; }

    /// <summary>All values, in canonical order.</summary>
    public Tensor Values { get; }

    /// <summary>All gradients, in canonical order; a backward pass adds to them.</summary>
    public Tensor Gradient { get; }

    /// <summary>The tensor of that canonical name; a change of it is a change of <see cref="Values"/>.</summary>
    public Tensor this[string name] => named[name];

    /// <summary>The gradient of that canonical name, a view of <see cref="Gradient"/>.</summary>
    public Tensor GradientOf(string name) => gradients[name];

    /// <summary>Copies one tensor's values out, row-major.</summary>
    public float[] Read(string name)
    {
        using var scope = NewDisposeScope();
        return named[name].detach().to(ScalarType.Float32).cpu().data<float>().ToArray();
    }

    /// <summary>Overwrites all values, in canonical order.</summary>
    /// <exception cref="ArgumentException"><paramref name="values"/> is not as long as the parameters.</exception>
    public void Write(float[] values)
    {
        if (values.Length != Values.shape[0])
            throw new ArgumentException($"Expected {Values.shape[0]} values but found {values.Length}.", nameof(values));
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        Values.copy_(tensor(values).to(Values.dtype).to(Values.device));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in named.Values.Concat(gradients.Values))
            tensor.Dispose();
        Values.Dispose();
        Gradient.Dispose();
    }
}
