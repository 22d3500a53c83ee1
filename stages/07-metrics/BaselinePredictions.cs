using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>The baselines without a network, each from the training rows of the fold alone (SCIENCE section 7).</summary>
internal static class BaselinePredictions
{
    /// <summary>Names the nearest-neighbour baseline.</summary>
    public const string Cosine = "cosine-1nn";

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
        PaddingMask[] masks = [.. rows.Resampled.Select(spectrum => PaddingMask.Of(
            spectrum.NativeFirst, spectrum.NativeLast, grid.First, grid.Last, grid.Points))];
        yield return Named("majority", MajorityBaseline.Predict(task));
        yield return Named("species-prior", SpeciesPriorBaseline.Predict(task, Protocols.SpeciesOf(rows.Spectra)));
        yield return Named(Cosine, NeighbourVote.Predict(task, nearest, place, 1));
        yield return Named("cosine-5nn", NeighbourVote.Predict(task, nearest, place, Neighbours));
        yield return Named("padding-mask", PaddingMaskBaseline.Predict(task, masks));
        yield return Named("metadata", MetadataBaseline.Predict(task, features));

        ModelPredictions Named(string model, HeldOutPredictions predictions) =>
            new(protocol.Protocol, model, ModelOrigin.Baseline, task, predictions);
    }
}
