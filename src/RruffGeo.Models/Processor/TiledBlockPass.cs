namespace RruffGeo.Models;

/// <summary>A block by products of our own, in tiles that are activated as soon as they are there: for float32.</summary>
internal sealed unsafe class TiledBlockPass : IBlockPass
{
    private readonly int length, width;
    private readonly TiledBlockWeights factors;
    private readonly NativeMatrix<float> normalised, inverse, narrow;
    private readonly Panels activation, derivative, wide;

    /// <summary>Buffers for <paramref name="samples"/> samples of <paramref name="length"/> positions.</summary>
    public TiledBlockPass(PassMemory memory, TiledBlockWeights factors, int samples, int length, BlockScratch<float> scratch)
    {
        (this.factors, this.length, width, narrow) = (factors, length, factors.Folded.Project.Rows, scratch.Narrow);
        var (rows, hidden) = (samples * length, factors.Folded.Project.Columns);
        normalised = memory.Take<float>(rows, width);
        inverse = memory.Take<float>(rows, 1);
        activation = new(memory.Take<float>(rows, hidden), rows, hidden);
        derivative = new(memory.Take<float>(rows, hidden), rows, hidden);
        wide = new(scratch.Hidden, rows, hidden);
    }

    /// <inheritdoc/>
    public void Forward(NativeMatrix<float> x, NativeMatrix<float> next, ReadOnlySpan<float> branch, int samples)
    {
        var (weights, rows) = (factors.Folded, samples * length);
        for (var sample = 0; sample < samples; sample++)
            Depthwise.Forward(
                x.Row(sample * length), normalised.Row(sample * length), next.Row(sample * length), weights.ProjectBias.Data, branch.IsEmpty ? 1 : branch[sample],
                weights.Depthwise.Data, weights.DepthwiseBias.Data, length, width);
        RowNorm.Forward(normalised.Data, normalised.Data, inverse.Data, rows, width);
        var (expand, project) = (factors.Expand.Forwards, factors.Project.Forwards);
        TiledProduct.Run(TileFactor.Of(normalised), rows, expand, TileTarget.Of(activation, add: false), new GeluFinish(derivative, weights.ExpandBias, branch, length));
        TiledProduct.Run(TileFactor.Of(activation), rows, project, TileTarget.Of(next, project, add: true));
    }

    /// <inheritdoc/>
    public void Backward(FoldedBlock gradients, NativeMatrix<float> x, NativeMatrix<float> gradient, ReadOnlySpan<float> branch, int samples)
    {
        var (weights, rows) = (factors.Folded, samples * length);
        for (var sample = 0; sample < samples; sample++)
            RowSums.AddAll(gradient.Row(sample * length), branch.IsEmpty ? 1 : branch[sample], gradients.ProjectBias.Data, gradient.Row(sample * length), length, width);
        var (expand, project) = (factors.Expand.Backwards, factors.Project.Backwards);
        TiledProduct.Run(TileFactor.Transposed(gradient, rows), width, activation, TileTarget.Of(factors.ProjectGradient(gradients), add: true));
        TiledProduct.Run(TileFactor.Of(gradient), rows, project, TileTarget.Of(wide, add: false), new GeluBackwardFinish(derivative, gradients.ExpandBias));
        TiledProduct.Run(TileFactor.Transposed(normalised, rows), width, wide, TileTarget.Of(factors.ExpandGradient(gradients), add: true));
        TiledProduct.Run(TileFactor.Of(wide), rows, expand, TileTarget.Of(narrow, expand, add: false));
        RowNorm.Backward(narrow.Data, normalised.Data, inverse.Data, rows, width);
        for (var sample = 0; sample < samples; sample++)
            Depthwise.Backward(
                x.Row(sample * length), narrow.Row(sample * length), weights.Depthwise.Data, gradient.Row(sample * length),
                gradients.Depthwise.Data, gradients.DepthwiseBias.Data, length, width);
    }
}
