namespace RruffGeo.Stages;

/// <summary>What the paper tells of one trained network; its weights stay where they are.</summary>
/// <param name="Protocol">Fold protocol.</param>
/// <param name="Model">Architecture.</param>
/// <param name="Fold">Held-out fold.</param>
/// <param name="History">One row per epoch.</param>
/// <param name="Configuration">Training configuration.</param>
internal sealed record TrainedBranch(
    string Protocol, string Model, int Fold, IReadOnlyList<EpochRecord> History, IReadOnlyDictionary<string, string> Configuration)
{
    public static TrainedBranch Of(TrainedModel model) =>
        new(model.Branch.Protocol, model.Branch.Model, model.Branch.Fold, model.History, model.Configuration);
}
