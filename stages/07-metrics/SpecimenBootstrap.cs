using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>Intervals of pooled accuracies and of their differences. All models and protocols see the same draws of specimens.</summary>
internal sealed class SpecimenBootstrap
{
    private readonly Dictionary<ModelPredictions, double[]> draws = new(ReferenceEqualityComparer.Instance);

    /// <summary>Draws specimens and keeps the accuracy of every model in every draw.</summary>
    public SpecimenBootstrap(
        IReadOnlyList<ModelPredictions> models, EvaluationRows rows, MetricsParameters parameters, CancellationToken cancellation)
    {
        var accuracies = ClusterBootstrap.Accuracies(
            [.. models.Select(model => ClusterTotals.Of(rows.Specimens, rows.SpecimenCount, model.Hits))],
            parameters.BootstrapDraws, (uint)parameters.Seed, cancellation);
        for (var i = 0; i < accuracies.Length; i++)
            draws[models[i]] = accuracies[i];
    }

    /// <summary>Interval of a model's pooled accuracy.</summary>
    public Interval OfAccuracy(ModelPredictions model) => Interval.Percentile(draws[model]);

    /// <summary>Interval of (accuracy of <paramref name="model"/> − accuracy of <paramref name="other"/>).</summary>
    public Interval OfDifference(ModelPredictions model, ModelPredictions other) =>
        Interval.Percentile(draws[model].Zip(draws[other], (one, two) => one - two));
}
