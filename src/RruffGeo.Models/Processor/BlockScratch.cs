namespace RruffGeo.Models;

/// <summary>What all blocks of a stage use one after the other, and so stays in the caches.</summary>
/// <remarks>Where factors of products are float32 themselves, they are the same memory and nothing is copied.</remarks>
/// <typeparam name="T">Type of the factors of matrix products.</typeparam>
internal sealed class BlockScratch<T>
    where T : unmanaged
{
    /// <summary>Buffers of <paramref name="rows"/> positions; the wide ones lie in memory that all stages share.</summary>
    /// <param name="memory">Where they lie.</param>
    /// <param name="wide">At least rows × 4·width values.</param>
    /// <param name="wideFactor">As many of the factors' type; not used where that is float32.</param>
    /// <param name="rows">Positions of all samples of a slice.</param>
    /// <param name="width">Channels.</param>
    public BlockScratch(PassMemory memory, NativeMatrix<float> wide, NativeMatrix<T>? wideFactor, int rows, int width)
    {
        Hidden = memory.Part(wide, 0, rows, ConvNeXtArchitecture.Expansion * width);
        Narrow = memory.Take<float>(rows, width);
        HiddenFactor = Hidden.As<T>() ?? memory.Part(wideFactor!, 0, rows, ConvNeXtArchitecture.Expansion * width);
        NarrowFactor = Narrow.As<T>() ?? memory.Take<T>(rows, width);
    }

    /// <summary>rows × 4·width.</summary>
    public NativeMatrix<float> Hidden { get; }

    /// <summary>rows × width.</summary>
    public NativeMatrix<float> Narrow { get; }

    /// <summary>rows × 4·width.</summary>
    public NativeMatrix<T> HiddenFactor { get; }

    /// <summary>rows × width.</summary>
    public NativeMatrix<T> NarrowFactor { get; }
}
