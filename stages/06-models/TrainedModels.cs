using System.Collections.Immutable;
using RruffGeo.Artifacts;

namespace RruffGeo.Stages;

/// <summary>The trained branches of stage 06, in ordinal order of protocol as listed, then model, then fold.</summary>
/// <param name="Branches">One trained network for each (protocol, model, fold).</param>
public sealed record TrainedModels(ImmutableArray<TrainedModel> Branches);

/// <summary>What is trained by one branch of stage 06: the folds other than <paramref name="Fold"/> train, that fold is predicted.</summary>
/// <param name="Protocol">Protocol of stage 05.</param>
/// <param name="Model">Name of the architecture, such as <c>convnext1d</c>.</param>
/// <param name="Fold">Held-out fold, 0 … k−1.</param>
public sealed record ModelBranch(string Protocol, string Model, int Fold);

/// <summary>One trained network with its history and held-out predictions.</summary>
/// <param name="branch">Which branch this is.</param>
/// <param name="folder">Holds <c>models.parquet</c>, the same as <c>model.safetensors</c>, <c>history.parquet</c> and <c>predictions.parquet</c>.</param>
public sealed class TrainedModel(ModelBranch branch, string folder)
{
    /// <summary>Names this artifact to the engine; its folder holds one folder per branch.</summary>
    public static Artifact<TrainedModel> ArtifactOf(ModelBranch branch) =>
        new("06-models", 1, folder => new TrainedModel(branch, folder)) { Tier = Tier.Tolerance(1e-3) };

    /// <summary>Which branch this is.</summary>
    public ModelBranch Branch => branch;

    /// <summary>Named tensors of the network, at the averaged (evaluation) weights, in canonical order.</summary>
    public IReadOnlyList<ModelTensor> Tensors => ParquetTable.Read<ModelTensor>(Path.Combine(folder, "models.parquet"));

    /// <summary>Training history, one row per epoch.</summary>
    public IReadOnlyList<EpochRecord> History => ParquetTable.Read<EpochRecord>(Path.Combine(folder, "history.parquet"));

    /// <summary>Logits of every held-out spectrum, in the order of <c>folds.parquet</c>.</summary>
    public IReadOnlyList<HeldOutPrediction> Predictions => ParquetTable.Read<HeldOutPrediction>(Path.Combine(folder, "predictions.parquet"));

    /// <summary>Training configuration: architecture, optimiser, device, threads.</summary>
    public IReadOnlyDictionary<string, string> Configuration => ParquetTable.ReadMetadata(Path.Combine(folder, "models.parquet"));
}
