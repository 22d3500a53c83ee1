using System.Collections.Immutable;

namespace RruffGeo.Models;

/// <summary>The weights as the kernels use them, or the gradients by these, as views of one flat tensor.</summary>
/// <remarks>
/// LayerNorm's affine part is folded into the linear map that follows it, and γ into the one before it: both are then products of
/// small matrices once a step instead of passes over all features. Convolution kernels lie with neighbouring channels side by side.
/// </remarks>
internal sealed unsafe class FoldedTensors
{
    // Values that are summed over all lanes while they are in the first cache.
    private const int Stretch = 2048;
    private readonly NativeMatrix<float> flat;
    private readonly PassMemory memory;
    private long used;

    /// <summary>All zero, in <paramref name="memory"/>.</summary>
    public FoldedTensors(PassMemory memory, ConvNeXtArchitecture architecture)
    {
        this.memory = memory;
        flat = memory.Take<float>(1, architecture.ParameterCount);
        var widths = architecture.Widths;
        Stem = new(Take(4, widths[0]), Take(1, widths[0]), Take(1, widths[0]), Take(1, widths[0]));
        Halvings = [.. Enumerable.Range(1, widths.Length - 1).Select(stage => new FoldedHalving(Take(widths[stage], 2 * widths[stage - 1]), Take(1, widths[stage])))];
        Blocks = [.. widths.Select((width, stage) => ImmutableArray.CreateRange(Enumerable.Range(0, architecture.Depths[stage]).Select(_ => Block(width))))];
        Head = new(Take(1, widths[^1]), Take(1, widths[^1]), Take(architecture.Classes, widths[^1]), Take(1, architecture.Classes));
    }

    /// <summary>Convolution (4, C), its bias, LayerNorm's weight and bias.</summary>
    public FoldedStem Stem { get; }

    /// <summary>The map before stage 1, 2, ….</summary>
    public ImmutableArray<FoldedHalving> Halvings { get; }

    /// <summary>Blocks by stage.</summary>
    public ImmutableArray<ImmutableArray<FoldedBlock>> Blocks { get; }

    /// <summary>LayerNorm's weight and bias, the linear map's weight and bias.</summary>
    public FoldedHead Head { get; }

    /// <summary>Sets everything to zero.</summary>
    public void Clear() => flat.Values.Clear();

    /// <summary>Number of values.</summary>
    public int Count => flat.Columns;

    /// <summary>Adds <paramref name="others"/>, in their order, over <paramref name="count"/> values from <paramref name="first"/> on, and leaves zeros in them.</summary>
    public void Absorb(ReadOnlySpan<FoldedTensors> others, int first, int count)
    {
        for (var at = first; at < first + count; at += Stretch)
        {
            var target = new Span<float>(flat.Data + at, Math.Min(Stretch, first + count - at));
            foreach (var other in others)
            {
                var source = new Span<float>(other.flat.Data + at, target.Length);
                Rows.AddScaled(target, source, 1);
                source.Clear();
            }
        }
    }

    private FoldedBlock Block(int width)
    {
        var hidden = ConvNeXtArchitecture.Expansion * width;
        return new(Take(ConvNeXtArchitecture.Kernel, width), Take(1, width), Take(hidden, width), Take(1, hidden), Take(width, hidden), Take(1, width));
    }

    private NativeMatrix<float> Take(int rows, int columns)
    {
        var matrix = memory.Part(flat, used, rows, columns);
        used += (long)rows * columns;
        return matrix;
    }
}

/// <summary>The stem's tensors.</summary>
internal sealed record FoldedStem(NativeMatrix<float> Convolution, NativeMatrix<float> Bias, NativeMatrix<float> NormWeight, NativeMatrix<float> NormBias);

/// <summary>The tensors of a map that halves the length: (C', 2·C) with the pair's positions outermost, and (1, C').</summary>
internal sealed record FoldedHalving(NativeMatrix<float> Weight, NativeMatrix<float> Bias);

/// <summary>A block's tensors: (7, C), (1, C), (4·C, C), (1, 4·C), (C, 4·C), (1, C).</summary>
internal sealed record FoldedBlock(
    NativeMatrix<float> Depthwise, NativeMatrix<float> DepthwiseBias, NativeMatrix<float> Expand, NativeMatrix<float> ExpandBias, NativeMatrix<float> Project, NativeMatrix<float> ProjectBias);

/// <summary>The head's tensors.</summary>
internal sealed record FoldedHead(NativeMatrix<float> NormWeight, NativeMatrix<float> NormBias, NativeMatrix<float> Weight, NativeMatrix<float> Bias);
