using System.Collections.Immutable;

namespace RruffGeo.Presentation.Figures;

/// <summary>What figure 6 needs to know of a trained ConvNeXt1D; every number is read from its tensors or its configuration.</summary>
public sealed record NetworkOutline
{
    /// <summary>Points of the input spectrum; null if not known.</summary>
    public int? InputLength { get; init; }

    /// <summary>Kernel length of the stem, which is also its stride (paper eq. 2).</summary>
    public required int StemKernel { get; init; }

    /// <summary>Blocks in each stage (paper 4.2).</summary>
    public required ImmutableArray<int> Depths { get; init; }

    /// <summary>Channels of each stage (paper 4.2).</summary>
    public required ImmutableArray<int> Widths { get; init; }

    /// <summary>Kernel lengths of the down-sampling layers before stages 2, 3, …; empty if there are none.</summary>
    public required ImmutableArray<int> DownKernels { get; init; }

    /// <summary>Kernel length of the depthwise convolution.</summary>
    public required int BlockKernel { get; init; }

    /// <summary>Channels of the hidden layer of a block as a multiple of the block's own.</summary>
    public required int Expansion { get; init; }

    /// <summary>Classes, that is countries.</summary>
    public required int Classes { get; init; }

    /// <summary>Trained numbers in all.</summary>
    public required long Parameters { get; init; }

    /// <summary>Highest drop-path rate, as the configuration has it; empty if not stated.</summary>
    public string DropPath { get; init; } = "";

    /// <summary>Initial layer scale γ, as the configuration has it; empty if not stated.</summary>
    public string LayerScale { get; init; } = "";
}
