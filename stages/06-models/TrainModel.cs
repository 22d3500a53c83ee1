using System.Globalization;
using RruffGeo.Artifacts;
using RruffGeo.Models;

namespace RruffGeo.Stages;

/// <summary>Trains the network of one branch and predicts the fold it never saw (paper 4.2, 4.3, 5.2, B).</summary>
public static class TrainModel
{
    private const string CheckpointName = "checkpoint.bin";

    /// <summary>Trains on the folds other than the branch's, then predicts every spectrum of the branch's fold.</summary>
    /// <returns>The averaged weights of the last step, the history and the logits of the held-out spectra, in the order of <c>folds.parquet</c>.</returns>
    /// <exception cref="InvalidDataException">The inputs do not belong together, or the loss is no number any more; names the spectra.</exception>
    public static TrainedModel Run(
        ResampledSpectra resampled, AssignedFolds folds, ModelsParameters parameters, ModelBranch branch, StageContext stage)
    {
        var options = TrainingOptionsOf.Branch(parameters, branch, folds.Classes.Count);
        var (training, heldOut) = HeldOutFold.Split(resampled, folds, branch);
        var activity = string.Create(CultureInfo.InvariantCulture, $"{branch.Protocol}, fold {branch.Fold}");
        var total = ((long)options.Epochs * training.Count) + heldOut.Count;
        using var trained = Train(options, training, Path.Combine(stage.Scratch, CheckpointName), new EpochProgress(stage.Progress, activity, options.Epochs, total), stage.Cancellation);
        var logits = trained.Predict(heldOut, options.Threads, stage.Cancellation);

        var configuration = TrainingConfiguration.Of(parameters, options, branch, training, heldOut);
        var tensors = options.Architecture.Tensors.Select(spec => (spec, Values: trained.Parameters.Read(spec.Name))).ToList();
        ParquetTable.Write(
            stage.File("models.parquet"),
            [.. tensors.Select(tensor => new ModelTensor { Name = tensor.spec.Name, Shape = string.Join(',', tensor.spec.Shape), Values = tensor.Values })],
            configuration);
        Safetensors.Write(stage.File("model.safetensors"), tensors, configuration);
        ParquetTable.Write(stage.File("history.parquet"), [.. trained.History.Select(epoch => new EpochRecord
        {
            Epoch = epoch.Epoch, Loss = epoch.Loss, Accuracy = epoch.Accuracy, LearningRate = epoch.LearningRate,
        })]);
        ParquetTable.Write(stage.File("predictions.parquet"), [.. logits.Select((values, i) => new HeldOutPrediction
        {
            SpectrumId = heldOut.Names[i], Class = heldOut.Classes[i], Logits = values,
        })]);
        stage.Progress.Report(new StageProgress(activity, total, total, "spectra", $"{heldOut.Count} held-out spectra predicted"));
        return new TrainedModel(branch, stage.Destination);
    }

    private static TrainedNetwork Train(
        TrainingOptions options, TrainingSet training, string checkpoint, IProgress<TrainingProgress> progress, CancellationToken cancellation)
    {
        try
        {
            return NetworkTraining.Run(options, training, checkpoint, progress, cancellation);
        }
        catch (DivergedException error)
        {
            throw new InvalidDataException(error.Message, error);
        }
    }
}
