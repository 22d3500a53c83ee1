namespace RruffGeo.Models;

/// <summary>A block by products of our own, in tiles that are activated as soon as they are there: for float32.</summary>
internal sealed unsafe class TiledBlockPass : BlockPass
{
    private readonly TiledBlockWeights factors;
    private readonly NativeMatrix<float> normalised, inverse, narrow;
    private readonly Panels activation, derivative, wide;

    /// <summary>Buffers for <paramref name="samples"/> samples of <paramref name="length"/> positions.</summary>
    public TiledBlockPass(PassMemory memory, TiledBlockWeights factors, int samples, int length, BlockScratch<float> scratch)
        : base(factors.Folded, length)
    {
        (this.factors, narrow) = (factors, scratch.Narrow);
        var (rows, hidden) = (samples * length, factors.Folded.Project.Columns);
        normalised = memory.Take<float>(rows, Width);
        inverse = memory.Take<float>(rows, 1);
        activation = new(memory.Take<float>(rows, hidden), rows, hidden);
        derivative = new(memory.Take<float>(rows, hidden), rows, hidden);
        wide = new(scratch.Hidden, rows, hidden);
    }

    /// <inheritdoc/>
    public override void Forward(NativeMatrix<float> x, NativeMatrix<float> next, ReadOnlySpan<float> branch, int samples)
    {
        var rows = samples * Length;
        Convolve(x, normalised, next, branch, samples);
        RowNorm.Forward(normalised.Data, normalised.Data, inverse.Data, rows, Width);
        var (expand, project) = (factors.Expand.Forwards, factors.Project.Forwards);
        TiledProduct.Run(TileFactor.Of(normalised), rows, expand, TileTarget.Of(activation, add: false), new GeluFinish(derivative, Weights.ExpandBias, branch, Length));
        TiledProduct.Run(TileFactor.Of(activation), rows, project, TileTarget.Of(next, project, add: true));
    }

    /// <inheritdoc/>
    public override void Backward(FoldedBlock gradients, NativeMatrix<float> x, NativeMatrix<float> gradient, ReadOnlySpan<float> branch, int samples)
    {
        var rows = samples * Length;
        AddProjectBias(gradients, gradient, gradient, branch, samples);
        var (expand, project) = (factors.Expand.Backwards, factors.Project.Backwards);
        TiledProduct.Run(TileFactor.Transposed(gradient, rows), Width, activation, TileTarget.Of(factors.ProjectGradient(gradients), add: true));
        TiledProduct.Run(TileFactor.Of(gradient), rows, project, TileTarget.Of(wide, add: false), new GeluBackwardFinish(derivative, gradients.ExpandBias));
        TiledProduct.Run(TileFactor.Transposed(normalised, rows), Width, wide, TileTarget.Of(factors.ExpandGradient(gradients), add: true));
        TiledProduct.Run(TileFactor.Of(wide), rows, expand, TileTarget.Of(narrow, expand, add: false));
        RowNorm.Backward(narrow.Data, normalised.Data, inverse.Data, rows, Width);
        ConvolveBackwards(gradients, x, narrow, gradient, samples);
    }
}
