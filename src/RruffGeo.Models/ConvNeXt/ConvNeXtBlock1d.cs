using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace RruffGeo.Models;

/// <summary>The ConvNeXt block in one dimension (paper eq. 5): x + DropPath(γ · W₂ · GELU(W₁ · LN(DW(x)))).</summary>
/// <remarks>Features are kept channels-last, (N, L, C): LayerNorm and both pointwise convolutions then need no move of axes.</remarks>
internal sealed class ConvNeXtBlock1d(FlatParameters parameters, string name)
{
    /// <summary>(N, L, C) → (N, L, C).</summary>
    /// <param name="x">Input features.</param>
    /// <param name="branchFactors">(N, 1, 1), what stochastic depth leaves of each sample's branch; null: all of it.</param>
    /// <param name="precision">Of both pointwise convolutions.</param>
    public Tensor Forward(Tensor x, Tensor? branchFactors, ProductPrecision precision)
    {
        using var scope = NewDisposeScope();
        var width = x.shape[2];
        var y = x.transpose(1, 2).unsqueeze(2);                                                                   // (N, C, 1, L)
        y = functional.conv2d(y, parameters[$"{name}.dwconv.weight"].unsqueeze(2), parameters[$"{name}.dwconv.bias"],
            padding: [0, ConvNeXtArchitecture.Kernel / 2], groups: width);
        y = y.squeeze(2).transpose(1, 2);                                                                         // (N, L, C)
        y = functional.layer_norm(y, [width], parameters[$"{name}.norm.weight"], parameters[$"{name}.norm.bias"], ConvNeXtArchitecture.NormEpsilon);
        y = functional.gelu(precision.Linear(y, parameters[$"{name}.pwconv1.weight"], parameters[$"{name}.pwconv1.bias"]));
        y = precision.Linear(y, parameters[$"{name}.pwconv2.weight"], parameters[$"{name}.pwconv2.bias"]);
        y = parameters[$"{name}.gamma"] * y;
        return (x + (branchFactors is null ? y : y * branchFactors)).MoveToOuterDisposeScope();
    }
}
