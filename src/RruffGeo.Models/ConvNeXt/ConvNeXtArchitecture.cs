using System.Collections.Immutable;

namespace RruffGeo.Models;

/// <summary>Sizes of a ConvNeXt in one dimension (paper 4.2, eqs. 1–6).</summary>
/// <param name="Classes">Output units, ≥ 2.</param>
public sealed record ConvNeXtArchitecture(int Classes)
{
    /// <summary>Kernel of the depthwise convolution; padded by 3 on both sides (paper 4.2).</summary>
    public const int Kernel = 7;

    /// <summary>Width of the hidden layer of a block in units of the block's width. Paper: not stated; 4 as in ConvNeXt.</summary>
    public const int Expansion = 4;

    /// <summary>ε of every LayerNorm, as in ConvNeXt's code.</summary>
    public const double NormEpsilon = 1e-6;

    /// <summary>Standard deviation of the initial weights (paper eq. 7).</summary>
    public const double InitialDeviation = 0.02;

    /// <summary>Bound of the initial weights, absolute, as in ConvNeXt's code: practically untruncated.</summary>
    public const double InitialBound = 2;

    /// <summary>Blocks in each stage (paper 4.2: 2, 2, 3, 2).</summary>
    public ImmutableArray<int> Depths { get; init; } = [2, 2, 3, 2];

    /// <summary>Channels of each stage (paper 4.2: 32, 64, 128, 256).</summary>
    public ImmutableArray<int> Widths { get; init; } = [32, 64, 128, 256];

    /// <summary>Initial γ (paper 4.3: 1e-6).</summary>
    public double LayerScale { get; init; } = 1e-6;

    /// <summary>How weights and biases start (paper 4.3, eq. 7).</summary>
    public Initialisation Initialisation { get; init; }

    /// <summary>Shortest input: the stem divides the length by 4, each later stage by 2.</summary>
    public int ShortestInput => 4 << (Widths.Length - 1);

    /// <summary>All tensors in canonical order.</summary>
    public ImmutableArray<TensorSpec> Tensors => [.. ListTensors()];

    /// <summary>Number of trained values.</summary>
    public int ParameterCount => Tensors.Sum(tensor => tensor.Count);

    /// <summary>Rates of stochastic depth, block by block: linear from 0 to <paramref name="highest"/>.</summary>
    public ImmutableArray<double> DropPathRates(double highest)
    {
        var blocks = Depths.Sum();
        return [.. Enumerable.Range(0, blocks).Select(block => blocks == 1 ? 0 : highest * block / (blocks - 1))];
    }

    /// <summary>Length of the features in each stage for spectra of <paramref name="points"/> points.</summary>
    /// <exception cref="ArgumentException">The spectra are too short for the network.</exception>
    public ImmutableArray<int> Lengths(int points)
    {
        if (points < ShortestInput)
            throw new ArgumentException(
                $"Spectra of {points} points are too short for a network of {Widths.Length} stages: expected at least {ShortestInput} points (set Resampled.Points).", nameof(points));
        return [.. Enumerable.Range(0, Widths.Length).Select(stage => points / 4 >> stage)];
    }

    /// <summary>Throws if the sizes contradict each other.</summary>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Classes, 2);
        if (Widths.Length == 0 || Widths.Length != Depths.Length || Widths.Length > 8)
            throw new ArgumentException($"Expected as many depths as widths, 1 to 8 of them, but found {Depths.Length} depths and {Widths.Length} widths.");
        foreach (var size in Depths.Concat(Widths))
            if (size is < 1 or > 4096)
                throw new ArgumentException($"Expected depths and widths of 1 … 4096 but found {size}.");
    }

    /// <summary>Tensor and parameter counts part by part, one line each, and the total with and without weight decay on vectors.</summary>
    public string Describe()
    {
        var tensors = Tensors;
        var lines = tensors.GroupBy(tensor => tensor.Part)
            .Select(part => $"{part.Key,-8} {part.Count(),3} tensors {part.Sum(tensor => tensor.Count),10} parameters");
        var matrices = tensors.Where(tensor => tensor.IsMatrix).Sum(tensor => tensor.Count);
        return string.Join('\n', lines)
            + $"\ntotal    {tensors.Length,3} tensors {ParameterCount,10} parameters, of which {matrices} in matrices and {ParameterCount - matrices} in vectors";
    }

    private IEnumerable<TensorSpec> ListTensors()
    {
        yield return new("stem.conv.weight", [Widths[0], 1, 4]);
        yield return new("stem.conv.bias", [Widths[0]]);
        foreach (var tensor in Norm("stem.norm", Widths[0]))
            yield return tensor;
        for (var stage = 0; stage < Widths.Length; stage++)
        {
            var width = Widths[stage];
            if (stage > 0)
            {
                foreach (var tensor in Norm($"down{stage}.norm", Widths[stage - 1]))
                    yield return tensor;
                yield return new($"down{stage}.conv.weight", [width, Widths[stage - 1], 2]);
                yield return new($"down{stage}.conv.bias", [width]);
            }

            for (var block = 0; block < Depths[stage]; block++)
                foreach (var tensor in Block($"stage{stage}.block{block}", width))
                    yield return tensor;
        }

        foreach (var tensor in Norm("norm", Widths[^1]))
            yield return tensor;
        yield return new("head.weight", [Classes, Widths[^1]]);
        yield return new("head.bias", [Classes]);
    }

    private static IEnumerable<TensorSpec> Block(string name, int width) =>
    [
        new($"{name}.dwconv.weight", [width, 1, Kernel]), new($"{name}.dwconv.bias", [width]),
        .. Norm($"{name}.norm", width),
        new($"{name}.pwconv1.weight", [Expansion * width, width]), new($"{name}.pwconv1.bias", [Expansion * width]),
        new($"{name}.pwconv2.weight", [width, Expansion * width]), new($"{name}.pwconv2.bias", [width]),
        new($"{name}.gamma", [width]),
    ];

    private static IEnumerable<TensorSpec> Norm(string name, int width) => [new($"{name}.weight", [width]), new($"{name}.bias", [width])];
}
