using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>The baselines without a network, each from the training rows of the fold alone (SCIENCE section 7).</summary>
internal static class BaselinePredictions
{
    /// <summary>Names the nearest-neighbour baseline.</summary>
    public const string Cosine = "cosine-1nn";

    /// <summary>All baselines under one protocol.</summary>
    /// <param name="rows">The rows that are measured.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="nearest">Nearest training row of each row.</param>
    /// <param name="grid">The grid on which masks are counted.</param>
    /// <param name="features">[feature][row] of the metadata baseline.</param>
    public static IEnumerable<ModelPredictions> Of(
        EvaluationRows rows, ProtocolTask protocol, int[] nearest, ResamplingGrid grid,
        IReadOnlyList<IReadOnlyList<string>> features)
    {
        var task = protocol.Task;
        PaddingMask[] masks = [.. rows.Resampled.Select(spectrum => PaddingMask.Of(
            spectrum.NativeFirst, spectrum.NativeLast, grid.First, grid.Last, grid.Points))];
        yield return Named("majority", MajorityBaseline.Predict(task));
        yield return Named("species-prior", SpeciesPriorBaseline.Predict(task, Protocols.SpeciesOf(rows.Spectra)));
        yield return Named(Cosine, new HeldOutPredictions(Array.ConvertAll(nearest, row => task.Classes[row])));
        yield return Named("padding-mask", PaddingMaskBaseline.Predict(task, masks));
        yield return Named("metadata", MetadataBaseline.Predict(task, features));

        ModelPredictions Named(string model, HeldOutPredictions predictions) =>
            new(protocol.Protocol, model, ModelOrigin.Baseline, task, predictions);
    }
}
