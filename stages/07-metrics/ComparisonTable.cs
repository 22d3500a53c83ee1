using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>Makes the rows of <c>comparisons.parquet</c>: networks beside baselines on the same rows.</summary>
internal static class ComparisonTable
{
    /// <summary>Every network of a protocol against every baseline of it.</summary>
    public static IEnumerable<ModelComparison> Of(
        string protocol, EvaluationRows rows, IReadOnlyList<ModelPredictions> models, SpecimenBootstrap bootstrap) =>
        from network in models
        where network.Protocol == protocol && network.Origin == ModelOrigin.Network
        from baseline in models
        where baseline.Protocol == protocol && baseline.Origin == ModelOrigin.Baseline
        select Compare(network, baseline, rows, bootstrap);

    private static ModelComparison Compare(
        ModelPredictions network, ModelPredictions baseline, EvaluationRows rows, SpecimenBootstrap bootstrap)
    {
        var interval = bootstrap.OfDifference(network, baseline);
        var (byNetwork, byBaseline) = (RightSpecimens(network, rows), RightSpecimens(baseline, rows));
        var (onlyNetwork, onlyBaseline) = (byNetwork.Except(byBaseline).Count(), byBaseline.Except(byNetwork).Count());
        return new ModelComparison
        {
            Protocol = network.Protocol,
            Model = network.Model,
            Baseline = baseline.Model,
            Gain = network.Accuracy - baseline.Accuracy,
            Low = interval.Low,
            High = interval.High,
            OnlyModelRight = onlyNetwork,
            OnlyBaselineRight = onlyBaseline,
            PValue = McNemar.Exact(onlyNetwork, onlyBaseline),
        };
    }

    private static HashSet<int> RightSpecimens(ModelPredictions model, EvaluationRows rows) =>
        [.. Enumerable.Range(0, model.Hits.Length).GroupBy(row => rows.Specimens[row])
            .Where(specimen => 2 * specimen.Count(row => model.Hits[row]) > specimen.Count())
            .Select(specimen => specimen.Key)];
}
