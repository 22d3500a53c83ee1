using System.Runtime.Intrinsics;

namespace RruffGeo.Models;

/// <summary>How batches are cut for <see cref="ProcessorPass{T}"/>.</summary>
internal static class ProcessorSlices
{
    private const int Largest = 16;

    // Activations and their derivatives in the widest block of a slice, beside which a second-level cache of these days holds a block's other matrices.
    private const long Bytes = 1 << 20;

    /// <summary>True if every width fills whole vectors of this processor.</summary>
    public static bool CanRun(ConvNeXtArchitecture architecture) => architecture.Widths.All(width => width % Vector512<float>.Count == 0);

    /// <summary>Spectra of a slice: as many as a cache holds, at most 16; 4 of the paper's network at 1,024 points.</summary>
    public static int Size(ConvNeXtArchitecture architecture, int points)
    {
        var values = architecture.Lengths(points).Zip(architecture.Widths).Max(stage => (long)stage.First * ConvNeXtArchitecture.Expansion * stage.Second);
        return (int)Math.Clamp(Bytes / (2 * sizeof(float) * values), 1, Largest);
    }
}
