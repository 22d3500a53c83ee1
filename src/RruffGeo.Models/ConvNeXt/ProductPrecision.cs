using TorchSharp;
using static TorchSharp.torch;

namespace RruffGeo.Models;

/// <summary>Type of the operands of a network's matrix products.</summary>
public enum ProductPrecision
{
    /// <summary>That of the parameters: 24 significant bits.</summary>
    Full,

    /// <summary>8 significant bits with float32's range; weights, features between layers, LayerNorm, loss and optimiser stay in float32.</summary>
    BFloat16,
}

/// <summary>Matrix products in a precision; TorchSharp has no autocast, so that operands are cast one by one.</summary>
internal static class PreciseProducts
{
    /// <summary>x·weightᵀ + bias, in the type of <paramref name="x"/>.</summary>
    public static Tensor Linear(this ProductPrecision precision, Tensor x, Tensor weight, Tensor bias) => precision == ProductPrecision.Full
        ? nn.functional.linear(x, weight, bias)
        : nn.functional.linear(x.to(ScalarType.BFloat16), weight.to(ScalarType.BFloat16)).to(x.dtype) + bias;
}
