using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace RruffGeo.Models;

/// <summary>The network of the paper: classifier ∘ stages ∘ stem (eqs. 1–6), any class count, widths and depths.</summary>
/// <remarks>Differentiated by torch, on any device and in any precision.</remarks>
public sealed class ConvNeXt1D : IDisposable
{
    private readonly ImmutableArray<ImmutableArray<ConvNeXtBlock1d>> stages;

    /// <summary>Builds the network with initial weights drawn from <paramref name="seed"/>.</summary>
    public ConvNeXt1D(ConvNeXtArchitecture architecture, int seed, ScalarType type = ScalarType.Float32, Device? device = null)
    {
        architecture.Validate();
        TorchRuntime.Load();
        Architecture = architecture;
        Parameters = new FlatParameters(architecture.Tensors, type, device ?? CPU);
        Parameters.Write(InitialWeights.Draw(architecture, seed));
        stages = [.. architecture.Depths.Select((depth, stage) => ImmutableArray.CreateRange(
            Enumerable.Range(0, depth).Select(block => new ConvNeXtBlock1d(Parameters, $"stage{stage}.block{block}"))))];
    }

    /// <summary>Sizes of this network.</summary>
    public ConvNeXtArchitecture Architecture { get; }

    /// <summary>Of the operands of matrix products; everything else is in the parameters' own type.</summary>
    public ProductPrecision Precision { get; init; }

    /// <summary>Its tensors by canonical name.</summary>
    public FlatParameters Parameters { get; }

    /// <summary>Logits of a batch of spectra, without stochastic depth and dropout.</summary>
    /// <param name="spectra">(N, points).</param>
    /// <returns>(N, classes).</returns>
    /// <exception cref="ArgumentException">The spectra are too short.</exception>
    public Tensor Forward(Tensor spectra) => Forward(spectra, masks: null);

    /// <summary>Logits of a batch of spectra, (N, points) → (N, classes).</summary>
    internal Tensor Forward(Tensor spectra, BatchMasks? masks)
    {
        using var scope = NewDisposeScope();
        var block = 0;
        var x = Stem(spectra);
        for (var stage = 0; stage < stages.Length; stage++)
        {
            if (stage > 0)
                x = Halve(x, $"down{stage}");
            foreach (var convNeXt in stages[stage])
                x = convNeXt.Forward(x, masks?.Branches[block++], Precision);
        }

        var pooled = Norm(x.mean([1]), "norm");                                                       // (N, C), eq. 6
        if (masks?.Features is { } features)
            pooled = pooled * features;
        return Precision.Linear(pooled, Parameters["head.weight"], Parameters["head.bias"]).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose() => Parameters.Dispose();

    /// <summary>LayerNorm(Conv(k = 4, s = 4)) (eq. 2), the convolution as a linear map of patches: (N, points) → (N, L, C).</summary>
    private Tensor Stem(Tensor spectra)
    {
        var length = Architecture.Lengths((int)spectra.shape[1])[0];
        var patches = spectra.narrow(1, 0, 4L * length).reshape(spectra.shape[0], length, 4);
        return Norm(Precision.Linear(patches, Parameters["stem.conv.weight"].view(-1, 4), Parameters["stem.conv.bias"]), "stem.norm");
    }

    /// <summary>Conv(k = 2, s = 2)(LayerNorm(x)), as ConvNeXt has it between stages: (N, L, C) → (N, ⌊L/2⌋, C'). Deviation: the paper mentions none.</summary>
    private Tensor Halve(Tensor x, string name)
    {
        var (samples, length, width) = (x.shape[0], x.shape[1] / 2, x.shape[2]);
        var pairs = Norm(x, $"{name}.norm").narrow(1, 0, 2 * length).reshape(samples, length, 2 * width);
        var weight = Parameters[$"{name}.conv.weight"].transpose(1, 2).reshape(-1, 2 * width);       // (C', k, C)
        return Precision.Linear(pairs, weight, Parameters[$"{name}.conv.bias"]);
    }

    private Tensor Norm(Tensor x, string name) => functional.layer_norm(
        x, [x.shape[^1]], Parameters[$"{name}.weight"], Parameters[$"{name}.bias"], ConvNeXtArchitecture.NormEpsilon);
}
