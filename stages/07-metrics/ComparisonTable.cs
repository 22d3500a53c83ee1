using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>Makes the rows of <c>comparisons.parquet</c>: networks beside baselines, and fitted classifiers beside the species prior, on the same rows.</summary>
internal static class ComparisonTable
{
    /// <summary>Names the comparison over all rows.</summary>
    public const string AllRows = "all";

    /// <summary>Names the comparison over rows of species that occur in two countries or more, where the name of the mineral does not settle the country.</summary>
    public const string WideSpecies = "species in two countries or more";

    /// <summary>Whether each row's species occurs in two countries or more.</summary>
    public static bool[] OfWideSpecies(EvaluationRows rows)
    {
        var species = Protocols.SpeciesOf(rows.Spectra);
        var wide = Enumerable.Range(0, species.Length)
            .GroupBy(row => species[row], row => rows.Spectra[row].Country, StringComparer.Ordinal)
            .Where(countries => countries.Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(countries => countries.Key).ToHashSet(StringComparer.Ordinal);
        return [.. species.Select(wide.Contains)];
    }

    /// <summary>Every network of a protocol against every baseline of it, and every fitted classifier against the species prior: does it know anything but the species?</summary>
    /// <param name="subset"><see cref="AllRows"/> or <see cref="WideSpecies"/>.</param>
    /// <param name="protocol">Protocol of stage 05.</param>
    /// <param name="rows">The rows that are measured.</param>
    /// <param name="models">The models of every protocol.</param>
    /// <param name="bootstrap">Draws over the rows of the subset.</param>
    public static IEnumerable<ModelComparison> Of(
        string subset, string protocol, EvaluationRows rows, IReadOnlyList<ModelPredictions> models, SpecimenBootstrap bootstrap) =>
        bootstrap.Rows == 0
            ? []
            : from network in models
              where network.Protocol == protocol && (network.Origin == ModelOrigin.Network || network.Predictions.Logits is not null)
              from baseline in models
              where baseline.Protocol == protocol && baseline.Origin == ModelOrigin.Baseline
              where network.Origin == ModelOrigin.Network || baseline.Model == BaselinePredictions.SpeciesPrior
              select Compare(subset, network, baseline, rows, bootstrap);

    private static ModelComparison Compare(
        string subset, ModelPredictions network, ModelPredictions baseline, EvaluationRows rows, SpecimenBootstrap bootstrap)
    {
        var interval = bootstrap.OfDifference(network, baseline);
        var (byNetwork, byBaseline) = (RightSpecimens(network, rows, bootstrap), RightSpecimens(baseline, rows, bootstrap));
        var (onlyNetwork, onlyBaseline) = (byNetwork.Except(byBaseline).Count(), byBaseline.Except(byNetwork).Count());
        return new ModelComparison
        {
            Protocol = network.Protocol,
            Model = network.Model,
            Baseline = baseline.Model,
            Subset = subset,
            Rows = bootstrap.Rows,
            Gain = bootstrap.AccuracyOf(network) - bootstrap.AccuracyOf(baseline),
            Low = interval.Low,
            High = interval.High,
            OnlyModelRight = onlyNetwork,
            OnlyBaselineRight = onlyBaseline,
            PValue = McNemar.Exact(onlyNetwork, onlyBaseline),
        };
    }

    private static HashSet<int> RightSpecimens(ModelPredictions model, EvaluationRows rows, SpecimenBootstrap bootstrap) =>
        [.. Enumerable.Range(0, model.Hits.Length).Where(bootstrap.Counts).GroupBy(row => rows.Specimens[row])
            .Where(specimen => 2 * specimen.Count(row => model.Hits[row]) > specimen.Count())
            .Select(specimen => specimen.Key)];
}
