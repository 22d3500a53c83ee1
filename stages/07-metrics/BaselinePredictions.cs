using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>The baselines without a network, each from the training rows of the fold alone (SCIENCE section 7).</summary>
internal static class BaselinePredictions
{
    /// <summary>Names the nearest-neighbour baseline.</summary>
    public const string Cosine = "cosine-1nn";

    /// <summary>Names the baseline that knows the mineral alone.</summary>
    public const string SpeciesPrior = "species-prior";

    /// <summary>Neighbours of the larger nearest-neighbour baseline.</summary>
    public const int Neighbours = 5;

    /// <summary>All baselines under one protocol.</summary>
    /// <param name="rows">The rows that are measured.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="nearest">Nearest training rows of each row.</param>
    /// <param name="place">Place of the protocol among those of <paramref name="nearest"/>.</param>
    /// <param name="grid">The grid on which masks are counted.</param>
    /// <param name="features">[feature][row] of the metadata baseline.</param>
    public static IEnumerable<ModelPredictions> Of(
        EvaluationRows rows, ProtocolTask protocol, NearestNeighbours nearest, int place, ResamplingGrid grid,
        IReadOnlyList<IReadOnlyList<string>> features)
    {
        var task = protocol.Task;
        foreach (var model in OfUnits(rows, protocol, nearest, place))
            yield return model;
        PaddingMask[] masks = [.. rows.Resampled.Select(spectrum => PaddingMask.Of(
            spectrum.NativeFirst, spectrum.NativeLast, grid.First, grid.Last, grid.Points))];
        yield return Named(protocol, "padding-mask", PaddingMaskBaseline.Predict(task, masks));
        yield return Named(protocol, "metadata", MetadataBaseline.Predict(task, features));
    }

    /// <summary>The baselines that any table of rows has: majority, species prior (none where no species is known), nearest neighbours.</summary>
    /// <param name="rows">The rows that are measured.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="nearest">Nearest training rows of each row.</param>
    /// <param name="place">Place of the protocol among those of <paramref name="nearest"/>.</param>
    public static IEnumerable<ModelPredictions> OfUnits(EvaluationRows rows, ProtocolTask protocol, NearestNeighbours nearest, int place)
    {
        var task = protocol.Task;
        yield return Named(protocol, "majority", MajorityBaseline.Predict(task));
        if (rows.Spectra.Any(row => row.Mineral.Length > 0))
            yield return Named(protocol, SpeciesPrior, SpeciesPriorBaseline.Predict(task, Protocols.SpeciesOf(rows.Spectra)));
        yield return Named(protocol, Cosine, NeighbourVote.Predict(task, nearest, place, 1));
        yield return Named(protocol, "cosine-5nn", NeighbourVote.Predict(task, nearest, place, Neighbours));
    }

    private static ModelPredictions Named(ProtocolTask protocol, string model, HeldOutPredictions predictions) =>
        new(protocol.Protocol, model, ModelOrigin.Baseline, protocol.Task, predictions);
}
