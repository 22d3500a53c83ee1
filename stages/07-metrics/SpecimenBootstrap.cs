using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>Accuracies over a set of rows with the intervals of the accuracies and of their differences. All models and protocols see the same draws of specimens.</summary>
internal sealed class SpecimenBootstrap
{
    private readonly Dictionary<ModelPredictions, double[]> draws = new(ReferenceEqualityComparer.Instance);
    private readonly bool[] counted;

    /// <summary>Draws specimens and keeps the accuracy of every model in every draw.</summary>
    /// <param name="models">The models.</param>
    /// <param name="rows">The rows that are measured.</param>
    /// <param name="counted">Those of them that count, at least one.</param>
    /// <param name="parameters">Draws and seed.</param>
    /// <param name="cancellation">Checked once per draw.</param>
    public SpecimenBootstrap(
        IReadOnlyList<ModelPredictions> models, EvaluationRows rows, bool[] counted, MetricsParameters parameters, CancellationToken cancellation)
    {
        this.counted = counted;
        var accuracies = ClusterBootstrap.Accuracies(
            [.. models.Select(model => ClusterTotals.Of(rows.Specimens, rows.SpecimenCount, model.Hits, counted))],
            parameters.BootstrapDraws, (uint)parameters.Seed, cancellation);
        for (var i = 0; i < accuracies.Length; i++)
            draws[models[i]] = accuracies[i];
    }

    /// <summary>Draws rows instead, as if they were independent: what the intervals would be without specimens, for contrast.</summary>
    /// <returns>The interval of the pooled accuracy of each model.</returns>
    public static Interval[] OfRows(IReadOnlyList<ModelPredictions> models, MetricsParameters parameters, CancellationToken cancellation)
    {
        var one = models.Count == 0 ? [] : Array.ConvertAll(models[0].Hits, _ => 1);
        var accuracies = ClusterBootstrap.Accuracies(
            [.. models.Select(model => new ClusterTotals(Array.ConvertAll(model.Hits, hit => hit ? 1 : 0), one))],
            parameters.BootstrapDraws, (uint)parameters.Seed, cancellation);
        return Array.ConvertAll(accuracies, draws => Interval.Percentile(draws));
    }

    /// <summary>Rows that count.</summary>
    public int Rows => counted.Count(row => row);

    /// <summary>Whether a row counts.</summary>
    public bool Counts(int row) => counted[row];

    /// <summary>Share of the rows that count which a model predicts rightly.</summary>
    public double AccuracyOf(ModelPredictions model) =>
        model.Hits.Where((hit, row) => hit && counted[row]).Count() / (double)Rows;

    /// <summary>Interval of a model's pooled accuracy.</summary>
    public Interval OfAccuracy(ModelPredictions model) => Interval.Percentile(draws[model]);

    /// <summary>Interval of (accuracy of <paramref name="model"/> − accuracy of <paramref name="other"/>).</summary>
    public Interval OfDifference(ModelPredictions model, ModelPredictions other) =>
        Interval.Percentile(draws[model].Zip(draws[other], (one, two) => one - two));
}
