using System.Collections.Immutable;
using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>The fitted classifiers, in order of protocol as listed, then classifier, then fold.</summary>
/// <param name="Branches">One for each (protocol, classifier, fold).</param>
public sealed record FittedBaselines(ImmutableArray<FittedBaseline> Branches);

/// <summary>One fitted classifier's predictions of the fold it never saw.</summary>
/// <param name="branch">Which branch this is.</param>
/// <param name="folder">Holds <c>predictions.parquet</c>.</param>
public sealed class FittedBaseline(ModelBranch branch, string folder)
{
    /// <summary>Names this artifact to the engine; its folder holds one folder per branch.</summary>
    public static Artifact<FittedBaseline> ArtifactOf(ModelBranch branch) =>
        new("06-baselines", 1, folder => new FittedBaseline(branch, folder));

    /// <summary>Which branch this is.</summary>
    public ModelBranch Branch => branch;

    /// <summary>Log-probabilities of every held-out spectrum, in the order of <c>folds.parquet</c>.</summary>
    public IReadOnlyList<HeldOutPrediction> Predictions => ParquetTable.Read<HeldOutPrediction>(Path.Combine(folder, "predictions.parquet"));
}
