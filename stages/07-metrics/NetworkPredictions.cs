using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>Reads the held-out logits of stage 06.</summary>
internal static class NetworkPredictions
{
    /// <summary>One entry for each (protocol, network) of which every fold was trained, in the order of the branches.</summary>
    /// <exception cref="InvalidDataException">Predictions do not belong to the folds, are incomplete, or are no numbers.</exception>
    public static IEnumerable<ModelPredictions> Read(TrainedModels models, EvaluationRows rows, CancellationToken cancellation) =>
        ReadAll(models, rows, cancellation).Where(network => !network.Predictions.Predicted.Contains(-1));

    /// <summary>Networks of which only some folds were trained; rows of the other folds are predicted as −1.</summary>
    /// <exception cref="InvalidDataException">As in <see cref="Read"/>.</exception>
    public static IEnumerable<ModelPredictions> ReadPartial(TrainedModels models, EvaluationRows rows, CancellationToken cancellation) =>
        ReadAll(models, rows, cancellation).Where(network => network.Predictions.Predicted.Contains(-1));

    private static IEnumerable<ModelPredictions> ReadAll(TrainedModels models, EvaluationRows rows, CancellationToken cancellation)
    {
        foreach (var network in models.Branches.GroupBy(model => (model.Branch.Protocol, model.Branch.Model)))
        {
            var task = rows.Protocols.FirstOrDefault(entry => entry.Protocol == network.Key.Protocol)?.Task
                ?? throw new InvalidDataException(
                    $"06-models: a network was trained under protocol '{network.Key.Protocol}', which folds.parquet lacks. Rerun stage Folds.");
            var predictions = new HeldOutPredictions(Filled(task.Rows))
            {
                RankOfTruth = new int[task.Rows],
                Losses = new double[task.Rows],
                Confidences = new double[task.Rows],
            };
            foreach (var branch in network)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var prediction in branch.Predictions)
                    Take(predictions, prediction, RowOf(prediction, branch.Branch, rows, task));
            }
            var trained = network.Select(branch => branch.Branch.Fold).ToHashSet();
            for (var row = 0; row < task.Rows; row++)
                if (predictions.Predicted[row] < 0 && trained.Contains(task.Folds[row]))
                    throw new InvalidDataException(
                        $"06-models/{network.Key.Protocol}/{network.Key.Model}/fold-{task.Folds[row]} does not predict spectrum " +
                        $"'{rows.Spectra[row].SpectrumId}', expected every spectrum that the fold holds out. Rerun stage Models.");
            yield return new ModelPredictions(network.Key.Protocol, network.Key.Model, ModelOrigin.Network, task, predictions);
        }
    }

    private static void Take(HeldOutPredictions predictions, HeldOutPrediction prediction, int row)
    {
        predictions.Predicted[row] = ClassRanking.First(prediction.Logits);
        predictions.RankOfTruth![row] = ClassRanking.RankOf(prediction.Logits, prediction.Class);
        predictions.Losses![row] = Softmax.CrossEntropy(prediction.Logits, prediction.Class);
        predictions.Confidences![row] = Softmax.Confidence(prediction.Logits);
    }

    private static int RowOf(HeldOutPrediction prediction, ModelBranch branch, EvaluationRows rows, FoldedTask task)
    {
        var place = $"06-models/{branch.Protocol}/{branch.Model}/fold-{branch.Fold}: spectrum '{prediction.SpectrumId}'";
        if (!rows.RowOfId.TryGetValue(prediction.SpectrumId, out var row))
            throw new InvalidDataException($"{place} is not in folds.parquet. Rerun stage Models.");
        if (task.Folds[row] != branch.Fold || task.Classes[row] != prediction.Class)
            throw new InvalidDataException(
                $"{place} was predicted as held out by fold {branch.Fold} with class {prediction.Class}, " +
                $"expected fold {task.Folds[row]} and class {task.Classes[row]}. Rerun stage Models.");
        if (prediction.Logits.Length != task.ClassCount)
            throw new InvalidDataException($"{place} has {prediction.Logits.Length} logits, expected {task.ClassCount}. Rerun stage Models.");
        if (!Array.TrueForAll(prediction.Logits, float.IsFinite))
            throw new InvalidDataException(
                $"{place} has a logit that is not finite: training diverged. Lower Models.LearningRate or Models.ClipNorm and retrain.");
        return row;
    }

    private static int[] Filled(int rows)
    {
        var predicted = new int[rows];
        Array.Fill(predicted, -1);
        return predicted;
    }
}
