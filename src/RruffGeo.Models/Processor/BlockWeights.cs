using System.Runtime.Intrinsics;

namespace RruffGeo.Models;

/// <summary>The weights of a block as its products need them.</summary>
/// <param name="folded">The folded weights.</param>
/// <typeparam name="T">Type of the factors of products.</typeparam>
internal abstract class BlockWeights<T>(FoldedBlock folded)
    where T : unmanaged
{
    /// <summary>The folded weights.</summary>
    public FoldedBlock Folded { get; } = folded;

    /// <summary>Takes over the folded weights as they are now.</summary>
    public abstract void Update();

    /// <summary>A pass of slices of at most <paramref name="samples"/> samples of <paramref name="length"/> positions.</summary>
    public abstract BlockPass NewPass(PassMemory memory, int samples, int length, BlockScratch<T> scratch);

    /// <summary>Lays the gradients by the two matrices, as passes have added them, out like the matrices.</summary>
    /// <param name="gradients">Gradients by the folded weights.</param>
    /// <param name="scratch">At least as many values as a matrix has.</param>
    public abstract void Unpack(FoldedBlock gradients, NativeMatrix<float> scratch);
}

/// <summary>For <see cref="LibraryBlockPass{T}"/>: the two matrices themselves, or rounded copies.</summary>
internal sealed unsafe class LibraryBlockWeights<T>(PassMemory memory, FoldedBlock folded) : BlockWeights<T>(folded)
    where T : unmanaged
{
    /// <summary>(4·C, C).</summary>
    public NativeMatrix<T> Expand { get; } = folded.Expand.As<T>() ?? memory.Take<T>(folded.Expand.Rows, folded.Expand.Columns);

    /// <summary>(C, 4·C).</summary>
    public NativeMatrix<T> Project { get; } = folded.Project.As<T>() ?? memory.Take<T>(folded.Project.Rows, folded.Project.Columns);

    /// <inheritdoc/>
    public override void Update()
    {
        if (typeof(T) == typeof(float))
            return;
        Round(Folded.Expand, Expand);
        Round(Folded.Project, Project);
    }

    /// <inheritdoc/>
    public override BlockPass NewPass(PassMemory memory, int samples, int length, BlockScratch<T> scratch) => new LibraryBlockPass<T>(memory, this, samples, length, scratch);

    /// <inheritdoc/>
    public override void Unpack(FoldedBlock gradients, NativeMatrix<float> scratch)
    {
    }

    private static void Round(NativeMatrix<float> from, NativeMatrix<T> to)
    {
        for (var i = 0; i < from.Rows * from.Columns; i += Vector512<float>.Count)
            Sixteen.Store(Vector512.Load(from.Data + i), to.Data + i);
    }
}

/// <summary>For <see cref="TiledBlockPass"/>: the two matrices in panels, each for going forwards and backwards. Gradients are (C, 4·C) in panels, both.</summary>
internal sealed class TiledBlockWeights(PassMemory memory, FoldedBlock folded) : BlockWeights<float>(folded)
{
    /// <summary>(4·C, C).</summary>
    public WeightPanels Expand { get; } = new(memory, folded.Expand);

    /// <summary>(C, 4·C).</summary>
    public WeightPanels Project { get; } = new(memory, folded.Project);

    /// <summary>The gradient by the first matrix, transposed.</summary>
    public Panels ExpandGradient(FoldedBlock gradients) => new(gradients.Expand, Folded.Project.Rows, Folded.Project.Columns);

    /// <summary>The gradient by the second matrix.</summary>
    public Panels ProjectGradient(FoldedBlock gradients) => new(gradients.Project, Folded.Project.Rows, Folded.Project.Columns);

    /// <inheritdoc/>
    public override void Update()
    {
        Expand.Update();
        Project.Update();
    }

    /// <inheritdoc/>
    public override BlockPass NewPass(PassMemory memory, int samples, int length, BlockScratch<float> scratch) => new TiledBlockPass(memory, this, samples, length, scratch);

    /// <inheritdoc/>
    public override void Unpack(FoldedBlock gradients, NativeMatrix<float> scratch)
    {
        var (width, hidden) = (Folded.Project.Rows, Folded.Project.Columns);
        Panels panels = new(scratch, width, hidden);
        gradients.Expand.Values.CopyTo(scratch.Values);
        panels.CopyTransposedTo(gradients.Expand);
        gradients.Project.Values.CopyTo(scratch.Values);
        panels.CopyTo(gradients.Project);
    }
}
