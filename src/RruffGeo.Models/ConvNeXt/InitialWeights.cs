namespace RruffGeo.Models;

/// <summary>The initial values of a network (paper 4.3, eq. 7).</summary>
internal static class InitialWeights
{
    private const double StemBiasDeviation = 0.1;

    /// <summary>
    /// Convolution and linear weights from the truncated normal distribution (eq. 7; bounds absolute, as in ConvNeXt's code), biases 0,
    /// LayerNorm weight 1 and bias 0, γ as the architecture says; or by the number of inputs, if the architecture asks for that. In canonical order.
    /// </summary>
    public static float[] Draw(ConvNeXtArchitecture architecture, int seed)
    {
        var (values, random, first) = (new float[architecture.ParameterCount], new RandomStream(seed, RandomPurpose.Initialisation), 0);
        foreach (var tensor in architecture.Tensors)
        {
            var part = values.AsSpan(first, tensor.Count);
            if (architecture.Initialisation == Initialisation.FanIn && (tensor.IsMatrix || tensor.Name == "stem.conv.bias"))
                for (var (i, deviation) = (0, tensor.IsMatrix ? Math.Sqrt(tensor.Shape[0] / (double)tensor.Count) : StemBiasDeviation); i < part.Length; i++)
                    part[i] = (float)random.NextTruncatedNormal(deviation, ConvNeXtArchitecture.InitialBound);
            else if (tensor.IsMatrix)
                for (var i = 0; i < part.Length; i++)
                    part[i] = (float)random.NextTruncatedNormal(ConvNeXtArchitecture.InitialDeviation, ConvNeXtArchitecture.InitialBound);
            else if (tensor.Name.EndsWith("gamma", StringComparison.Ordinal))
                part.Fill((float)architecture.LayerScale);
            else if (tensor.Name.EndsWith("norm.weight", StringComparison.Ordinal))
                part.Fill(1);
            first += tensor.Count;
        }

        return values;
    }
}
