using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>Reads the held-out logits of trained networks or fitted classifiers.</summary>
internal sealed class TrainedPredictions
{
    private readonly string folder;
    private readonly ModelOrigin origin;
    private readonly IEnumerable<(ModelBranch Branch, Func<IReadOnlyList<HeldOutPrediction>> Predictions)> branches;

    private TrainedPredictions(
        string folder, ModelOrigin origin, IEnumerable<(ModelBranch Branch, Func<IReadOnlyList<HeldOutPrediction>> Predictions)> branches) =>
        (this.folder, this.origin, this.branches) = (folder, origin, branches);

    /// <summary>Those of stage 06.</summary>
    public static TrainedPredictions Of(TrainedModels models) => new(
        "06-models", ModelOrigin.Network, models.Branches.Select(model => (model.Branch, (Func<IReadOnlyList<HeldOutPrediction>>)(() => model.Predictions))));

    /// <summary>Those of the classifiers beside it.</summary>
    public static TrainedPredictions Of(FittedBaselines baselines) => new(
        "06-baselines", ModelOrigin.Baseline, baselines.Branches.Select(model => (model.Branch, (Func<IReadOnlyList<HeldOutPrediction>>)(() => model.Predictions))));

    private string Target => origin == ModelOrigin.Network ? "Models" : "Baselines";

    /// <summary>One entry for each (protocol, model), in the order of the branches; rows of folds that were not trained are predicted as −1.</summary>
    /// <exception cref="InvalidDataException">Predictions do not belong to the folds, are incomplete, or are no numbers.</exception>
    public IEnumerable<ModelPredictions> Read(EvaluationRows rows, CancellationToken cancellation)
    {
        foreach (var model in branches.GroupBy(entry => (entry.Branch.Protocol, entry.Branch.Model)))
        {
            var task = rows.Protocols.FirstOrDefault(entry => entry.Protocol == model.Key.Protocol)?.Task
                ?? throw new InvalidDataException(
                    $"{folder}: a model was trained under protocol '{model.Key.Protocol}', which folds.parquet lacks. Rerun stage Folds.");
            var logits = new float[]?[task.Rows];
            foreach (var (branch, predictions) in model)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var prediction in predictions())
                    logits[RowOf(prediction, branch, rows, task)] = prediction.Logits;
            }
            var trained = model.Select(branch => branch.Branch.Fold).ToHashSet();
            for (var row = 0; row < task.Rows; row++)
                if (logits[row] is null && trained.Contains(task.Folds[row]))
                    throw new InvalidDataException(
                        $"{folder}/{model.Key.Protocol}/{model.Key.Model}/fold-{task.Folds[row]} does not predict spectrum " +
                        $"'{rows.Spectra[row].SpectrumId}', expected every spectrum that the fold holds out. Rerun stage {Target}.");
            var held = WithTemperature(HeldOutPredictions.FromLogits(logits, task.Classes), task, rows.Halves);
            yield return new ModelPredictions(model.Key.Protocol, model.Key.Model, origin, task, held);
        }
    }

    private static HeldOutPredictions WithTemperature(HeldOutPredictions predictions, FoldedTask task, int[] halves)
    {
        var temperatures = TemperatureScaling.FitByHalves(task, predictions.Logits!, halves);
        return predictions with
        {
            Temperatures = temperatures,
            ScaledScores = ProbabilityScores.Of(predictions.Logits!, task.Classes, row => temperatures[row]),
        };
    }

    private int RowOf(HeldOutPrediction prediction, ModelBranch branch, EvaluationRows rows, FoldedTask task)
    {
        var place = $"{folder}/{branch.Protocol}/{branch.Model}/fold-{branch.Fold}: spectrum '{prediction.SpectrumId}'";
        if (!rows.RowOfId.TryGetValue(prediction.SpectrumId, out var row))
            throw new InvalidDataException($"{place} is not in folds.parquet. Rerun stage {Target}.");
        if (task.Folds[row] != branch.Fold || task.Classes[row] != prediction.Class)
            throw new InvalidDataException(
                $"{place} was predicted as held out by fold {branch.Fold} with class {prediction.Class}, " +
                $"expected fold {task.Folds[row]} and class {task.Classes[row]}. Rerun stage {Target}.");
        if (prediction.Logits.Length != task.ClassCount)
            throw new InvalidDataException($"{place} has {prediction.Logits.Length} logits, expected {task.ClassCount}. Rerun stage {Target}.");
        if (!Array.TrueForAll(prediction.Logits, float.IsFinite))
            throw new InvalidDataException(
                $"{place} has a logit that is not finite: training diverged. Lower Models.LearningRate or Models.ClipNorm and retrain.");
        return row;
    }
}
