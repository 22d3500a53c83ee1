using System.Collections.Immutable;
using System.Runtime.Intrinsics;

namespace RruffGeo.Models;

/// <summary>The two matrices of a block as factors of products: (4·C, C) and (C, 4·C).</summary>
internal sealed record BlockFactors<T>(NativeMatrix<T> Expand, NativeMatrix<T> Project)
    where T : unmanaged;

/// <summary>The matrices of all blocks as factors of products: the folded weights themselves, or rounded copies.</summary>
internal sealed unsafe class NetworkFactors<T>
    where T : unmanaged
{
    private readonly FoldedTensors weights;

    /// <summary>Those of <paramref name="weights"/>, which must outlive this.</summary>
    public NetworkFactors(PassMemory memory, FoldedTensors weights)
    {
        this.weights = weights;
        Blocks = [.. weights.Blocks.Select(stage => stage.Select(block => new BlockFactors<T>(Own(block.Expand), Own(block.Project))).ToImmutableArray())];

        NativeMatrix<T> Own(NativeMatrix<float> matrix) => matrix.As<T>() ?? memory.Take<T>(matrix.Rows, matrix.Columns);
    }

    /// <summary>By stage.</summary>
    public ImmutableArray<ImmutableArray<BlockFactors<T>>> Blocks { get; }

    /// <summary>Takes over the weights as they are now.</summary>
    public void Update()
    {
        if (typeof(T) == typeof(float))
            return;
        foreach (var (folded, factors) in weights.Blocks.SelectMany(stage => stage).Zip(Blocks.SelectMany(stage => stage)))
        {
            Round(folded.Expand, factors.Expand);
            Round(folded.Project, factors.Project);
        }
    }

    private static void Round(NativeMatrix<float> from, NativeMatrix<T> to)
    {
        for (var i = 0; i < from.Rows * from.Columns; i += Vector512<float>.Count)
            Sixteen.Store(Vector512.Load(from.Data + i), to.Data + i);
    }
}
